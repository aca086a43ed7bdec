# shellcheck shell=sh disable=SC1091,SC2154
# What is another than in the release before, how much is kept, and how files
# that are the same are kept once.
. "$root/tests/cases/cli/release/project"
echo 'keep=2' >>gongbao.conf
cp -RL "$BUILD/share/gongbao" share
export GONGBAO_DATADIR="$PWD/share"
said() {
    sed -n '/<release /s/ previous="[^"]*"/ previous/
        /<release /{s/ version="[^"]*"//;p}
        /<dataset /p; /<report /p; /<changed>/,/<\/changed>/p
        /<removed>/,/<\/removed>/{/<title/p}' releases/current/manifest.xml
}
inode() {
    stat -c %i "releases/current/$1"
}
run
said

echo '# a figure'
class=$(inode tex/gongbao.cls)
pdf=$(inode reports/library-brief-2024.en.pdf)
lent 5130 1.9
release
said
[ "$class" = "$(inode tex/gongbao.cls)" ] && echo 'the same file'
[ "$pdf" = "$(inode reports/library-brief-2024.en.pdf)" ] || echo 'another file'

echo '# words'
sed -i 's/>books lent</>loans</' data/library/2024.xml
run
said

echo '# a year, and the day'
sed 's/year="2024"/year="2025"/; s/prepared="2025-01-20"/prepared="2026-01-20"/
    s/period="2024"/period="2025"/; s/period="2023"/period="2024"/
    s/base="2023"/base="2024"/; s/value="5034"/value="5130"/; s/5034册/5130册/' data/library/2024.xml >data/library/2025.xml
sed -i '/period="2025"/{s/value="[0-9]*"/value="5200"/}
    s/5130册"\/>$/5200册"\/>/; s/1\.9/1.4/' data/library/2025.xml
sed -i '/period="2024"/,/<\/obs>/s/5200册/5130册/' data/library/2025.xml
run
said

echo '# the design alone: a colour; the date is a second later'
sed -i 's/accent="#0B4F6C"/accent="#0B4F6D"/' share/templates/style.xml
run
said

echo '# as it was: a new release all the same'
sed -i 's/accent="#0B4F6D"/accent="#0B4F6C"/' share/templates/style.xml
run
said | grep -c 'change="changed"'
named

echo '# with keep=0 the current one alone'
sed -i 's/keep=2/keep=0/' gongbao.conf
sed -i 's/>loans</>books lent</' data/library/2025.xml
run
named
