# The text of a trace, as it is drawn, and what a reader takes out of the PDF:
#
#     awk -f pages-text.awk TRACE TEXT...
#
# Bytes, page by page, without white space; hyphens do not count, for one at a
# line's end is a soft one in the PDF.  Each TEXT has all that the trace shows,
# in its order, and nothing else.

function bare(s) {
    gsub(/[ \t\r]|\302\240|\343\200\200|\342\200[\202\203\211\213\257]|\342\201\240/, "", s)
    gsub(/-|\302\255|\342\200\220|\342\200\221/, "", s)
    return s
}

# What is not told apart.
function alike(s) {
    # MuPDF 1.21 reads no ActualText, which keeps radicals from characters, and
    # letters with a mark behind them from those that have it.
    gsub(/\342\274\212/, "\345\205\245", s)
    gsub(/e\314\201/, "\303\251", s)
    gsub(/i\314\210/, "\303\257", s)
    return s
}

FNR == 1 {
    file++
    page = file == 1 ? 0 : 1
}

file == 1 && /^page / {
    drawn[++page] = ""
    pages = page
}
file == 1 && /^~?text / {
    match($0, /"([^"\\]|\\.)*"/)
    text = substr($0, RSTART + 1, RLENGTH - 2)
    gsub(/\\"/, "\"", text)
    gsub(/\\\\/, "\\", text)
    drawn[page] = drawn[page] bare(text)
}
file > 1 {
    while ((at = index($0, "\f")) > 0) {
        read[file, page++] = line bare(substr($0, 1, at - 1))
        line = ""
        $0 = substr($0, at + 1)
    }
    line = line bare($0)
}

END {
    for (f = 2; f <= file; f++) {
        for (p = 1; p <= pages; p++) {
            drawn[p] = alike(drawn[p])
            read[f, p] = alike(read[f, p])
            if (read[f, p] == drawn[p]) {
                continue
            }
            for (i = 1; substr(read[f, p], i, 1) == substr(drawn[p], i, 1);) {
                i++
            }
            print "text " f - 1 ", page " p
            print "drawn: " substr(drawn[p], i > 30 ? i - 30 : 1, 150)
            print "read:  " substr(read[f, p], i > 30 ? i - 30 : 1, 150)
            failed = 1
        }
        if (((f, pages + 1) in read) || file < 2 || pages < 1) {
            print "text " f - 1 ": not as many pages"
            failed = 1
        }
    }
    exit failed || file < 2
}
