# awk -v datasets=N -f manifest.awk: the manifest of a release of N datasets, a
# bulletin in both languages of each.  -v previous=yes: of a second one, where
# the data of every seventh changed.  -v years=N: of so many years, if not 5.
# Sums and sizes are made up.

function sum(seed, text, i) {
    text = ""
    for (i = 0; i < 8; i++) {
        seed = (seed * 69069 + 12345 + i) % 4294967296
        text = text sprintf("%08x", seed)
    }
    return text
}
function file(path, kind, size, more) {
    files++
    printf "<file path=\"%s\" kind=\"%s\" size=\"%d\" sha256=\"%s\"%s/>\n", \
        path, kind, size, sum(files), more
}
function report(id, year, lang, title, change, name) {
    name = id "-annual-" year "." lang
    printf "<report name=\"%s\" design=\"annual\" lang=\"%s\" pages=\"%d\"", \
        name, lang, 9 + n % 5
    printf " updated=\"%d-%02d-%02dT00:00:00Z\" change=\"%s\">\n", year + 1, \
        1 + n % 9, 1 + n % 28, change
    printf "<title xml:lang=\"%s\">%s</title>\n", lang == "en" ? "en" : "zh-CN", \
        title
    file("reports/" name ".pdf", "pdf", 300000 + n * 37)
    file("pictures/" name ".png", "picture", 9000 + n, \
        " width=\"320\" height=\"453\"")
    file("tex/" name ".tex", "tex", 60000 + n)
    if (change == "changed")
        print "<changed><data/><pages before=\"8\"/></changed>"
    print "</report>"
}
function dataset(id, year, zh, en, change) {
    id = sprintf("d%04d", n)
    year = 2024 - n % (years ? years : 5)
    zh = area[n * 7 % 20 + 1] area[n * 3 % 19 + 1] \
        (n % 3 ? "县" : "区")
    en = "County " n
    change = !previous ? "new" : n % 7 ? "same" : "changed"
    printf "<dataset id=\"%s\" year=\"%d\" prepared=\"%d-%02d-%02d\"", id, \
        year, year + 1, 1 + n % 9, 1 + n % 28
    printf " change=\"%s\">\n", change
    printf "<title xml:lang=\"zh-CN\">%s科技创新公报</title>\n", zh
    printf "<title xml:lang=\"en\">%s: Science and Technology Bulletin</title>\n", en
    print "<publisher xml:lang=\"zh-CN\">某市统计局</publisher>"
    print "<publisher xml:lang=\"en\">Bureau of Statistics</publisher>"
    printf "<refArea xml:lang=\"zh-CN\">%s</refArea>", zh
    printf "<refArea xml:lang=\"en\">%s</refArea>\n", en
    file("data/" id "/" year ".xml", "xml", 40000 + n)
    file("data/" id "/aggregated.xml", "aggregated", 80000 + n)
    file("data/" id "/" id ".csv", "csv", 12000 + n)
    if (change == "changed") {
        print "<changed><figures changed=\"1\" added=\"0\" removed=\"0\">"
        print "<figure change=\"changed\" indicator=\"rd\" period=\"" year "\">"
        print "<label xml:lang=\"zh-CN\">研发经费支出</label>"
        print "<label xml:lang=\"en\">expenditure on R&amp;D</label>"
        printf "<date xml:lang=\"zh-CN\">%d年</date>", year
        printf "<date xml:lang=\"en\">%d</date>\n", year
        print "<before xml:lang=\"zh-CN\">12.5亿元</before>"
        print "<before xml:lang=\"en\">1.25 billion yuan</before>"
        print "<after xml:lang=\"zh-CN\">12.6亿元</after>"
        print "<after xml:lang=\"en\">1.26 billion yuan</after>"
        print "</figure></figures></changed>"
    }
    report(id, year, "zh_CN", zh "科技创新公报 " year, change)
    report(id, year, "en", en ": Science and Technology Bulletin " year, change)
    print "</dataset>"
}
BEGIN {
    split("江 河 湖 海 山 川 林 田 东 西 南 北 青 白 赤 黄 安 宁 长 永", area, " ")
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    printf "<release xmlns=\"urn:gongbao:release:1\" version=\"1\" serial=\"%d\"", \
        previous ? 2 : 1
    printf " date=\"2025-10-15T00:00:00Z\"%s>\n", \
        previous ? " previous=\"0001-0123abcd\"" : ""
    print "<title xml:lang=\"zh-CN\">各县区科技创新公报</title>"
    print "<title xml:lang=\"en\">Science and Technology Bulletins of the Counties</title>"
    print "<tools><tool name=\"layout\" version=\"1\"/></tools>"
    print "<files>"
    file("style.css", "style", 5000)
    file("tex/gongbao.cls", "class", 50000)
    print "</files>"
    print "<datasets>"
    for (n = 1; n <= datasets; n++)
        dataset()
    print "</datasets>"
    print "<inputs><file path=\"templates/annual.xsl\"/></inputs>"
    print "</release>"
}
