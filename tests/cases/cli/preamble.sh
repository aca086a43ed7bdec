# A preamble that was edited and one that is gone.
cp -rL "$(dirname "$(command -v layout)")/../share/gongbao" parts
GONGBAO_DATADIR=parts
export GONGBAO_DATADIR
document=$root/tests/cases/layout/latex/structure-en.xml
layout --to=tex -o report.tex "$document"
sed -i '/^%<\/en>$/d' parts/templates/preamble.tex
layout --to=tex -o report.tex "$document" || echo "status $?"
rm parts/templates/preamble.tex
layout --to=tex -o report.tex "$document" || echo "status $?"
tail -n 1 report.tex
