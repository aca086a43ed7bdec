# shellcheck shell=sh disable=SC2154,SC2094
# What validate writes, and when.
try() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
cases=$root/tests/cases/validate
cp "$cases/basic/minimal.xml" good.xml
cp "$cases/references/unused.xml" warned.xml
cp "$cases/values/share.xml" bad.xml

echo '# accepted: the same bytes, and what they depend on'
try validate --depfile=out.d -o out.xml good.xml
cmp good.xml out.xml
sed 's,[^ ]*/schema/,SCHEMA/,' out.d

echo '# rejected: an earlier output stays, no other appears'
try validate -o out.xml bad.xml
cmp good.xml out.xml
try validate --depfile=new.d -o new.xml bad.xml
try validate --werror -o new.xml warned.xml
ls

echo '# warnings do not reject'
try validate -o new.xml warned.xml
cmp warned.xml new.xml

echo '# standard input and output'
validate -o - - <good.xml | cmp - good.xml
validate --depfile=out.d -o out.xml - <good.xml
sed 's,[^ ]*/schema/,SCHEMA/,' out.d
try validate - <bad.xml

echo '# all files are checked, the worst decides'
try validate bad.xml good.xml warned.xml
try validate bad.xml missing.xml

echo '# with the documents'
printf 'turnover\n\n120\n' >page.txt
try validate --sources . --depfile=out.d -o out.xml good.xml
grep -c 'page.txt' out.d
printf 'turnover\n\n121\n' >page.txt
try validate --sources . -o out.xml good.xml

echo '# where it cannot write'
try validate -o no-folder/out.xml good.xml 2>&1 | sed 's/: Failed.*: No/: No/'

echo '# larger than the limit: not even read'
truncate -s 1100000000 large.xml
try validate large.xml

echo '# another schema, whose patterns have no words'
cp -r "$root/data/schema" schema
sed 's/"\[a-z\]\[a-z0-9\]\*/"x[a-z0-9]*/' schema/dataset.xsd >changed.xsd
mv changed.xsd schema/dataset.xsd
try env GONGBAO_DATADIR=. validate good.xml
