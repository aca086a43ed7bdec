# What each page of a trace leaves blank below its text and footnotes: lines of
# "PAGE PERCENT".  -v top=Y -v bottom=Y: the text area in thousandths of a point;
# that of Chinese reports if left out.
BEGIN { if (!top) { top = 88000; bottom = 754000 } }
function close_page() {
    if (page) {
        printf "%d %d\n", page, (bottom - low) * 100 / (bottom - top)
    }
}
$1 == "page" { close_page(); page = $2; low = top; next }
/^~text.* in=report$/ || /^~fill/ && $3 < top || $1 == "outline" { next }
$1 ~ /^~?text$/ && $3 < bottom + 3000 { low = $3 > low ? $3 : low }
$1 ~ /^~?fill$/ && $3 + $5 < bottom + 3000 { low = $3 + $5 > low ? $3 + $5 : low }
END { close_page() }
