# Of the trace of docs/gallery/gallery.xml: the two sides of every pair are set
# in different ways, for a rule that changes nothing is not shown.  A side
# begins with its label, in bold at the edge of its column.
#   -v origin= -v column=   where the columns begin, in thousandths of a point
function flush_pair() {
    if (label != "") {
        pairs++
        if (sides["left"] == sides["right"]) {
            print "alike: " label
            alike = 1
        }
    }
    label = ""
    sides["left"] = sides["right"] = ""
}
$1 != "text" { next }
{
    text = $0
    sub(/^[^"]*"/, "", text)
    sub(/" gid=.*/, "", text)
    widths = $0
    sub(/.* adv=/, "", widths)
    sub(/ .*/, "", widths)
}
/ in=h$/ {
    flush_pair()
    rules++
    next
}
/ in=strong$/ && $2 == origin {
    flush_pair()
    side = "left"
    label = text
    next
}
/ in=strong$/ && $2 == column {
    side = "right"
    next
}
label != "" {
    edge = side == "left" ? origin : column
    sides[side] = sides[side] $3 " " $2 - edge " " text " " widths "\n"
}
END {
    flush_pair()
    print rules " rules, " pairs " pairs"
    exit alike || rules < 15 || pairs < rules
}
