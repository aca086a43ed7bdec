/*
 * A file of the state: a line a thing, its fields parted by tabs.  Numbers
 * count the lines of the same kind before.
 *
 *     f SIZE MTIME CTIME INODE SHA256 PATH    a version of a file
 *     t FILES                                 a set of them
 *     s KEY SET PAGES READS WROTE NAME        a step
 *     x CLASS RUN NAME SAID                   one that failed
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "run/state_parts.h"

struct lines {
    struct state *state;
    GPtrArray *files; /* of struct seen */
    GPtrArray *sets;  /* of struct state_set */
};

/* Cuts a line at its tabs; the last field has the rest. */
static size_t cut(char *line, char *fields[], size_t count)
{
    size_t n = 0;

    while (line != NULL && n < count) {
        fields[n++] = line;
        line = n < count ? strchr(line, '\t') : NULL;
        if (line != NULL) {
            *line++ = '\0';
        }
    }
    return n;
}

/* False: a number is none of a file. */
static bool read_numbers(
    const struct lines *lines, char *text, GPtrArray *files)
{
    while (*text != '\0') {
        char *end;
        unsigned long number = strtoul(text, &end, 10);

        if (end == text || number >= lines->files->len) {
            return false;
        }
        g_ptr_array_add(files, lines->files->pdata[number]);
        text = *end == ' ' ? end + 1 : end;
    }
    return true;
}

static bool read_file(struct lines *lines, char *line)
{
    char *fields[6];
    struct stamp stamp;

    if (cut(line, fields, 6) != 6) {
        return false;
    }
    stamp.size = strtoll(fields[0], NULL, 10);
    stamp.mtime = strtoll(fields[1], NULL, 10);
    stamp.ctime = strtoll(fields[2], NULL, 10);
    stamp.inode = strtoull(fields[3], NULL, 10);
    g_ptr_array_add(lines->files,
        *fields[5] == '\0' ? snapshot_never(lines->state->snapshot)
                           : snapshot_add(lines->state->snapshot, fields[5],
                                 &stamp, fields[4]));
    return true;
}

static bool read_set(struct lines *lines, char *line)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();

    if (!read_numbers(lines, line, files)) {
        return false;
    }
    g_ptr_array_add(
        lines->sets, (gpointer)state_set_of(lines->state, files));
    return true;
}

/* Behind those of its name that are there. */
static void add_record(struct state *state, struct record *record)
{
    struct record *first = g_hash_table_lookup(state->records, record->name);

    if (first == NULL) {
        g_hash_table_insert(state->records, record->name, record);
        return;
    }
    while (first->next != NULL) {
        first = first->next;
    }
    first->next = record;
}

static bool read_step(struct lines *lines, char *line)
{
    char *fields[6];
    struct record *record;
    unsigned long set;

    if (cut(line, fields, 6) != 6) {
        return false;
    }
    set = strtoul(fields[1], NULL, 10);
    if (set >= lines->sets->len) {
        return false;
    }
    record = record_new(fields[5], fields[0]);
    record->tool = lines->sets->pdata[set];
    record->pages = (unsigned)strtoul(fields[2], NULL, 10);
    if (!read_numbers(lines, fields[3], record->reads) ||
        !read_numbers(lines, fields[4], record->wrote)) {
        record_free(record);
        return false;
    }
    add_record(lines->state, record);
    return true;
}

static bool read_failure(struct lines *lines, char *line)
{
    char *fields[4];

    if (cut(line, fields, 4) != 4) {
        return false;
    }
    g_hash_table_replace(lines->state->failures, g_strdup(fields[2]),
        failure_new(fields[0], fields[1], fields[3]));
    return true;
}

static bool read_line(struct lines *lines, char *line)
{
    if (line[0] == '\0' || line[1] != '\t') {
        return false;
    }
    switch (line[0]) {
    case 'f':
        return read_file(lines, line + 2);
    case 't':
        return read_set(lines, line + 2);
    case 's':
        return read_step(lines, line + 2);
    case 'x':
        return read_failure(lines, line + 2);
    default:
        return false;
    }
}

bool state_read(struct state *state, const char *path)
{
    struct lines lines = {.state = state};
    g_autofree char *text = NULL;
    bool is_good;
    char *line;

    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        return false;
    }
    line = strchr(text, '\n');
    if (line == NULL || strncmp(text, STATE_HEAD "\n",
                            strlen(STATE_HEAD "\n")) != 0) {
        return false;
    }
    lines.files = g_ptr_array_new();
    lines.sets = g_ptr_array_new();
    is_good = true;
    for (line++; is_good && *line != '\0';) {
        char *end = strchr(line, '\n');

        /* Of a line that is cut the name may be another one, whose files are
         * those of this. */
        is_good = end != NULL;
        if (is_good) {
            *end = '\0';
            is_good = read_line(&lines, line);
            line = end + 1;
        }
    }
    g_ptr_array_unref(lines.files);
    g_ptr_array_unref(lines.sets);
    return is_good;
}
