# Whose work a fault of a report is.
page=$root/tests/cases/layout
mkdir parts folder
for part in schema templates fonts; do
    cp -rL "$BUILD/share/gongbao/$part" "parts/$part"
done
export GONGBAO_DATADIR=parts
# fault WORDS: of one job; its first diagnostic without place and text.
fault() {
    printf '%s\n' "$*" | tr ' ' '\t' | layout --batch |
        sed -n '/^said/s/.*\[/[/p; /^fault/p; /^done/p' | uniq |
        tr '\t\n' '  '
    echo
}
document=$page/elements/elements-en.xml
fault -o out.pdf "$page/document-errors/a6-date.xml"
fault -o out.pdf "$page/page-errors/chart-high.xml"
fault -o out.pdf "$page/page-errors/no-glyph.xml"
fault -o out.pdf "--style=$page/page-errors/style-extends.style" "$document"
for name in document-wrong expression; do
    fault "--template=$page/template-errors/$name.xsl" --lang=en \
        -o out.pdf "$page/template-errors/$name.xml"
done
fault -o out.pdf absent.xml
fault -o folder "$document"
fault --lang=fr --template=annual.xsl -o out.pdf "$page/template-errors/expression.xml"
sed -i 's/family="Caladea"/family="Caladeum"/' parts/fonts/fonts.xml
fault -o out.pdf "$document"
echo '<style' >parts/templates/style.xml
fault -o out.pdf "$document"
ls
