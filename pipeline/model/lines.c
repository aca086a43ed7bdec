/*
 * The lines of a citation.
 */
#include "model/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/dataset.h"

void lines_read(struct arena *arena, struct dataset_cite *cite)
{
    size_t count = 1;
    const char *p = cite->lines_text;

    for (const char *blank = p; (blank = strchr(blank, ' ')) != NULL; blank++) {
        count++;
    }
    cite->lines = ARENA_ARRAY(arena, count, struct dataset_lines);
    while (cite->line_count < count) {
        struct dataset_lines *lines = &cite->lines[cite->line_count++];
        char *end;

        /* Out of range becomes LONG_MAX: a line that no document has. */
        lines->first = strtol(p, &end, 10);
        lines->last = *end == '-' ? strtol(end + 1, &end, 10) : lines->first;
        p = end;
    }
}
