# shellcheck shell=sh disable=SC1091,SC2154
# What --verify finds, and what stops a release.
. "$root/tests/cases/cli/release/project"
there() {
    cat err
}
check() {
    release --verify copy 2>err || echo "= $?"
    there
    rm -rf copy
    cp -R "$(realpath releases/current)" copy
}
run
cp -R "$(realpath releases/current)" copy

echo '# as it is'
check
echo '# files'
echo >>copy/reports/library-brief-2024.en.pdf
echo >copy/data/more.csv
rm copy/style.css
check
echo '# lines'
sed -i '2s/^./x/' copy/SHA256SUMS
check
rm copy/SHA256SUMS
check
echo '# a manifest that goes with other files'
echo >>copy/tex/gongbao.cls
sed -i "s/^[0-9a-f]*  tex\/gongbao.cls/$(sha256sum copy/tex/gongbao.cls |
    cut -c-64)  tex\/gongbao.cls/" copy/SHA256SUMS
check
echo '# a name that goes with another manifest'
cp -R "$(realpath releases/current)" 0001-00000000
release --verify 0001-00000000 2>err || echo "= $?"
there | plain
echo '# no release'
release --verify nowhere 2>err || echo "= $?"
there

echo '# nothing was made'
mkdir empty
try release --project=empty
named empty/releases

echo '# a file that is not the one that was made'
lent 5130 1.9
echo >>output/library-brief-2024.en.tex
try release
named
run
named

echo '# a picture or table that is kept has other bytes: it is made again'
mv releases before
for file in work/release/*.png work/release/*.csv; do
    printf Y | dd of="$file" bs=1 seek=99 conv=notrunc status=none
done
try release 2>err
sed 's/[0-9a-f]\{64\}/X/; s/X\.[a-z]*/X/' err
try release
for file in work/release/*.png work/release/*.csv; do echo >>"$file"; done
rm -r releases
try release
(cd releases/current && sha256sum --quiet -c SHA256SUMS) && echo whole
rm -r releases
mv before releases

echo '# the programs for pictures and tables fail'
lent 5120 1.7
mkdir bin
program() {
    cat >"bin/$1"
    chmod +x "bin/$1"
}
rm -r work/release
program mutool <<'END'
#!/bin/sh
while [ "$1" != -o ]; do shift; done
echo PNG >"$2"
END
try env PATH="$PWD/bin:$PATH" release
printf '#!/bin/sh\nexit 3\n' | program mutool
try env PATH="$PWD/bin:$PATH" release
cp "$BUILD/bin/release" bin/
printf '#!/bin/sh\nexit 3\n' | program export
GONGBAO_DATADIR=$BUILD/share/gongbao bin/release 2>err || echo "= $?"
sed "s,$PWD/,," err
named

echo '# a run that was ended: what it left goes, current stays'
mkdir -p releases/.new/data releases/0007-12345678 releases/.old
ln -s nowhere releases/.current
lent 5140 2.1
try release
named

echo '# the folder of releases cannot be written'
: >file
sed -i 's/^\[release\]/&\nfolder=file\/releases/' gongbao.conf
try release

echo '# usage'
try release more
try release --verify one two
