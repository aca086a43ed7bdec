# official.awk -v rule=G1 WORDS: one rule of GB/T 9704 on the words of the PDF of
# official.xml.  A word is a line: page, left, top, right, bottom of its em
# boxes in points, text.  Silence is success; locale C: a Han is three bytes.

function mm(n) {
    return n * 72 / 25.4
}

function off(name, is, want, tolerance) {
    if (is - want > tolerance || want - is > tolerance) {
        printf "%s: %s is %.3f, not %.3f\n", rule, name, is, want
        bad = 1
    }
}

function want(text) {
    if (!(text in first)) {
        printf "%s: %s is not there\n", rule, text
        bad = 1
        return 0
    }
    return first[text]
}

# The edge of the text: 28 mm from the binding.
function edge(page) {
    return mm(page % 2 ? 28 : 26)
}

BEGIN {
    PITCH = mm(156) / 28
    SIZE = 15.75
    LINE = (mm(225) - SIZE) / 21
}

{
    n++
    page[n] = $1; left[n] = $2; top[n] = $3; right[n] = $4; bottom[n] = $5
    text[n] = $6
    if (!($6 in first)) {
        first[$6] = n
    }
    # The number of a page: dash, number, dash, the last words of it.
    if ($6 == "—") {
        if ($1 in dash) {
            after[$1] = n
        } else {
            dash[$1] = n
        }
    }
    pages = $1
}

# Pages 2 and 3 are full: a line is a word of 28 Han.
function area(p,    i) {
    lines = 0
    x0 = y0 = 1e9
    x1 = y1 = 0
    for (i = 1; i <= n; i++) {
        if (page[i] == p && i < dash[p]) {
            row[++lines] = i
            x0 = left[i] < x0 ? left[i] : x0
            y0 = top[i] < y0 ? top[i] : y0
            x1 = right[i] > x1 ? right[i] : x1
            y1 = bottom[i] > y1 ? bottom[i] : y1
        }
    }
}

function g1(    p) {
    for (p = 2; p <= 3; p++) {
        area(p)
        off("left margin of page " p, x0, edge(p), mm(.1))
        off("right edge of page " p, x1, edge(p) + mm(156), mm(.1))
        off("top margin of page " p, y0, mm(37), mm(.1))
        off("bottom edge of page " p, y1, mm(37 + 225), mm(.1))
    }
}

function g2(    p, i) {
    for (p = 2; p <= 3; p++) {
        area(p)
        off("lines of page " p, lines, 22, 0)
        for (i = 1; i <= lines; i++) {
            off("characters of line " i, length(text[row[i]]) / 3, 28, 0)
            off("pitch in line " i,
                (right[row[i]] - left[row[i]] - SIZE) / 27, PITCH, .01)
            off("top of line " i, top[row[i]], mm(37) + (i - 1) * LINE, .01)
        }
    }
}

function size(what, points,    i) {
    i = want(what)
    if (i) {
        off("size of " what, bottom[i] - top[i], points, .01)
    }
}

function g3() {
    size("统计公报", 21)
    size("一、第一层", SIZE)
    size("（一）第二层", SIZE)
    size("正文", SIZE)
    size("—", 14)
    size("附件", SIZE)
    size("主要数据表", SIZE)
    off("middle of the title",
        left[first["统计公报"]] + right[first["统计公报"]],
        2 * mm(28) + mm(156), .02)
    off("line of the title", bottom[first["统计公报"]] - 21 / 2,
        mm(37) + SIZE / 2 + 2 * LINE, .6)
}

function g5(    i) {
    i = want("（1）第四层") + 1
    off("indent", left[i], edge(1) + 2 * PITCH, .01)
    off("second line", left[i + 1], edge(1), .01)
    off("heading", left[want("一、第一层")], edge(1) + 2 * PITCH, .01)
}

# The rules of the number lie 0.293 em above its baseline, which is 0.88 em
# below the top of its em box.
function g6(    p, d) {
    for (p = 1; p <= pages; p++) {
        d = dash[p]
        off("number of page " p, text[d + 1], p, 0)
        off("rule of page " p, top[d] + (.88 - .293) * 14, mm(37 + 225 + 7),
            mm(.1))
        off("width of the rule", right[d] - left[d], 14, .01)
        if (p % 2) {
            off("right of page " p, edge(p) + mm(156) - right[after[p]], 14,
                .01)
        } else {
            off("left of page " p, left[d] - edge(p), 14, .01)
        }
    }
}

function g7(    i, p, x) {
    i = want("附件：1.")
    p = page[i]
    x = edge(p)
    off("list", left[i], x + 2 * PITCH, .01)
    off("blank line above", top[i] - top[i - 1], 2 * LINE, .01)
    off("first name", left[i + 1], x + 6 * PITCH, .01)
    off("second number", left[i + 2], x + 5 * PITCH, .01)
    off("second name", left[i + 3], x + 6 * PITCH, .01)
    off("turned line", left[i + 4], x + 6 * PITCH, .01)
    i = want("附件")
    off("its number", text[i + 1], 1, 0)
    off("head of the attachment", left[i], edge(page[i]), .01)
    off("its line", top[i], mm(37), .2)
    off("its title's line", bottom[i + 2] - 21 / 2,
        mm(37) + SIZE / 2 + 2 * LINE, .6)
    off("words of it and its page's number", dash[page[i]] - i, 4, 0)
}

function g8(    i) {
    for (i = n; i > 1 && text[i] !~ /日$/; i--) {
    }
    off("end of the date", right[i], edge(page[i]) + mm(156) - 4 * PITCH, .1)
    off("end of the publisher", right[want("统计局")],
        edge(page[i]) + mm(156) - 4 * PITCH, .1)
}

# Two sides of a sheet: lines behind lines, edges behind edges, numbers behind
# numbers.
function g10(    x, y, z) {
    area(3)
    x = x0
    y = y0
    z = y1
    area(4)
    off("first line", y0, y, mm(2))
    area(2)
    off("first line", y0, y, mm(2))
    off("last line", y1, z, mm(2))
    off("edge", mm(210) - x1, x, mm(2))
    off("number across", mm(210) - left[dash[2]], right[after[3]], mm(4))
    off("number down", top[dash[2]], top[dash[3]], mm(4))
}

END {
    if (rule == "G1") { g1() }
    if (rule == "G2") { g2() }
    if (rule == "G3") { g3() }
    if (rule == "G5") { g5() }
    if (rule == "G6") { g6() }
    if (rule == "G7") { g7() }
    if (rule == "G8") { g8() }
    if (rule == "G10") { g10() }
    exit bad
}
