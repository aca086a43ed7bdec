# What a PDF states in one string is whole, or the document is rejected.
# repeat COUNT TEXT
repeat() {
    awk -v count="$1" -v text="$2" 'BEGIN {
        while (count-- > 0) {
            printf "%s", text
        }
    }'
}
# document TITLE AUTHOR HREF HEADING
document() {
    cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<report xmlns="urn:gongbao:document:1" xml:lang="zh-CN" date="2025-01-01">
  <head><title>$1</title><author>$2</author></head>
  <section><h>$4</h><p><a href="http://example.org/$3">a</a></p></section>
</report>
END
}
document 'R&amp;D' "$(repeat 8001 研)" "$(repeat 8000 a)" a >long.xml
layout -o long.pdf long.xml || echo "= $?"

# In four bytes each: 32,002 with the mark of byte order.
document 'R&amp;D' "$(repeat 8000 𠮷)" a a >most.xml
layout -o most.pdf most.xml
pdfinfo most.pdf | sed -n 's/^Author: *//p' | tr -d '\n' | wc -m

# What only names a heading is cut: to 16,381 of its 17,000 characters.
document 'R&amp;D' 甲 a "$(repeat 17000 研)" >cut.xml
layout -o cut.pdf cut.xml
pdfinfo cut.pdf | sed -n 's/^Pages: *//p'
qpdf --json --json-key=outlines cut.pdf | sed -n 's/^ *"title": "\(.*\)".*/\1/p' |
    tr -d '\n' | wc -m
