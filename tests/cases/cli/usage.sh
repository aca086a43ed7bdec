# A wrong command line: why, where help is, status 2; nothing is written.
wrong() {
    status=0
    "$@" || status=$?
    echo "= $status"
}
for program in validate aggregate layout; do
    wrong $program
    wrong $program --nonsense
    wrong $program -o
done
wrong aggregate file.xml
wrong layout file.xml
wrong layout --to=word -o out file.xml
wrong layout -o out one.xml two.xml
wrong validate -o out one.xml two.xml
ls
