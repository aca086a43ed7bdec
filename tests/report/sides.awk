# The tables of a document (canonical XML, RS="<"), a line each caption, head
# and cell of a row: those of one language.  side: "first", of a report in two
# languages, or "second"; "all" of a report in one.  A label is printed as it
# stands, a figure by its significant digits and a unit without its multiple:
# a shared table may count in others.

BEGIN {
    RS = "<"
}

function significant(s) {
    gsub(/[^0-9]/, "", s)
    sub(/^0+/, "", s)
    sub(/0+$/, "", s)
    return s
}

function put(kind, s) {
    gsub(/(100 million|10,000|million|billion) /, "", s)
    gsub(/[ \t\r\n]+/, " ", s)
    sub(/^ /, "", s)
    sub(/ $/, "", s)
    # A year stands in a shared table as both languages have it.
    s = kind == "FIGURE" ? significant(s) : s
    s = s ~ /^[0-9][0-9][0-9][0-9]年/ ? substr(s, 1, 4) substr(s, 8) : s
    print kind "\t" s
}

# A cell that has no second language says the same in both.
function choose(    s) {
    s = side == "second" && has_second ? second : first
    return s
}

NR > 1 && !/^[?!]/ {
    close_at = index($0, ">")
    tag = substr($0, 1, close_at - 1)
    text = substr($0, close_at + 1)
    name = tag
    sub(/[ \n].*/, "", name)
    if (name == "table") {
        print "TABLE\t" ++tables
        in_table = 1
    } else if (name == "/table") {
        in_table = 0
    } else if (name == "tr" && match(tag, / id="[^"]*"/)) {
        print "ROW\t" substr(tag, RSTART + 5, RLENGTH - 6)
    } else if (name == "th" || name == "td" || name == "caption") {
        first = second = ""
        has_second = in_second = 0
        is_caption = name == "caption"
        is_second = tag ~ /xml:lang="en"/ && side != "all"
    } else if (name == "span" && tag ~ /class="translation"/) {
        in_second = has_second = 1
    } else if (name == "/span") {
        in_second = 0
    }
    if (in_second) {
        second = second text
    } else {
        first = first text
    }
    if (!in_table) {
        next
    }
    if (name == "/caption" && (side == "all" || \
        is_second == (side == "second"))) {
        put("CAPTION", substr(first, 1, length(first) - length(text)))
    } else if (name == "/th" || name == "/td") {
        first = substr(first, 1, length(first) - length(text))
        if (name == "/th") {
            put("LABEL", choose())
        } else {
            put("FIGURE", choose())
        }
    }
}
