# The tree as poppler shows it: a table with heads of two levels and of rows;
# lists, notes and links.  Numbers of objects and IDs are left out.
tree() {
    layout -o tree.pdf "$1"
    pdfinfo -struct-text tree.pdf |
        sed 's/ <[0-9a-z]*>//; s/(0[0-9a-z]*)/(id)/g; s/Object [0-9]* 0/Object/'
}
tree "$root/tests/cases/layout/tables/b05-heads.xml"
tree "$root/tests/conformance/fixtures/lists-en.xml"
