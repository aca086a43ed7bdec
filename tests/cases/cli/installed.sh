# Installed programs have longer names, and speak under them.
mkdir -p bin
ln -s "$(command -v validate)" bin/gongbao-validate
status=0
bin/gongbao-validate || status=$?
echo "= $status"
bin/gongbao-validate missing.xml || status=$?
echo "= $status"
bin/gongbao-validate --version | sed 's/[0-9.]*$/N/'
