# shellcheck shell=sh disable=SC2154
# What validate says of the numerals of the documents.
try() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
cases=$root/tests/cases/validate/coverage
cp -r "$cases/documents" .
cp "$cases/s16-declared-ok.xml" all.xml
sed '/<coverage>/,/<.coverage>/d' all.xml >some.xml

echo '# each numeral is used, says when, or is declared'
try validate --sources documents --coverage --werror all.xml

echo '# without declarations: warnings, which --werror makes errors'
try validate --sources documents --coverage some.xml >list.txt
grep -v ': used by' list.txt
try validate --sources documents --coverage --werror some.xml >list.txt
grep -c . list.txt

echo '# one document of several files: what one of them declares'
sed '/<obs indicator="berths"/,/<.obs>/d
    /<indicator id="berths"/,/<.indicator>/d
    /<unit id="berth"/,/<.unit>/d' all.xml >less.xml
try validate --sources documents --coverage less.xml some.xml >list.txt
tail -n 1 list.txt
validate --sources documents --coverage less.xml | grep '^[^ ]*:5:'

echo '# a confidential figure is not printed'
sed 's/period="2024-12"/& confStatus="C"/' all.xml >secret.xml
validate --sources documents --coverage secret.xml | grep '^[^ ]*:5:'

echo '# in the language of the user'
env LC_ALL=C.UTF-8 LANGUAGE=zh_CN validate --sources documents --coverage \
    all.xml | sed -n '1,4p;$p'

echo '# without a document there is nothing to list'
try validate --sources . --coverage all.xml

echo '# usage'
try validate --coverage all.xml
try validate --sources documents --coverage -o out.xml all.xml
