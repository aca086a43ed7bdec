# Stage programs that are not there, end, hang, or say what is not true.
mkdir -p bin share data/one
cp "$(command -v run)" bin/run
ln -s "$(dirname "$(command -v run)")/../share/gongbao" share/gongbao
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
try() {
    cat >bin/validate
    chmod +x bin/validate
    rm -rf output work
    status=0
    bin/run --reports --jobs=1 || status=$?
    echo "= $status"
    sed -n 's/.*"event":"\(died\|stuck\|failed\)".*/\1/p' work/log/run.jsonl
    find output -type f | sort
}
echo 'it is not there'
rm -f bin/validate
status=0
bin/run --reports --jobs=1 || status=$?
echo "= $status"
echo 'it ends'
try <<'END'
#!/bin/sh
exit 7
END
echo 'the system cannot load it'
try <<'END'
#!/bin/sh
exit 127
END
echo 'it is killed'
try <<'END'
#!/bin/sh
read -r job
kill -SEGV $$
END
echo 'it hangs'
printf '[run]\nlimit=1\n' >gongbao.conf
try <<'END'
#!/bin/sh
exec sleep 30
END
echo 'it ends once'
try <<'END'
#!/bin/sh
[ -e once ] || {
    : >once
    exit 1
}
while read -r job; do
    printf 'said\tdata/one/2024.xml: error: no [x]\nfault\tdata\ndone\t1\n'
done
END
echo 'it writes nothing'
try <<'END'
#!/bin/sh
while read -r job; do
    printf 'read\tdata/one/2024.xml\nwrote\twork/one/2024.xml\ndone\t0\n'
done
END
