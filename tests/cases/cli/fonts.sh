# shellcheck shell=sh disable=SC2154
# What can be wrong with fonts, and with the file that they go into.
say() {
    status=0
    "$@" 2>said || status=$?
    sed "s,$PWD,.,g" said
    echo "= $status"
}
parts=$BUILD/share/gongbao
english=$root/tests/cases/layout/elements/elements-en.xml
export GONGBAO_DATADIR="$PWD/parts"

# private PART: a copy of the installed parts, with that one to be changed.
private() {
    rm -rf parts
    mkdir parts
    for part in schema templates fonts; do
        [ "$part" = "$1" ] || ln -s "$parts/$part" "parts/$part"
    done
    cp -rL "$parts/$1" "parts/$1"
}

# catalogue SCRIPT: what sed makes of it, and a report with that.
catalogue() {
    private fonts
    sed "$1" "$parts/fonts/fonts.xml" >parts/fonts/fonts.xml
    say layout -o out.pdf "$english"
}
catalogue 's/family="Caladea"/family="Caladeum"/'
catalogue 's,file="/usr/share,file="/nowhere,'
catalogue 's/<order role="kai">/<order role="sans">/'

# The faces of one family alone, in a folder that fontconfig knows already when
# the files in it change: what it remembers is not what is there.
mkdir folder
for file in $(fc-list ':family=Caladea' file | sed 's/: *$//'); do
    cp "$file" folder
done
cat >fonts.conf <<END
<fontconfig><dir>$PWD/folder</dir><cachedir>$PWD/cache</cachedir></fontconfig>
END
export FONTCONFIG_FILE="$PWD/fonts.conf"
private fonts
{
    echo '<fonts xmlns="urn:gongbao:fonts:1">'
    echo '<face id="one" family="Caladea" style="Regular"' \
        'package="fonts-crosextra-caladea" licence="Apache-2.0"/>'
    for role in serif sans kai fangsong; do
        for style in '' 'bold="yes"' 'italic="yes"' 'bold="yes" italic="yes"'; do
            echo "<order role=\"$role\" $style><use face=\"one\"/></order>"
        done
    done
    echo '<fallback/></fonts>'
} >parts/fonts/fonts.xml
cat >plain.xml <<END
<report xmlns="urn:gongbao:document:1" xml:lang="en" date="2025-01-01">
<head><title>Plain</title></head>
<section id="a"><h>Plain</h><p>Plain text.</p></section></report>
END
say layout -o out.pdf plain.xml
sed 's/text/text 武/' plain.xml >han.xml
say layout -o out.pdf han.xml
regular=$(echo folder/*Regular*)
LC_ALL=C sed 's/glyf/glyX/' "$regular" >damaged
cat damaged >"$regular"
say layout -o out.pdf plain.xml
: >"$regular"
say layout -o out.pdf plain.xml

unset FONTCONFIG_FILE
say env XDG_DATA_DIRS="$PWD" GONGBAO_DATADIR="$parts" layout -o out.pdf "$english"
