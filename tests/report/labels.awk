# A trace (--to=trace): no text of a chart may meet another one, the edge of a
# bar, a line, a marker, a leader or a line of the frame, unless a ground of
# its own lies between.  Says what meets what, and what it looked at.

function number_of(name,    at) {
    return match($0, " " name "=[-0-9.,]+") \
        ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) : ""
}

function forget() {
    texts = bars = rules = lines = grounds = 0
}

# The ink of digits and of Han, a little less than its size.
function add_text(    i, n, advances, width) {
    n = split(number_of("adv"), advances, ",")
    for (i = 1; i <= n; i++) {
        width += advances[i]
    }
    texts++
    left[texts] = $2 + 400
    right[texts] = $2 + width - 400
    top[texts] = $3 - $4 * 0.68
    bottom[texts] = $3
    order[texts] = NR
    match($0, /"([^"\\]|\\.)*"/)
    said[texts] = substr($0, RSTART, RLENGTH)
}

function add_fill(is_artifact) {
    if (!is_artifact || ($4 > 1200 && $5 > 1200)) {
        grounds++
        ground_x[grounds] = $2; ground_y[grounds] = $3
        ground_right[grounds] = $2 + $4; ground_bottom[grounds] = $3 + $5
        ground_order[grounds] = NR
    }
    if (!is_artifact) {
        bars++
        bar_x[bars] = $2; bar_y[bars] = $3
        bar_right[bars] = $2 + $4; bar_bottom[bars] = $3 + $5
    } else if ($4 <= 1200 || $5 <= 1200) {
        rules++
        rule_x[rules] = $2; rule_y[rules] = $3
        rule_right[rules] = $2 + $4; rule_bottom[rules] = $3 + $5
        rule_order[rules] = NR
    }
}

# Every stretch of a path; the last one of a closed path too.
function add_path(    i, first, before, here) {
    for (i = 2; i <= NF; i++) {
        if ($i ~ /^-?[0-9.]+,-?[0-9.]+$/) {
            if (first == "") {
                first = $i
            } else {
                add_stretch(before, $i)
            }
            before = $i
        }
    }
    if (/ closed/) {
        add_stretch(before, first)
    }
}

function add_stretch(from, to,    a, b) {
    split(from, a, ",")
    split(to, b, ",")
    lines++
    from_x[lines] = a[1]; from_y[lines] = a[2]
    to_x[lines] = b[1]; to_y[lines] = b[2]
}

function meet(i, x, y, end, foot) {
    return left[i] < end && x < right[i] && top[i] < foot && y < bottom[i]
}

# Clips the stretch to the box (Liang and Barsky).
function line_meets(i, k,    dx, dy, t0, t1) {
    dx = to_x[k] - from_x[k]
    dy = to_y[k] - from_y[k]
    enter = 0
    leave = 1
    return clip(-dx, from_x[k] - left[i]) && clip(dx, right[i] - from_x[k]) &&
        clip(-dy, from_y[k] - top[i]) && clip(dy, bottom[i] - from_y[k])
}

function clip(p, q,    r) {
    if (p == 0) {
        return q > 0
    }
    r = q / p
    if (p < 0) {
        enter = r > enter ? r : enter
    } else {
        leave = r < leave ? r : leave
    }
    return enter < leave
}

function has_ground(i, since,    k) {
    for (k = 1; k <= grounds; k++) {
        if (ground_order[k] > since && ground_order[k] < order[i] &&
            ground_x[k] <= left[i] && ground_right[k] >= right[i] &&
            ground_y[k] <= top[i] + 800 && ground_bottom[k] >= bottom[i]) {
            return 1
        }
    }
    return 0
}

function fault(i, what) {
    print FILENAME ": page " page ": " said[i] " meets " what
    bad = 1
}

function check(    i, k) {
    for (i = 1; i <= texts; i++) {
        checked++
        for (k = 1; k < i; k++) {
            if (meet(i, left[k], top[k], right[k], bottom[k])) {
                fault(i, said[k])
            }
        }
        for (k = 1; k <= bars; k++) {
            if (meet(i, bar_x[k], bar_y[k], bar_right[k], bar_bottom[k]) &&
                (left[i] < bar_x[k] || right[i] > bar_right[k] ||
                top[i] < bar_y[k] || bottom[i] > bar_bottom[k])) {
                fault(i, "the edge of a bar at " bar_x[k] "," bar_y[k])
            }
        }
        for (k = 1; k <= lines; k++) {
            if (line_meets(i, k)) {
                fault(i, "a line from " from_x[k] "," from_y[k])
            }
        }
        for (k = 1; k <= rules; k++) {
            if (meet(i, rule_x[k], rule_y[k], rule_right[k],
                rule_bottom[k]) && !has_ground(i, rule_order[k])) {
                fault(i, "a rule at " rule_x[k] "," rule_y[k])
            }
        }
    }
    forget()
}

/^page / { check(); page++ }
/^~?fill / { add_fill(/^~/) }
/^~?path / { add_path() }
/^text .* in=chart$/ { add_text() }
END {
    check()
    if (checked == 0) {
        print "no text of a chart was looked at"
        bad = 1
    }
    exit bad
}
