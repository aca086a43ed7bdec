# The text of a document, as pieces.sed gives it, against the text of its PDF,
# as pdftotext -raw gives it:
#
#     awk -v title=T -f text.awk PIECES TEXT
#
# Bytes, without white space and hyphens: a line may end anywhere.  Heads and
# numbers of pages go first, then the footnotes at the page's foot.  Every
# piece must follow the one before it; what stands between them (numbers of
# headings, labels, repeated table heads, contents) may be a part of the whole
# only.

function bare(text) {
    gsub(/[ \t\r]|\302\240|\342\200\257|\343\200\200/, "", text)
    # hyphen, soft hyphen, U+2010, U+2011
    gsub(/-|\302\255|\342\200\220|\342\200\221/, "", text)
    return text
}

# "3", or "— 3 —" in an official document.
BEGIN {
    number = "^(\342\200\224)?[0-9ivxlc]+(\342\200\224)?$"
}

# The page's lines without number and running head.
function flush_page(    i) {
    if (count > 0 && lines[count] ~ number) {
        count--
        if (count > 0 && index(lines[count], bare(title)) == 1) {
            count--
        }
    }
    for (i = 1; i <= count; i++) {
        body = body lines[i]
    }
    body = body "\f"
    page_text[++page_count] = text_of_page()
    count = 0
}

function text_of_page(    i, text) {
    for (i = 1; i <= count; i++) {
        text = text lines[i]
    }
    return text
}

# The piece begins on one page and ends on the next.
function is_divided(text,    i, k) {
    for (i = 1; i < page_count; i++) {
        for (k = 1; k < length(text) && \
            index(page_text[i], substr(text, 1, k)); k++) {
            if (index(page_text[i + 1], substr(text, k + 1))) {
                return 1
            }
        }
    }
    return 0
}

# Takes the footnotes off the foot of their pages.
function drop_footnotes(    i, at, before) {
    for (i = 1; i <= notes; i++) {
        at = index(body, note[i])
        if (!at) {
            print "footnote not found: " note[i]
            bad = 1
            continue
        }
        before = substr(body, 1, at - 1)
        sub(/[0-9]+$/, "", before)
        body = before substr(body, at + length(note[i]))
    }
}

FILENAME != pieces_file && pieces_file == "" { pieces_file = FILENAME }
FILENAME == pieces_file {
    text = bare(substr($0, 2))
    if (text == "") {
        next
    }
    if ($0 ~ /^F/) {
        note[++notes] = text
    } else {
        kind[++pieces] = substr($0, 1, 1)
        piece[pieces] = text
    }
    next
}
{
    pages = split($0, parts, "\f")
    for (i = 1; i <= pages; i++) {
        if (i > 1) {
            flush_page()
        }
        if (bare(parts[i]) != "") {
            lines[++count] = bare(parts[i])
        }
    }
}

END {
    flush_page()
    drop_footnotes()
    gsub(/\f/, "", body)
    whole = length(body)
    rest = body
    for (i = 1; i <= pieces; i++) {
        if (kind[i] == "U" || kind[i] == "P") {
            if (!index(body, piece[i]) && \
                (kind[i] == "U" || !is_divided(piece[i]))) {
                print "nowhere: " piece[i]
                bad = 1
            }
            matched += length(piece[i])
            continue
        }
        at = index(rest, piece[i])
        if (!at) {
            print "not after what precedes it: " piece[i]
            print "there stands: " substr(rest, 1, 300)
            exit 1
        }
        matched += length(piece[i])
        rest = substr(rest, at + length(piece[i]))
    }
    if (pieces < 1 || matched < whole * 7 / 10) {
        print pieces " pieces, " matched + 0 " of " whole " bytes of text"
        bad = 1
    }
    exit bad
}
