/* The structure tree as text. */
#include <stdio.h>

#include "tagged.h"

/*
 * An element a line, indented by its depth, with what it holds in quotes
 * below it, as pdfinfo -struct-text does; the Alt of one stands in the line.
 */
static void print_element(
    const struct tagged *tagged, const struct element *element, int depth)
{
    printf("%*s%s", 2 * depth, "", element->type);
    if (element->alt != NULL) {
        printf(" \"%s\"", element->alt);
    }
    putchar('\n');
    for (guint i = 0; i < element->kids->len; i++) {
        const struct kid *kid = &g_array_index(element->kids, struct kid, i);
        const struct sequence *sequence =
            kid->element == NULL ? sequence_of(tagged, kid->page, kid->mcid)
                                 : NULL;

        if (kid->element != NULL) {
            print_element(tagged, kid->element, depth + 1);
        } else if (sequence != NULL) {
            printf("%*s\"%s\"\n", 2 * depth + 2, "", sequence->text->str);
        }
    }
}

void text_print(const struct tagged *tagged)
{
    if (tagged->elements->len > 0) {
        print_element(tagged, g_ptr_array_index(tagged->elements, 0), 0);
    }
}
