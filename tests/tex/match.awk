# match.awk TOKENS TEXT: does TEXT (pdftotext -raw) print TOKENS
# (document.awk), all of them, in order, and nothing else?  What a page adds is
# taken off where it belongs and only if it is as it must be: its running head
# and number, its footnotes, the head of a table that goes on, the hyphen of a
# divided word.  -v values=1: a chart prints each of its values.

FNR == NR {
    at = index($0, "\t")
    kind = substr($0, 1, at - 1)
    s = substr($0, at + 1)
    if (kind == "HEAD") {
        title = s
    } else if (kind == "MARK") {
        marks[s] = 1
    } else if (kind == "COVER") {
        has_cover = 1
    } else if (kind == "NOTE") {
        notes[++note_count] = s
    } else {
        kinds[++count] = kind
        texts[count] = s
    }
    next
}

function bare(s) {
    gsub(/[ \t\r]|\302\240|\302\255|\343\200\200|\342\200[\202\203\211\213\257]|\342\201\240|\357\273\277/, "", s)
    return s
}

function fail(why) {
    print why
    failed = 1
    exit 1
}

# Where s ends if the text has it at position i; 0: it has not.  Ends of lines
# and pages count for nothing.
function consume(where, i, s,    k, c, d) {
    for (k = 1; k <= length(s);) {
        c = substr(s, k, 1)
        d = substr(where, i, 1)
        if (d == "") {
            return 0
        }
        if (c == "\001") {
            while (d == "\n" || d == "\f") {
                d = substr(where, ++i, 1)
            }
            if (!match(substr(where, i, 8), /^[0-9ivxlcdm]+/)) {
                return 0
            }
            i += RLENGTH
            k++
        } else if (c == d) {
            i++
            k++
        } else if (d == "\n" || d == "\f") {
            i++
        } else if (d == "-" && substr(where, i + 1, 1) ~ /[\n\f]/ && k > 1) {
            i++
        } else {
            return 0
        }
    }
    return i
}

function is_head(s) {
    return s == title ||
        (substr(s, 1, length(title)) == title &&
            substr(s, length(title) + 1) in marks)
}

# Takes the running head and number off lines first to last of a page.
function strip_furniture() {
    if (lines[last] !~ /^[0-9ivxlcdm]+$/) {
        fail("page " page ": no page number at its end but: " lines[last])
    }
    last--
    if (is_head(lines[first])) {
        first++
    } else if (is_head(lines[last])) {
        last--
    } else if (last > first && is_head(lines[last - 1] lines[last])) {
        last -= 2
    } else {
        fail("page " page ": no running head")
    }
}

# Takes footnotes off the foot, from the last line upwards.
function strip_notes(    i, k, j, s) {
    s = ""
    for (i = last; i >= first; i--) {
        s = lines[i] "\n" s
        for (k = 1; k <= note_count; k++) {
            if (!(k in seen)) {
                j = consume(s, 1, notes[k])
                if (j > 0 && substr(s, j) ~ /^\n*$/) {
                    seen[k] = page
                    last = i - 1
                    s = ""
                    break
                }
            }
        }
    }
}

function end_page(    i) {
    page++
    first = 1
    last = line_count
    while (last > 0 && lines[last] == "") {
        last--
    }
    if (last > 0) {
        if (page > 1 || !has_cover) {
            strip_furniture()
        }
        strip_notes()
        for (i = first; i <= last; i++) {
            all = all lines[i] "\n"
        }
    }
    all = all "\f"
    line_count = 0
}

{
    while ((at = index($0, "\f")) > 0) {
        if (at > 1) {
            lines[++line_count] = bare(substr($0, 1, at - 1))
        }
        end_page()
        $0 = substr($0, at + 1)
    }
    if ($0 != "") {
        lines[++line_count] = bare($0)
    }
}

function shown(s) {
    gsub(/[\n\f]/, " ", s)
    return s
}

function skip_blank() {
    passed_page = 0
    while (substr(all, position, 1) ~ /[\n\f]/) {
        passed_page = passed_page || substr(all, position, 1) == "\f"
        position++
    }
}

function take(s,    end) {
    skip_blank()
    if (passed_page && in_table && repeated != "") {
        end = consume(all, position, repeated)
        position = end > 0 ? end : position
        skip_blank()
    }
    end = consume(all, position, s)
    if (end == 0) {
        fail("expected: " s "\nfound:    " \
            shown(substr(all, position, length(s) + 60)))
    }
    position = end
}

function take_number(    s) {
    s = substr(all, position, 400)
    if (!match(s, /^[.\n\f]*[0-9ivxlcdm]+[.\n\f]*/)) {
        fail("expected a page number in the contents\nfound:    " shown(s))
    }
    position += RLENGTH
}

# The text from here to the next token is the chart: its labels, and what is
# left are numbers of an axis.
function take_chart(from, to,    i, k, next_text, region, best) {
    next_text = texts[to + 1]
    for (i = position; i <= length(all); i++) {
        if (substr(all, i - 1, 1) ~ /[\n\f]/ && consume(all, i, next_text)) {
            break
        }
    }
    region = substr(all, position, i - position)
    gsub(/[\n\f]/, "", region)
    for (;;) {
        best = 0
        for (k = from; k < to; k++) {
            if (!(k in taken) &&
                (!best || length(texts[k]) > length(texts[best]))) {
                best = k
            }
        }
        if (!best) {
            break
        }
        taken[best] = 1
        k = index(region, texts[best])
        if (k > 0) {
            region = substr(region, 1, k - 1) " " \
                substr(region, k + length(texts[best]))
        } else if (kinds[best] == "L" || values) {
            fail("the chart lacks: " texts[best])
        }
    }
    gsub(/\342\210\222/, "-", region)
    if (region !~ /^[-0-9., ]*$/) {
        fail("the chart has more than its labels: " region)
    }
    position = i
}

END {
    if (failed) {
        exit 1
    }
    position = 1
    for (t = 1; t <= count; t++) {
        if (kinds[t] == "T") {
            take(texts[t])
        } else if (kinds[t] == "TOC") {
            take_number()
        } else if (kinds[t] == "TABLE") {
            in_table = 1
            repeated = texts[t]
        } else if (kinds[t] == "ENDTABLE") {
            in_table = 0
        } else if (kinds[t] == "CHART") {
            for (k = t; kinds[k] != "ENDCHART";) {
                k++
            }
            take_chart(t + 1, k)
            t = k
        }
    }
    skip_blank()
    if (position <= length(all)) {
        fail("too much at the end: " shown(substr(all, position, 200)))
    }
    for (k = 1; k <= note_count; k++) {
        if (!(k in seen)) {
            fail("no page has at its foot: " notes[k])
        }
    }
    if (count == 0) {
        fail("the document has no text")
    }
}
