/*
 * What a process has mapped stands in /proc/<pid>/maps.
 */
#include "run/tools.h"

#include <string.h>

#include "run/places.h"

const char *tool_name(enum tool tool)
{
    static const char *const names[] = {[TOOL_VALIDATE] = "validate",
        [TOOL_AGGREGATE] = "aggregate",
        [TOOL_LAYOUT] = "layout",
        [TOOL_COPY] = "copy"};
    _Static_assert(G_N_ELEMENTS(names) == TOOL_COUNT, "tools");

    return names[tool];
}

char *tool_program(enum tool tool)
{
    return tool != TOOL_COPY ? places_program(tool_name(tool)) : NULL;
}

/* The path of a line "address r-xp offset device inode path", if it is code. */
static const char *code_path(const char *line)
{
    const char *modes = strchr(line, ' ');
    const char *path = strchr(line, '/');

    return modes != NULL && strlen(modes) > 4 && modes[3] == 'x' ? path : NULL;
}

static gint by_name(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *tool_files(GPid process)
{
    g_autofree char *maps = g_strdup_printf("/proc/%d/maps", (int)process);
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (!g_file_get_contents(maps, &text, NULL, NULL)) {
        return files;
    }
    lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        const char *path = code_path(*line);

        if (path != NULL && !g_hash_table_contains(known, path)) {
            g_ptr_array_add(files, places_local(path));
            g_hash_table_add(known, (gpointer)path);
        }
    }
    g_ptr_array_sort(files, by_name);
    return files;
}
