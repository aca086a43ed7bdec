# Folders that cannot be written, and one that is taken: statuses 73 and 75.
mkdir -p data/one
cp "$root/data/national-rd/2024.xml" data/one
echo 'brief en' >data/one/reports
try() {
    status=0
    run --reports "$@" || status=$?
    echo "= $status"
}
: >taken
try --output=taken
try --output=taken/below
try --work=taken
mkdir -p work/state
: >work/log
try
rm work/log
mkdir output/one-brief-2024.en.tex.new work/one/x
rm output/*.pdf
mkdir output/one-brief-2024.en.pdf
try
ls -a output
rmdir output/one-brief-2024.en.pdf
try
# The same folder, from another process.
mkfifo ready
flock output sh -c 'echo taken >ready; sleep 2' &
cat ready
try
wait
try
