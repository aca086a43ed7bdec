# alter.awk TEXT TEXT, -v part=N: the text with one digit of its lines changed,
# about N tenths through; no page number, and no number of a chart's axis,
# which nobody but the chart knows.
function is_candidate(s) {
    return s ~ /[0-9][^0-9 ]*[^-0-9., ivxlcdm]/ && s !~ /\. \. \./
}

FNR == NR {
    n += is_candidate($0)
    next
}

is_candidate($0) && ++k == int(n * part / 10) + 1 {
    match($0, /[0-9]/)
    $0 = substr($0, 1, RSTART - 1) (substr($0, RSTART, 1) + 1) % 10 \
        substr($0, RSTART + 1)
}

{
    print
}
