# match.awk TOKENS TEXT: does TEXT (pdftotext -raw) print TOKENS
# (document.awk), all of them, in order, and nothing else?  What a page adds is
# taken off where it belongs and only if it is as it must be: its running head
# and number, its footnotes, the head of a table that goes on, the label of a
# group of rows that does, the hyphen of a divided word.  In a chart the labels
# may stand in any order, values may be left out where there is no room (not
# beside lying bars), so may names below a line, and what is left must be the evenly spaced numbers of an
# axis.

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
    } else if (kind == "OFFICIAL") {
        is_official = 1
    } else if (kind == "NOTE") {
        notes[++note_count] = s
    } else {
        kinds[++count] = kind
        texts[count] = s
    }
    next
}

# Blanks of all kinds are one kind; what has no width is nothing.
function blanked(s) {
    gsub(/[\t\r]|\302\240|\343\200\200|\342\200[\202\203\211\257]/, " ", s)
    gsub(/\302\255|\342\200\213|\342\201\240|\357\273\277/, "", s)
    return s
}

function bare(s) {
    gsub(/ /, "", s)
    return s
}

function fail(why) {
    print why
    failed = 1
    exit 1
}

# Where s ends if the text has it at position i; 0: it has not.  Blanks
# and ends of lines and pages count for nothing.
function consume(where, i, s,    k, c, d) {
    for (k = 1; k <= length(s);) {
        c = substr(s, k, 1)
        d = substr(where, i, 1)
        if (d == "") {
            return 0
        }
        if (c == "\001") {
            while (d ~ /[ \n\f]/) {
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
        } else if (d ~ /[ \n\f]/) {
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
    s = bare(s)
    return s == title ||
        (substr(s, 1, length(title)) == title &&
            substr(s, length(title) + 1) in marks)
}

# Of a facing page: the section alone.
function is_section(s) {
    return bare(s) in marks
}

# Takes the running head and number off lines first to last of a page.
function strip_furniture() {
    if (is_official) {
        if (bare(lines[last]) != "—" page "—") {
            fail("page " page ": no page number at its end but: " lines[last])
        }
        last--
        return
    }
    if (bare(lines[last]) !~ /^(\342\200\224)?[0-9ivxlcdm]+(\342\200\224)?$/) {
        fail("page " page ": no page number at its end but: " lines[last])
    }
    last--
    # The first line may be a heading of the same words as a head at the end.
    if (is_head(lines[last])) {
        last--
    } else if (last > first && is_head(lines[last - 1] lines[last])) {
        last -= 2
    } else if (is_head(lines[first])) {
        first++
    } else if (last > first && is_section(lines[last - 1] lines[last])) {
        last -= 2
    } else if (is_section(lines[last])) {
        last--
    } else if (last > first && is_section(lines[first] lines[first + 1])) {
        first += 2
    } else if (is_section(lines[first])) {
        first++
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
                if (j > 0 && substr(s, j) ~ /^[ \n]*$/) {
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
    while (last > 0 && bare(lines[last]) == "") {
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
            lines[++line_count] = blanked(substr($0, 1, at - 1))
        }
        end_page()
        $0 = substr($0, at + 1)
    }
    if ($0 != "") {
        lines[++line_count] = blanked($0)
    }
}

function shown(s) {
    gsub(/[\n\f]/, " ", s)
    return s
}

function skip_blank() {
    passed_page = 0
    while (substr(all, position, 1) ~ /[ \n\f]/) {
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
        end = group != "" ? consume(all, position, group) : 0
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
    if (!match(s, /^[. \n\f]*[0-9ivxlcdm]+([ \n\f]*[.][. \n\f]*)?/)) {
        fail("expected a page number in the contents\nfound:    " shown(s))
    }
    position += RLENGTH
}

# Takes s out of the chart's text where it stands by itself; 0: it does not.
function take_label(s,    i, end) {
    for (i = 1; i <= length(region); i++) {
        if (substr(region, i, 1) == substr(s, 1, 1) &&
            (i == 1 || substr(region, i - 1, 1) ~ /[ \n]/)) {
            end = consume(region, i, s)
            if (end > 0 && substr(region, end, 1) ~ /^[ \n]?$/) {
                region = substr(region, 1, i - 1) "\n" substr(region, end)
                return 1
            }
        }
    }
    return 0
}

# What labels have left are the numbers of an axis, each as far from the next.
function check_axis(    ticks, n, i, k, step) {
    gsub(/\342\210\222/, "-", region)
    gsub(/,/, "", region)
    n = split(region, ticks, /[ \n]+/)
    for (i = 1; i <= n; i++) {
        if (ticks[i] != "" && ticks[i] !~ /^-?[0-9.]+$/) {
            fail("the chart has more than its labels: " ticks[i])
        }
        if (ticks[i] != "") {
            for (k = ++tick_count; k > 1 && tick[k - 1] > ticks[i] + 0; k--) {
                tick[k] = tick[k - 1]
            }
            tick[k] = ticks[i] + 0
        }
    }
    for (i = 3; i <= tick_count; i++) {
        step = (tick[2] - tick[1]) - (tick[i] - tick[i - 1])
        if (step * step > 0.000000000001 * tick[tick_count] * tick[tick_count]) {
            fail("no label and no number of the axis: " tick[i - 1] " or " \
                tick[i])
        }
    }
    if (tick_count == 1) {
        fail("no label of the chart: " tick[1])
    }
    tick_count = 0
}

# The text from here to the next token is the chart.
function take_chart(from, to, type,    i, k, next_text, best) {
    next_text = texts[to + 1]
    for (i = position; i <= length(all); i++) {
        if (substr(all, i - 1, 1) ~ /[\n\f]/ && consume(all, i, next_text)) {
            break
        }
    }
    region = substr(all, position, i - position)
    gsub(/\f/, "\n", region)
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
        if (!take_label(texts[best]) &&
            (kinds[best] == "L" || type == "hbar" ||
                (kinds[best] == "C" && type != "line"))) {
            fail("the chart lacks: " texts[best])
        }
    }
    check_axis()
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
            group = ""
        } else if (kinds[t] == "GROUP") {
            group = texts[t]
        } else if (kinds[t] == "ENDTABLE") {
            in_table = 0
        } else if (kinds[t] == "CHART") {
            for (k = t; kinds[k] != "ENDCHART";) {
                k++
            }
            take_chart(t + 1, k, texts[t])
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
