# A faulty line of reports, alone and beside a faulty figure: reports are left
# out, what was made of them before stays, and the message says so.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
run --reports
sha256sum output/*.pdf output/*.tex >good
echo 'breif en' >data/one/reports
run --reports || echo "= $?"
run --status | grep -c '^output/.*pdf' || :
sed -i '0,/ value="/s//&x/' data/one/2024.xml
run --reports || echo "= $?"
sha256sum -c --quiet good && echo 'it is as it was'
