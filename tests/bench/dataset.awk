# A large dataset, for measuring:
#     awk -v series=10000 -v freq=M -v first=2015 -v year=2024 -f dataset.awk
# freq A, Q, M or D: a period each from the year first to year.  A fifth of the
# series are parts of others; with yearly frequency values state their change.
# The figures are put together at random, always the same for the same numbers.

function next_number(limit) {
    seed = (seed * 16807) % 2147483647
    return seed % limit
}

function texts(element, chinese, english) {
    printf "    <%s xml:lang=\"zh-CN\">%s</%s>\n", element, chinese, element
    printf "    <%s xml:lang=\"en\">%s</%s>\n", element, english, element
}

function list_periods(    y, n, day) {
    for (y = first; y <= year; y++) {
        if (freq == "A") {
            periods[++period_count] = y
        }
        for (n = 1; n <= 4 && freq == "Q"; n++) {
            periods[++period_count] = y "-Q" n
        }
        for (n = 1; n <= 12; n++) {
            for (day = 1; day <= 28 && freq == "D"; day++) {
                periods[++period_count] = sprintf("%d-%02d-%02d", y, n, day)
            }
            if (freq == "M") {
                periods[++period_count] = sprintf("%d-%02d", y, n)
            }
        }
    }
}

function cite(line, token) {
    return "<cite source=\"tables\" lines=\"" line "\" token=\"" token "\"/>"
}

# One series; what it states of changes follows from its levels.  A part is a
# hundredth of what a whole can be.
function observations(id, is_part,    i, level, before, rate) {
    level = is_part ? 1000 + next_number(9000) : 1000000 + next_number(9000000)
    for (i = 1; i <= period_count; i++) {
        printf "    <obs indicator=\"%s\" period=\"%s\" value=\"%.2f\">\n", id, periods[i], level / 100
        printf "      %s\n", cite(++line, sprintf("%.2f", level / 100))
        if (i > 1 && freq == "A" && i % 3 == 0) {
            rate = sprintf("%.1f", (level / before - 1) * 100)
            sub(/^-0\.0$/, "0.0", rate)
            printf "      <change kind=\"percent\" value=\"%s\" base=\"%s\">%s</change>\n", rate, periods[i - 1], cite(line, rate)
        }
        print "    </obs>"
        before = level
        level += is_part ? next_number(201) - 90 : next_number(20001) - 9000
        if (level < 100) {
            level = 100
        }
    }
}

BEGIN {
    seed = 20240301
    list_periods()
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<dataset xmlns=\"urn:gongbao:dataset:1\" id=\"many\" year=\"" year "\" prepared=\"" year + 1 "-03-01\" rounding=\"half-up\">"
    texts("title", "许多数据", "Many figures")
    texts("publisher", "统计处", "The office")
    texts("refArea", "某市", "A city")
    print "  <sources><source id=\"tables\" file=\"tables.txt\">"
    texts("title", "统计表", "Tables")
    texts("publisher", "统计处", "The office")
    print "  </source></sources>"
    print "  <units><unit id=\"yuan\" measures=\"money\">"
    texts("label", "元", "yuan")
    print "  </unit></units>"
    print "  <themes><theme id=\"all\">"
    texts("label", "全部", "All")
    print "  </theme></themes>\n  <indicators>"
    for (s = 1; s <= series; s++) {
        printf "  <indicator id=\"series-%d\" theme=\"all\" kind=\"flow\" unit=\"yuan\" unitMult=\"4\" freq=\"%s\">\n", s, freq
        texts("label", "序列" s, "Series " s)
        if (s % 5 == 0) {
            printf "    <partOf indicator=\"series-%d\" group=\"of-it\" exhaustive=\"no\"/>\n", s - 1
        }
        print "  </indicator>"
    }
    print "  </indicators>\n  <observations>"
    for (s = 1; s <= series; s++) {
        observations("series-" s, s % 5 == 0)
    }
    print "  </observations>\n</dataset>"
}
