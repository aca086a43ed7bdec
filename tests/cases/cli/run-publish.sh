# When run calls release, and how: not while a report fails, unless it is told
# to, and not for a part of the reports.
mkdir -p bin share data/one
cp "$(command -v run)" bin/run
for part in validate aggregate layout; do
    ln -s "$(command -v $part)" bin/$part
done
ln -s "$(dirname "$(command -v run)")/../share/gongbao" share/gongbao
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
try() {
    status=0
    bin/run "$@" 2>err || status=$?
    sed -n '/release/p' err
    echo "= $status"
}
fake() {
    {
        echo '#!/bin/sh'
        echo 'echo "release $*"'
        echo "$1"
    } >bin/release
    chmod +x bin/release
}
fake 'exit 0'
echo 'no section'
try
printf '[release]\nkeep=1\n' >gongbao.conf
echo 'a section'
try
echo 'other folders'
try --work=w --output=o --jobs=2
echo 'not for make, not for a part'
try --reports
try --only=one
try --shard=1/1
echo 'a report fails'
sed -i 's/<dataset/<datasat/' data/one/2024.xml
try
printf '[release]\non_failure=release\n' >gongbao.conf
try
sed -i 's/<datasat/<dataset/' data/one/2024.xml
echo 'what it ends with'
fake 'exit 76'
try
echo 'who started it does not want to hear of children'
(
    trap '' CHLD
    try
)
fake 'kill -KILL $$'
try
rm bin/release
try
