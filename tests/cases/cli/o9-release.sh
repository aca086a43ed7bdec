# shellcheck shell=sh disable=SC1091,SC2154
# A release: what is in it, what it says of itself, and that it is made once.
. "$root/tests/cases/cli/release/project"
run --reports

echo '# what is in it'
try release
readlink releases/current | plain
(cd releases/current && find . -type f | LC_ALL=C sort)

echo '# sums of all files, and of no other'
(cd releases/current && sha256sum -c --quiet SHA256SUMS && echo good)
(cd releases/current && find . -type f ! -name SHA256SUMS -printf '%P\n' |
    LC_ALL=C sort) >there
sed 's/^.\{66\}//' releases/current/SHA256SUMS | cmp - there

echo '# the manifest: valid, every file with size and sum, every input'
xmllint --noout --nonet --schema "$root/data/schema/release.xsd" \
    releases/current/manifest.xml 2>&1
sed -n 's/.*<file path="\([^"]*\)" kind="[^"]*" size="\([0-9]*\)" sha256="\([0-9a-f]*\)".*/\3 \2 \1/p' \
    releases/current/manifest.xml >files
while read -r sum size path; do
    [ "$(stat -c %s "releases/current/$path")" = "$size" ] || echo "size: $path"
    grep -qx "$sum  $path" releases/current/SHA256SUMS || echo "sum: $path"
done <files
grep -c . files
sed -n 's/.*<file path="\([^"]*\)" size.*/\1/p' releases/current/manifest.xml |
    grep -v '[ot]t[fc]$'
sed -n 's/.*<tool name="\([^"]*\)".*/\1/p; s/.*<library name="\([^"]*\)".*/\1/p' \
    releases/current/manifest.xml
sed -n 's/ version="[^"]*" tables="[0-9a-f]*"//; s/ *\(<face .*fsType.*\)/\1/p' \
    releases/current/manifest.xml

echo '# inputs have the sums of what was read'
for file in data/library/2024.xml data/library/reports; do
    grep -q "\"$file\".*$(sha256sum "$file" | cut -c-64)" \
        releases/current/manifest.xml || echo "$file"
done
for program in validate aggregate layout export release; do
    grep -q "\"$program\".*$(sha256sum "$BUILD/bin/$program" | cut -c-64)" \
        releases/current/manifest.xml || echo "$program"
done

echo '# nothing of this machine, and everyone may read'
grep -rlaF "$PWD" releases/current || echo none
find releases ! -type l ! -perm -a+r

echo '# the same again: nothing is written'
stamps() {
    find releases work output -printf '%p %C@ %i\n' | LC_ALL=C sort
}
stamps >before
try release
stamps | diff - before && echo nothing

echo '# also where what is kept beside it is lost'
rm -r work/release
try release
named

echo '# the same bytes elsewhere, whatever the clock, zone, umask'
mkdir elsewhere
cp -R data gongbao.conf elsewhere/
(
    cd elsewhere || exit
    umask 077
    TZ=Asia/Shanghai
    export TZ
    # A sanitizer wants to stand before the library of faketime.
    export ASAN_OPTIONS="$ASAN_OPTIONS:verify_asan_link_order=0"
    faketime '2031-05-05 05:05:05' run
)
diff -r releases elsewhere/releases && echo same
find elsewhere/releases ! -type l ! -perm -a+r
