# Compares the text of a structure tree with what the document says:
#
#     awk -v notes_are=inline -f tests/tex/document.awk DOCUMENT >TOKENS
#     structure --text FILE.pdf >TREE
#     awk -v alts=1 -f tree.awk TOKENS TREE
#
# TREE may also be what pdfinfo -struct-text prints, which knows no Alt.
# Bytes, without white space.  All that the document says stands in the tree,
# in its order, and nothing else: no heads and numbers of pages, no head of a
# table twice.  Of a figure its Alt is read and not its labels.

BEGIN {
    # The ASCII characters that are printed for those of full width (C17).
    for (i = 33; i < 127; i++) {
        narrow[sprintf("\357%c%c", i < 96 ? 188 : 189, \
            i < 96 ? i + 96 : i + 32)] = sprintf("%c", i)
    }
}

# White space and what has no width; digits, letters, per cent of full width.
function bare(s,    out, at) {
    gsub(/[ \t]|\302\240|\302\255|\343\200\200|\342\200[\202\203\211\213\257]|\342\201\240/, "", s)
    gsub(/\033[A-Za-z]*\033/, "", s)
    out = ""
    while (match(s, /\357\274[\205\216\220-\231\241-\272]|\357\275[\201-\232]/)) {
        at = substr(s, RSTART, 3)
        out = out substr(s, 1, RSTART - 1) narrow[at]
        s = substr(s, RSTART + 3)
    }
    return out s
}

FNR == 1 {
    part++
}

part == 1 {
    kind = substr($0, 1, index($0, "\t") - 1)
    if (kind == "CHART") {
        in_chart = 1
    } else if (kind == "ENDCHART") {
        in_chart = 0
    } else if (kind == "TOC") {
        wanted = wanted "\001"
    } else if (kind == "ALT" ? alts : kind == "T" && !in_chart) {
        wanted = wanted bare(substr($0, length(kind) + 2))
    }
    next
}

# A text is in quotes, and may go on over lines.
{
    match($0, /^ */)
    depth = RLENGTH
    text = substr($0, depth + 1)
}
!in_text && figure && depth < figure {
    figure = 0
}
!in_text && text ~ /^Figure[: ]*/ {
    figure = depth + 1
    if (match(text, /".*"$/)) {
        read = read "\003" bare(substr(text, RSTART + 1, RLENGTH - 2))
    }
    next
}
!in_text && text !~ /^"/ {
    read = read "\003" # another element
}
!in_text && text ~ /^"/ {
    in_text = 1
    text = substr(text, 2)
}
in_text {
    if (text ~ /"$/) {
        text = substr(text, 1, length(text) - 1)
        in_text = 0
    }
    if (!figure) {
        read = read bare(text)
    }
}

END {
    sub(/\003*$/, "", read)
    for (i = k = 1; i <= length(wanted); i++) {
        c = substr(wanted, i, 1)
        while (substr(read, k, 1) == "\003") {
            k++
        }
        # A page number.
        if (c == "\001" && match(substr(read, k, 8), /^([0-9]+|[ivxlcdm]+)/)) {
            k += RLENGTH
        } else if (c == substr(read, k, 1)) {
            k++
        } else {
            break
        }
    }
    if (i <= length(wanted) || k <= length(read)) {
        print "after: " substr(read, k > 60 ? k - 60 : 1, k > 60 ? 60 : k - 1)
        print "the document says: " substr(wanted, i, 120)
        print "the tree says:     " substr(read, k, 120)
        exit 1
    }
}
