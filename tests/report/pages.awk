# Checks the pages of a trace of a Chinese report and prints what is wrong: no
# page begins with the last line of a paragraph or ends with the first; two
# lines follow a heading; a caption has its table; where a table goes on, two
# of its lines stand on either side.  Lines are told by their baselines, a
# paragraph's first line by its indent.
#   -v left=X -v bottom=Y: edges of the text area, in thousandths of a point;
#   -v body=SIZE: of running text.
function line_end() {
    if (y != "") {
        n++
        x[n] = low; kind[n] = what; size[n] = height
        y = ""
    }
}
function is_body(i) { return i <= n && kind[i] == "p" && size[i] == body }
function starts(i) { return x[i] > left + body / 2 }
function goes_on(i) { return is_body(i) && !starts(i) }
function is_cell(i) { return i >= 1 && i <= n && kind[i] ~ /^(td|th)$/ }
# Lines of the part of a table that line i is of, from there on.
function cell_lines(i, step,    count) {
    for (; is_cell(i); i += step) {
        count++
    }
    return count
}
function complain(text) { printf "page %s: %s\n", page, text; bad = 1 }
function page_end(    i) {
    line_end()
    if (n == 0) {
        return
    }
    if (goes_on(1) && !goes_on(2)) {
        complain("begins with the last line of a paragraph")
    }
    if (goes_on(1) && ended_with_start) {
        complain("the one before ends with the first line of a paragraph")
    }
    for (i = 1; i <= n; i++) {
        if (kind[i] == "h" && n - i < 2 && more) {
            complain("fewer than two lines after a heading")
        }
    }
    if (kind[n] ~ /^(caption|unit)$/) {
        complain("ends with a caption")
    }
    if (repeated) {
        for (i = 1; i <= n && !is_cell(i); i++) {
        }
        if (cell_lines(i, 1) < 2 || cells_at_end < 2) {
            complain("a table leaves one line")
        }
    }
    ended_with_start = is_body(n) && starts(n)
    cells_at_end = cell_lines(n, -1)
    n = repeated = 0
}
$1 == "page" { more = 1; page_end(); page = $2; next }
$1 == "outline" { next }
$1 == "~text" && $NF == "in=th" { repeated = 1; next }
# The text of a footnote at the foot; its mark is smaller.
$NF == "in=footnote" && $4 > body * 7 / 10 { next }
$1 != "text" || $3 > bottom || $NF !~ /^in=/ { next }
{
    if ($3 != y) {
        line_end()
        y = $3; low = left * 9
    }
    if ($2 < low) {
        low = $2; what = substr($NF, 4); height = $4
    }
}
END { more = 0; page_end(); exit bad }
