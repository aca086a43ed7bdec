# One answer a job, whatever becomes of it: what fails says what needs mending,
# and the next job is done.
cp "$root/data/national-rd/2023.xml" good.xml
sed 's/<dataset /<dataset wrong="" /' good.xml >bad.xml
mkdir schema folder
cp "$root"/data/schema/*.xsd schema
export GONGBAO_DATADIR=.
t=$(printf '\t')
validate --batch <<END
-o${t}accepted.xml${t}good.xml
-o${t}none.xml${t}bad.xml

--help
--batch
-o${t}-${t}good.xml
--output=-${t}good.xml
--recompute${t}good.xml
-o${t}none.xml${t}absent.xml
-o${t}folder${t}good.xml
-o${t}none/none.xml${t}absent.xml${t}good.xml
-o${t}again.xml${t}good.xml
END
echo "exit status $?"
cmp accepted.xml good.xml
cmp again.xml good.xml
ls

# A line that is cut off may name another file than was meant.
printf -- '-o\tx.xml\tgood.xml' | validate --batch
# What nobody reads the answers to is not done.
printf -- '-o\tlate.xml\tgood.xml\n-o\tlater.xml\tgood.xml\n' |
    validate --batch >/dev/full || echo "exit status $?"
[ ! -e later.xml ] || echo 'a job was done after the first lost answer'
