#!/bin/sh
# The pages of a release, but for what only a browser sees (make browser-test):
# they are well-formed, their links lead somewhere and say to where, headings
# and landmarks are in order, and every colour can be read on its ground.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

for name in first changed; do
    cp "tests/cases/pages/$name/manifest.xml" "$TMPDIR/$name.xml"
done
# More than a page holds, and of a year more than a list without links into it.
awk -v datasets=125 -v years=2 -v previous=yes -f tests/pages/manifest.awk \
    >"$TMPDIR/many.xml"
for name in first changed many; do
    "$BUILD/tests/pages" "$TMPDIR/$name.xml" "$TMPDIR/$name"
    cp "$TMPDIR/$name.xml" "$TMPDIR/$name/manifest.xml"
done

# An XPath over a page, as a document without a namespace.
xpath() {
    sed 's/ xmlns="[^"]*"//' "$1" | xmllint --nonet --xpath "$2" - 2>/dev/null
}

# none FILE XPATH: nothing on the page is so.
none() {
    found=$(xpath "$1" "$2") || return 0
    echo "${1#"$TMPDIR/"}: $found" | head -n 5
    return 1
}

# --- all pages of all releases ---

all_pages() {
    find "$TMPDIR/first" "$TMPDIR/changed" "$TMPDIR/many" -name 'index*.html' \
        -o -name 'd0001*.html'
}
each_page() {
    bad=0
    for page in $(all_pages); do
        "$1" "$page" || bad=1
    done
    return $bad
}

well_formed() {
    head -n 1 "$1" | grep -qx '<!DOCTYPE html>' || return 1
    xmllint --noout --nonet "$1"
}

# No script, no style of its own, nothing from elsewhere, no frame: what a
# policy of a site may forbid.
self_contained() {
    none "$1" "//script | //style | //@style | //iframe | //object | //embed
        | //@*[starts-with(name(), 'on')]
        | //@src[contains(., ':')] | //link/@href[contains(., ':')]"
}

# One h1, no level left out on the way down.
headings() {
    xpath "$1" 'count(//h1)' | grep -qx 1 || return 1
    xmllint --nonet --xpath "//*[starts-with(local-name(), 'h') and
        string-length(local-name()) = 2 and local-name() != 'hr']" "$1" |
        grep -o '<h[1-6]' | awk '{
            level = substr($0, 3)
            if (level > last + 1) { print "h" level " after h" last; exit 1 }
            last = level
        }'
}

# Banner, main, contentinfo; what comes again has a name of its own.
landmarks() {
    for landmark in header main footer; do
        xpath "$1" "count(/html/body/$landmark)" | grep -qx 1 || return 1
    done
    none "$1" "//nav[not(@aria-label) and not(@aria-labelledby)]
        | //section[not(@aria-labelledby)]
        | //@aria-labelledby[not(. = //@id)]
        | //@id[. = preceding::*/@id]
        | /html/body/*[not(self::a[@class = 'skip' and @href = '#main']
            or self::header or self::main[@id = 'main'] or self::footer)]"
}

# The page's language, and another where it is another.
languages() {
    case $1 in
    *.en.html) lang=en ;;
    *) lang=zh-CN ;;
    esac
    xpath "$1" 'string(/html/@lang)' | grep -qx $lang || return 1
    [ $lang = zh-CN ] || ! xmllint --nonet --xpath "//text()[not(
        ancestor::*[@lang = 'zh-CN'])]" "$1" | LC_ALL=C grep "$(printf '[\344-\351]')"
}

pictures() {
    none "$1" "//img[not(normalize-space(@alt)) or not(@width) or not(@height)
        or @loading != 'lazy']"
}

# What is read of a link tells it from all that lead elsewhere.
link_texts() {
    xpath "$1" '//a' | sed 's/<a /\n<a /g' | awk '
        /^<a / {
            href = $0
            sub(/.*href="/, "", href)
            sub(/".*/, "", href)
            text = $0
            gsub(/<[^>]*>/, "", text)
            if (text == "" || (text in seen && seen[text] != href)) {
                print "\"" text "\" leads to " href " and " seen[text]
                bad = 1
            }
            seen[text] = href
        }
        END { exit bad }'
}

# --- links lead to what is in the release ---

# What a release has: files of its manifest, what is made of it, what is
# written beside it.
contents() {
    xmllint --nonet --xpath "//*[local-name() = 'file'][
        not(parent::*[local-name() = 'inputs'])]/@path" "$1/manifest.xml" |
        sed 's/^ *path="//; s/"$//; s/ /%20/g; s/#/%23/g' |
        awk '{ print } END { print "SHA256SUMS\nSHA256SUMS.sig\nprovenance.intoto.json" }' |
        LC_ALL=C.UTF-8 awk '{ print }'
    (cd "$1" && find . -type f | sed 's,^\./,,')
}

