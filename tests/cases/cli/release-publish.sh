# shellcheck shell=sh disable=SC1091,SC2154
# Publishing: nothing leads to a release before all of it is there.
. "$root/tests/cases/cli/release/project"
there() {
    named "$1"
    readlink "$1/current" | plain
    diff -r "$1/current" releases/current && echo same
}
whole() {
    (cd "$1" && sha256sum -c --quiet SHA256SUMS)
}
run --reports

echo '# to a folder'
printf '[publish]\nfolder=www/bulletins\n' >>gongbao.conf
try release
there www/bulletins

echo '# again: nothing is written'
find www -printf '%p %C@\n' >before
try release
find www -printf '%p %C@\n' | diff before - && echo nothing

echo '# the next one: files that are the same are linked, old ones go with ours'
sed -i 's/^\[release\]/&\nkeep=1/' gongbao.conf
for figures in '5130 1.9' '5140 2.1'; do
    # shellcheck disable=SC2086 # words are meant
    lent $figures
    try release
done
there www/bulletins
stat -c %h www/bulletins/current/tex/gongbao.cls

echo '# what a run left there that was ended is removed'
mkdir -p www/bulletins/.new/reports www/bulletins/0009-12345678
lent 5150 2.3
try release
there www/bulletins

echo '# by rsync, at first with all that is kept'
sed -i 's/^folder=www.*/rsync=mirror\//' gongbao.conf
try release
there mirror
lent 5160 2.5
try release
there mirror

echo '# it fails: the release stands, and is published by the next run'
sed -i 's/^rsync=.*/rsync=missing\/folder\/deep\//' gongbao.conf
lent 5170 2.7
release 2>err || echo "= $?"
sed 's/: .*said:.*mkdir/: ... said: ... mkdir/; s/mkdir.*failed/mkdir ... failed/
    s/ rsync error.*/ .../' err
named
whole releases/current
mkdir -p missing/folder
try release
there missing/folder/deep

echo '# by a command, with the folder of the release'
cat >publish.sh <<'EOF'
#!/bin/sh
# It is current already, and whole.
[ "$(realpath "$1")" = "$(realpath releases/current)" ] || exit 3
(cd "$1" && sha256sum -c --quiet SHA256SUMS) || exit 4
echo "$#" "$1" >>called
EOF
chmod +x publish.sh
sed -i 's/^rsync=.*/command=.\/publish.sh %d "100%%"/' gongbao.conf
try release
try release
plain <called

echo '# all ways are tried'
printf 'folder=www/two\nrsync=none/none/\n' >>gongbao.conf
sed -i 's/^command=.*/command=false/' gongbao.conf
release 2>err || echo "= $?"
grep -c error: err
there www/two

echo '# while one is at work another run waits for nobody'
cat >slow <<'EOF'
#!/bin/sh
: >started
while [ ! -e go ]; do sleep 0.05; done
EOF
begun() {
    while [ ! -e started ]; do sleep 0.05; done
    rm started
}
chmod +x slow
sed -i '/^\[publish\]/,$d' gongbao.conf
printf '[publish]\ncommand=./slow\n' >>gongbao.conf
release &
first=$!
begun
try release
: >go
wait "$first"
try release

echo '# a signal ends what is at work, leaves nothing half, and loses nothing'
rm go
lent 5180 2.9
release &
first=$!
begun
kill -TERM "$first"
wait "$first" || echo "= $?"
whole releases/current
sed -i 's/^\[release\]/&\nsign=.\/slow %i %o/' gongbao.conf
lent 5190 3.1
release &
first=$!
begun
kill -TERM "$first"
wait "$first" || echo "= $?"
named
sed -i 's/^sign=.*/sign=cp %i %o/' gongbao.conf
: >go
try release
named
