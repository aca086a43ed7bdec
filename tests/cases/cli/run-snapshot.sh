# An input that changes while it is read: what was made of it is made again by
# the next run.
mkdir -p bin share data/one
cp "$(command -v run)" bin/run
ln -s "$(command -v aggregate)" bin/aggregate
ln -s "$(dirname "$(command -v run)")/../share/gongbao" share/gongbao
cp "$root/data/national-rd/2024.xml" data/one
: >data/one/reports
# Reads the file, which then changes, or changes and changes back.
cat >bin/validate <<'END'
#!/bin/sh
while read -r job; do
    cp data/one/2024.xml work/one/2024.xml
    case $(cat how 2>/dev/null) in
    changes) echo '<!-- changed -->' >>data/one/2024.xml ;;
    back)
        cp data/one/2024.xml kept
        echo '<!-- changed -->' >>data/one/2024.xml
        sleep 0.1
        cat kept >data/one/2024.xml
        ;;
    esac
    printf 'read\tdata/one/2024.xml\nwrote\twork/one/2024.xml\ndone\t0\n'
done
END
chmod +x bin/validate
try() {
    echo "$1" >how
    echo "$1"
    rm -rf work
    bin/run --reports --verbose
    bin/run --dry-run
    rm how
    bin/run --reports --verbose
    bin/run --question
    cmp data/one/2024.xml work/one/2024.xml
}
try stays
try changes
try back
