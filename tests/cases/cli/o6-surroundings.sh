# Rule O6: no environment, no home, no locale, a strict umask, a working folder
# that is of no use.
mkdir -p project/data/one nowhere
cp "$root/data/national-rd/2024.xml" project/data/one
printf 'brief zh_CN en\n' >project/data/one/reports
program=$(command -v run)
cp -R project again
run --project="$PWD/project"
(cd project/output && sha256sum ./*.pdf ./*.tex) >good
(
    umask 077
    cd nowhere || exit
    rmdir ../nowhere
    env -i "$program" --project="$OLDPWD/again"
)
cd again/output && sha256sum -c --quiet ../../good
ls
cd ../..
echo 'ended by a signal, it tidies up'
mkdir -p slow/bin slow/share slow/data/one
cp "$program" slow/bin/run
for part in validate aggregate; do
    cp "$(dirname "$program")/$part" slow/bin
done
ln -s "$(dirname "$program")/../share/gongbao" slow/share/gongbao
cp project/data/one/* slow/data/one
cat >slow/bin/layout <<'END'
#!/bin/sh
: >output/.one-brief-2024.en.pdf.new
: >ready
exec sleep 60
END
chmod +x slow/bin/layout
for signal in TERM HUP; do
    rm -f slow/ready
    (cd slow && exec bin/run) &
    job=$!
    until [ -e slow/ready ]; do
        sleep 0.05
    done
    kill -$signal $job
    status=0
    wait $job || status=$?
    echo "= $status"
    ls -A slow/output
    sed -n 's/.*"event":"end",\(.*\)}/\1/p' slow/work/log/run.jsonl | tail -n 1
done