links() {
    folder=$TMPDIR/$1
    contents "$folder" | LC_ALL=C sort -u >"$TMPDIR/contents"
    all_pages | grep "^$folder/" | while read -r page; do
        from=${page#"$folder/"}
        base=
        case $from in */*) base=${from%/*}/ ;; esac
        xpath "$page" '//@href | //@src' | tr -s ' ' '\n' |
            sed -n 's/^[a-z]*="\(.*\)"$/\1/p' | while read -r link; do
            path=${link%%#*}
            if [ -z "$path" ]; then
                id=${link#*#}
                [ "$(xpath "$page" "count(//*[@id = '$id'])")" = 1 ] ||
                    echo "$from: no #$id"
                continue
            fi
            case $path in
            ../*) path=${path#../} ;;
            *) path=$base$path ;;
            esac
            printf '%s\t%s\n' "$path" "$from"
        done
    done >"$TMPDIR/links"
    ! grep 'no #' "$TMPDIR/links" || return 1
    [ -s "$TMPDIR/links" ]
    LC_ALL=C sort -u "$TMPDIR/links" | LC_ALL=C join -t "$(printf '\t')" -v 1 - \
        "$TMPDIR/contents" | head -n 5 >"$TMPDIR/missing"
    cat "$TMPDIR/missing"
    [ ! -s "$TMPDIR/missing" ]
}

# --- colours ---

# In the style each colour is a name; here each pair that meets: 4.5 to 1.
contrast() {
    ! grep -nE '^ *(color|background-color|outline|border[a-z-]*):' \
        templates/release/style.css | grep -v 'var(--\|inherit\|: 0;' || return 1
    awk '
        function channel(hex, value) {
            value = (16 * (index("0123456789abcdef", substr(hex, 1, 1)) - 1) + \
                index("0123456789abcdef", substr(hex, 2, 1)) - 1) / 255
            return value <= 0.04045 ? value / 12.92 \
                : exp(2.4 * log((value + 0.055) / 1.055))
        }
        function light(hex) {
            return 0.2126 * channel(substr(hex, 2)) + \
                0.7152 * channel(substr(hex, 4)) + \
                0.0722 * channel(substr(hex, 6))
        }
        function ratio(one, two, a, b) {
            a = light(one)
            b = light(two)
            return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05)
        }
        function check(name, ground, r) {
            r = ratio(value[name], value[ground])
            printf "%s: %s on %s: %.2f\n", theme, name, ground, r
            if (!(name in value) || !(ground in value) || r < 4.5) bad = 1
            checked++
        }
        /prefers-color-scheme: dark/ { theme = "dark" }
        /^@media print/ { theme = "print" }
        /:root \{/ { inside = 1; if (theme == "") theme = "light" }
        inside && /^ *--[a-z]*: #/ {
            sub(/:/, "", $1)
            sub(/;/, "", $2)
            value[substr($1, 3)] = $2
        }
        inside && /\}/ {
            inside = 0
            check("ink", "paper")
            check("quiet", "paper")
            check("accent", "paper")
            check("news", "paper")
            check("print", "sheet")
        }
        END { exit bad || checked != 15 }' templates/release/style.css
}

# --- a page for thousands ---

# As many as a page has lines, and not as many as there are reports.
bounded() {
    size=$(wc -c <"$TMPDIR/many/index.html")
    awk -v datasets=186 -v years=2 -v previous=yes \
        -f tests/pages/manifest.awk >"$TMPDIR/more.xml"
    "$BUILD/tests/pages" "$TMPDIR/more.xml" "$TMPDIR/more"
    more=$(($(wc -c <"$TMPDIR/more/index.html") - size))
    echo "61 more datasets are $more more bytes"
    # The news are told of twenty datasets at most.
    [ $more -lt $((61 * 400)) ] &&
        [ "$(find "$TMPDIR/more/datasets" -name '*.html' | wc -l)" = 372 ]
}

# Where a list is long, links lead into it: to every thirtieth row.
jumps() {
    for page in index index.en; do
        [ "$(xpath "$TMPDIR/many/$page.html" \
            "count(//nav[@class = 'jumps'])")" = 2 ] &&
            [ "$(xpath "$TMPDIR/many/$page.html" "count(//li[@id = substring(
                (//nav[@class = 'jumps'])[1]//li[3]/a/@href, 2)]
                /preceding-sibling::li)")" = 60 ] || return 1
    done
    none "$TMPDIR/first/index.html" "//nav[@class = 'jumps']"
}

# Where one page has more than five datasets, links lead to each.
datasets() {
    awk -v datasets=6 -f tests/pages/manifest.awk >"$TMPDIR/six.xml"
    "$BUILD/tests/pages" "$TMPDIR/six.xml" "$TMPDIR/six"
    [ "$(xpath "$TMPDIR/six/index.html" "count(//section[@id =
        substring(//nav[@class = 'years']//li[6]/a/@href, 2)])")" = 1 ] &&
        none "$TMPDIR/changed/index.html" "//nav[@class = 'years']"
}

# The page of a dataset is the same in the next release, where it is.
steady() {
    awk -v datasets=125 -v years=2 -f tests/pages/manifest.awk \
        >"$TMPDIR/before.xml"
    "$BUILD/tests/pages" "$TMPDIR/before.xml" "$TMPDIR/before"
    cmp "$TMPDIR/before/datasets/d0001.html" "$TMPDIR/many/datasets/d0001.html"
}

expect 'pages are well-formed' each_page well_formed
expect 'pages need nothing but their style and pictures' each_page self_contained
expect 'headings are in order' each_page headings
expect 'landmarks are there and have names' each_page landmarks
expect 'pages say their language, and each passage in another' each_page languages
expect 'pictures say what they show and how large they are' each_page pictures
expect 'links say where they lead' each_page link_texts
for name in first changed many; do
    expect "links of a release lead to its files: $name" links $name
done
expect 'colours have a contrast of 4.5' contrast
expect 'the page of all datasets grows by a line each' bounded
expect 'links lead into a long list' jumps
expect 'links lead to more datasets than a screen holds' datasets
expect 'the page of a dataset does not change with the release' steady
