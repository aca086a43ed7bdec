#!/bin/sh
# The feeds of a release, by the rules of RFC 4287 (the number of its section is
# in each name), and that an entry keeps its id.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

for name in first changed; do
    cp "tests/cases/pages/$name/manifest.xml" "$TMPDIR/$name.xml"
done
# More reports than a feed tells of.
awk -v datasets=501 -v previous=yes -f tests/pages/manifest.awk >"$TMPDIR/many.xml"
for name in first changed many; do
    "$BUILD/tests/pages" "$TMPDIR/$name.xml" "$TMPDIR/$name"
done

xpath() {
    sed 's/ xmlns="[^"]*"//; s/xml:lang=/lang=/' "$1" |
        xmllint --nonet --xpath "$2" - 2>/dev/null
}

each_feed() {
    bad=0
    for feed in "$TMPDIR"/*/feed*.atom; do
        "$@" "$feed" || bad=1
    done
    return $bad
}

# none XPATH FEED: nothing in the feed is so.
none() {
    found=$(xpath "$2" "$1") || return 0
    echo "${2#"$TMPDIR/"}: $found" | head -n 5
    return 1
}

# All elements are of Atom, the root is a feed.
vocabulary() {
    xmllint --noout --nonet "$1" || return 1
    [ "$(xmllint --nonet --xpath "count(//*[namespace-uri() !=
        'http://www.w3.org/2005/Atom'])" "$1")" = 0 ] || return 1
    xpath "$1" 'name(/*)' | grep -qx feed || return 1
    none "/feed/*[not(self::id or self::title or self::updated or
        self::author or self::generator or self::link or self::entry)]
        | /feed/entry/*[not(self::id or self::title or self::updated or
        self::author or self::category or self::link or self::summary)]
        | //author/*[not(self::name)] | //link/node()
        | //@*[not(name() = 'lang' and parent::feed
            or name() = 'version' and parent::generator
            or (name() = 'term' or name() = 'label') and parent::category
            or (name() = 'rel' or name() = 'type' or name() = 'hreflang' or
                name() = 'length' or name() = 'href') and parent::link)]" "$1"
}

# A date as RFC 3339 has it, at Z; and the feed's is that of no older entry.
dates() {
    xpath "$1" '//updated/text()' | grep -vxE \
        '[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z' &&
        return 1
    xpath "$1" '/feed/updated/text() | /feed/entry/updated/text()' |
        LC_ALL=C sort -c -r
}

# Absolute; those of a feed and all its entries differ.
ids() {
    xpath "$1" '//id/text()' >"$TMPDIR/ids"
    ! grep -vxE 'urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}' \
        "$TMPDIR/ids" || return 1
    [ "$(LC_ALL=C sort -u "$TMPDIR/ids" | wc -l)" = "$(wc -l <"$TMPDIR/ids")" ]
}

# uuid NAME: version 5 in the namespace of addresses, by another program.
uuid() {
    { printf '\153\247\270\021\235\255\021\321\200\264\000\300\117\324\060\310'
        printf '%s' "$1"; } | sha1sum |
        sed 's/^\(.\{8\}\)\(.\{4\}\).\(...\)\(.\)\(...\)\(.\{12\}\).*/\1-\2-5\3 \4 \5-\6/' |
        while read -r front variant rest; do
            printf '%s-%x%s\n' "$front" $((0x$variant & 3 | 8)) "$rest"
        done
}

# An entry is found again by what does not change.
lasting() {
    wanted=$(uuid 'https://stat.example/bulletins/wuhan-annual-2024.zh_CN')
    xpath "$TMPDIR/changed/feed.atom" "//entry[id = 'urn:uuid:$wanted']/title" |
        grep 年度公报 || return 1
    # Another title, other data, another file.
    sed -e 's/公报/通报/g; s/sha256="2/sha256="7/; s/size="2/size="3/' \
        "$TMPDIR/changed.xml" >"$TMPDIR/later.xml"
    "$BUILD/tests/pages" "$TMPDIR/later.xml" "$TMPDIR/later"
    xpath "$TMPDIR/later/feed.atom" '//id/text()' >"$TMPDIR/later.ids"
    xpath "$TMPDIR/changed/feed.atom" '//id/text()' | cmp - "$TMPDIR/later.ids"
    status=$?
    rm -r "$TMPDIR/later"
    return $status
}

# All reports in the language are in the feed, changed or not.
complete() {
    for lang in zh_CN en; do
        suffix=
        [ $lang = zh_CN ] || suffix=.en
        entries=$(xpath "$TMPDIR/changed/feed$suffix.atom" 'count(//entry)')
        reports=$(xmllint --nonet --xpath "count(//*[local-name() = 'dataset'
            ]/*[contains(@lang, '$lang')])" "$TMPDIR/changed.xml")
        [ "$entries" = "$reports" ] || return 1
    done
}

# Of very many the newest, and the release itself, which counts them all.
cut() {
    xpath "$TMPDIR/many/feed.en.atom" 'count(//entry)' | grep -qx 501 &&
        xpath "$TMPDIR/many/feed.en.atom" 'string(//entry[1]/summary)' |
        grep -q '142 reports revised' &&
        xpath "$TMPDIR/many/feed.atom" 'string(//entry[1]/title)' |
        grep -qx '2025年10月15日发布'
}

absolute() {
    none "//link[not(starts-with(@href, 'https://stat.example/bulletins/'))]" \
        "$TMPDIR/changed/feed.atom" &&
        none '//link[contains(@href, ":")]' "$TMPDIR/first/feed.atom"
}

expect '1: the elements are those of Atom' each_feed vocabulary
expect '4.1.1: a feed has one id, title, update' each_feed none \
    '/feed[count(id) != 1 or count(title) != 1 or count(updated) != 1 or
    count(generator) > 1 or count(link[@rel = "self"]) > 1]'
expect '4.1.1: a feed has an author' each_feed none '/feed[not(author)]'
expect '4.1.2: an entry has one id, title, update, at most one summary' \
    each_feed none '//entry[count(id) != 1 or count(title) != 1 or
    count(updated) != 1 or count(summary) > 1]'
expect '4.1.2: an entry without content has an alternate' each_feed none \
    '//entry[not(link[@rel = "alternate"])]'
expect '4.1: alternates differ by type and language' each_feed none \
    '//link[@rel = "alternate" and @type = preceding-sibling::link[
    @rel = "alternate"]/@type and @hreflang = preceding-sibling::link[
    @rel = "alternate"]/@hreflang]'
expect '3.2.1: a person has one name' each_feed none \
    '//author[count(name) != 1 or not(normalize-space(name))]'
expect '3.3: dates are those of RFC 3339' each_feed dates
expect '4.2.6: ids are absolute and differ' each_feed ids
expect '4.2.6: an id lasts' lasting
expect '4.2.7: links have an address, a relation, a type' each_feed none \
    '//link[not(string(@href)) or not(contains(@type, "/")) or
    not(@rel = "self" or @rel = "alternate" or @rel = "enclosure")]'
expect '4.2.7: an enclosure has its length' each_feed none \
    '//entry[link[@rel = "enclosure"][not(@length > 0) or
    @type != "application/pdf"]]'
expect '4.2.7: links are absolute where the address is known' absolute
expect '4.2.2: a category has a term' each_feed none '//category[not(string(@term))]'
expect '2: a feed says its language' each_feed none \
    '/feed[not(@lang = "zh-CN" or @lang = "en")]'
expect 'each report in the language has an entry' complete
expect 'of very many reports the newest are told of' cut
