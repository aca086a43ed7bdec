# What is read from standard input is no file that make could look at.
mkdir schema
cp "$root/data/schema/dataset.xsd" "$root/data/schema/xml.xsd" schema
export GONGBAO_DATADIR=.
year=$root/data/national-rd/2024.xml
aggregate --depfile=all.d -o all.xml - <"$year"
cat all.d
cp "$year" year.xml
validate --depfile=year.d -o accepted.xml year.xml
cat year.d
