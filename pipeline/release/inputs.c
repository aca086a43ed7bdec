/*
 * A name is that of an installed part, else that in the project, else the last
 * part of a path.  Two files of one name are two inputs, unless their bytes are
 * the same.
 */
#include "release/inputs.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "release/manifest.h"
#include "run/places.h"
#include "type/embedding.h"

struct place {
    char *folder;       /* as files in it are called */
    const char *before; /* what stands before their names; "": nothing */
};

struct input {
    const char *name;
    const struct seen *seen; /* NULL: withheld */
};

struct inputs {
    char *work[2];     /* as it was given, and as it really is */
    GArray *places;    /* of struct place */
    GHashTable *paths; /* path -> name, owned */
    GArray *all;       /* of struct input */
    GPtrArray *fonts;  /* of char *, paths of files that may be fonts */
};

static void place_clear(gpointer item)
{
    g_free(((struct place *)item)->folder);
}

/* Records have the real path of what a stage program read, seen from the
 * working folder, and the plain one of what run did. */
static void add_place(
    struct inputs *inputs, const char *folder, const char *before)
{
    const struct place real = {places_local(folder), before};
    const struct place plain = {g_strdup(folder), before};

    g_array_append_val(inputs->places, real);
    g_array_append_val(inputs->places, plain);
}

struct inputs *inputs_new(const char *work)
{
    static const char *const parts[] = {"schema", "templates", "fonts"};
    struct inputs *inputs = g_new0(struct inputs, 1);
    g_autofree char *locale = paths_locale();
    g_autofree char *real = places_local(work);

    inputs->work[0] = g_strconcat(work, "/", NULL);
    inputs->work[1] = g_strconcat(real, "/", NULL);
    inputs->places = g_array_new(FALSE, FALSE, sizeof(struct place));
    g_array_set_clear_func(inputs->places, place_clear);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *folder = paths_data(parts[i]);

        add_place(inputs, folder, parts[i]);
    }
    add_place(inputs, locale, "locale");
    inputs->paths =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    inputs->all = g_array_new(FALSE, FALSE, sizeof(struct input));
    inputs->fonts = g_ptr_array_new_with_free_func(g_free);
    return inputs;
}

void inputs_free(struct inputs *inputs)
{
    if (inputs != NULL) {
        g_array_unref(inputs->all);
        g_hash_table_unref(inputs->paths);
        g_array_unref(inputs->places);
        g_ptr_array_unref(inputs->fonts);
        g_free(inputs->work[0]);
        g_free(inputs->work[1]);
        g_free(inputs);
    }
}

static char *name_of(const struct inputs *inputs, const char *path)
{
    for (guint i = 0; i < inputs->places->len; i++) {
        const struct place *place =
            &g_array_index(inputs->places, struct place, i);
        size_t length = strlen(place->folder);

        if (strncmp(path, place->folder, length) == 0 && path[length] == '/') {
            return g_strconcat(place->before, path + length, NULL);
        }
    }
    return path[0] == '/' ? g_path_get_basename(path) : g_strdup(path);
}

static bool is_font(const char *path)
{
    static const char *const endings[] = {".ttc", ".otf", ".ttf", ".otc"};

    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(path, endings[i])) {
            return true;
        }
    }
    return false;
}

/* seen: NULL: withheld.  False: the path is known already, or not wanted. */
static bool add_path(
    struct inputs *inputs, const char *path, const struct seen *seen)
{
    struct input input = {.seen = seen};
    char *name;

    if (g_str_has_prefix(path, inputs->work[0]) ||
        g_str_has_prefix(path, inputs->work[1]) ||
        g_hash_table_contains(inputs->paths, path)) {
        return false;
    }
    name = name_of(inputs, path);
    g_hash_table_insert(inputs->paths, g_strdup(path), name);
    input.name = name;
    g_array_append_val(inputs->all, input);
    return true;
}

void inputs_add(struct inputs *inputs, const struct seen *seen)
{
    const char *path = seen_path(seen);

    if (add_path(inputs, path, seen) && is_font(path)) {
        g_ptr_array_add(inputs->fonts, g_strdup(path));
    }
}

void inputs_withhold(struct inputs *inputs, const char *path)
{
    add_path(inputs, path, NULL);
}

static const char *sum_of(const struct input *input)
{
    return input->seen != NULL ? input->seen->sha256 : "";
}

static gint by_bytes(gconstpointer left, gconstpointer right)
{
    const struct input *a = left;
    const struct input *b = right;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : strcmp(sum_of(a), sum_of(b));
}

void inputs_put(struct inputs *inputs, struct manifest *manifest)
{
    const struct input *last = NULL;

    g_array_sort(inputs->all, by_bytes);
    for (guint i = 0; i < inputs->all->len; i++) {
        const struct input *from =
            &g_array_index(inputs->all, struct input, i);
        struct manifest_input *input;

        if (last != NULL && by_bytes(last, from) == 0) {
            continue;
        }
        last = from;
        input = g_new0(struct manifest_input, 1);
        input->path = manifest_keep(manifest, from->name);
        if (from->seen != NULL) {
            input->size = from->seen->stamp.size;
            input->sha256 = manifest_keep(manifest, from->seen->sha256);
        }
        g_ptr_array_add(manifest->inputs, input);
    }
}

void inputs_fonts(const struct inputs *inputs, struct manifest *manifest)
{
    for (guint i = 0; i < manifest->faces->len; i++) {
        struct manifest_face *face = manifest->faces->pdata[i];

        for (guint k = 0; k < inputs->fonts->len && face->file == NULL; k++) {
            const char *path = inputs->fonts->pdata[k];
            int type = embedding_of(path, face->name);

            if (type >= 0) {
                face->fs_type = type;
                face->file = manifest_keep(
                    manifest, g_hash_table_lookup(inputs->paths, path));
            }
        }
    }
}
