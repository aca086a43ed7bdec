/*
 * structure FILE.pdf...: checks the structure of tagged PDFs, rules U2 to U11
 * of ARCHITECTURE.md; a line for each finding, and for a file that
 * has some how many.  Exit status 1: there are some.
 *
 * structure --text FILE.pdf: prints its tree with the text in it.
 */
#include <stdio.h>
#include <string.h>

#include "tagged.h"

static int check(const char *path)
{
    struct tagged *tagged = tagged_open(path);
    int findings;

    check_parents(tagged);
    check_nesting(tagged);
    check_tables(tagged);
    check_links(tagged);
    check_language(tagged);
    check_files(tagged);
    findings = tagged->findings;
    tagged_close(tagged);
    return findings;
}

int main(int argc, char **argv)
{
    bool failed = argc < 2;

    if (argc == 3 && strcmp(argv[1], "--text") == 0) {
        struct tagged *tagged = tagged_open(argv[2]);

        text_print(tagged);
        tagged_close(tagged);
        return 0;
    }
    for (int i = 1; i < argc; i++) {
        int findings = check(argv[i]);

        if (findings > 0) {
            printf("%d findings\n", findings);
            failed = true;
        }
    }
    return failed ? 1 : 0;
}
