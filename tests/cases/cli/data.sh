# LaTeX source and the folder of what its PDF carries; none for what is no file.
document=$root/tests/cases/layout/latex/structure-en.xml
layout --to=tex -o report.tex "$document"
ls
cmp report.data/structure-en.xml "$document"
(cd report.data && ls && head -n 2 untitled-table-1.csv)
sed -n '/associatedfile/p' report.tex

rm -r report.*
layout --to=tex -o - "$document" >/dev/null
layout --to=tex -o /dev/null "$document"
mkfifo pipe
cat pipe >/dev/null &
layout --to=tex -o pipe "$document"
wait
layout --to=tex --lint "$document"
ls . /dev/*.data 2>/dev/null || :

# Where a file has the folder's name, the source is not written.
: >report.data
layout --to=tex -o report.tex "$document" || echo "= $?"
ls
