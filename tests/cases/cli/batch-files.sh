# Files that hold already what a job writes stay as they are; what a killed
# process has left beside one goes either way.
cp "$root/data/wuhan/2024.xml" a.xml
sed 's/<title/ <title/' a.xml >b.xml
t=$(printf '\t')
inode() {
    stat -c %i out.xml
}
echo "-o${t}out.xml${t}a.xml" | validate --batch | tail -n 1
first=$(inode)
touch .out.xml.new
echo "-o${t}out.xml${t}a.xml" | validate --batch | grep wrote
[ "$first" = "$(inode)" ] && echo 'the same file'
touch .out.xml.new
echo "-o${t}out.xml${t}b.xml" | validate --batch | grep wrote
[ "$first" = "$(inode)" ] || echo 'another file'
cmp out.xml b.xml
ls -A
