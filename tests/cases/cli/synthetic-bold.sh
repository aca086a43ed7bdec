# shellcheck shell=sh disable=SC2154
# A face that is to be made bold gets an outline of a fortieth of its size, and
# that only where the style asks for it.
parts=$BUILD/share/gongbao
export GONGBAO_DATADIR="$PWD/parts"
mkdir -p parts/fonts
ln -s "$parts/schema" "$parts/templates" parts
sed '/id="serif-bold"/s/ family=/ embolden="yes" family=/
    /id="serif-bold"/s/style="Bold"/style="Regular"/' \
    "$parts/fonts/fonts.xml" >parts/fonts/fonts.xml
cat >report.xml <<END
<report xmlns="urn:gongbao:document:1" xml:lang="zh-CN" date="2025-01-01">
<head><title>粗</title></head><p>甲<strong>乙</strong></p></report>
END
sed 's,<table heavy,<emphasis synthetic-bold="true"/>&,' \
    "$parts/templates/style.xml" >asked.style
for style in "$parts/templates/style.xml" asked.style; do
    layout --style="$style" --to=trace -o - report.xml | grep '"乙"'
    layout --style="$style" -o out.pdf report.xml
    echo "modes of text: $(qpdf --qdf --stream-data=uncompress out.pdf - |
        grep -a -c '^2 Tr$' || :)"
done
