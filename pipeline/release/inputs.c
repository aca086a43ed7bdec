/*
 * A name is that of an installed part, else that in the project, else the last
 * part of a path.
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

struct inputs {
    char *work;
    GArray *places;     /* of struct place */
    GHashTable *paths;  /* path -> name, owned */
    GHashTable *seen;   /* name -> struct seen; NULL: withheld */
    GPtrArray *fonts;   /* of char *, paths of files that may be fonts */
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

    inputs->work = g_strconcat(work, "/", NULL);
    inputs->places = g_array_new(FALSE, FALSE, sizeof(struct place));
    g_array_set_clear_func(inputs->places, place_clear);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *folder = paths_data(parts[i]);

        add_place(inputs, folder, parts[i]);
    }
    add_place(inputs, locale, "locale");
    inputs->paths =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    inputs->seen = g_hash_table_new(g_str_hash, g_str_equal);
    inputs->fonts = g_ptr_array_new_with_free_func(g_free);
    return inputs;
}

void inputs_free(struct inputs *inputs)
{
    if (inputs != NULL) {
        g_hash_table_unref(inputs->seen);
        g_hash_table_unref(inputs->paths);
        g_array_unref(inputs->places);
        g_ptr_array_unref(inputs->fonts);
        g_free(inputs->work);
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

/* The name, owned; NULL: the path is known already, or not wanted. */
static const char *add_path(struct inputs *inputs, const char *path)
{
    char *name;

    if (g_str_has_prefix(path, inputs->work) ||
        g_hash_table_contains(inputs->paths, path)) {
        return NULL;
    }
    name = name_of(inputs, path);
    g_hash_table_insert(inputs->paths, g_strdup(path), name);
    return name;
}

void inputs_add(struct inputs *inputs, const struct seen *seen)
{
    const char *path = seen_path(seen);
    const char *name = add_path(inputs, path);

    if (name == NULL) {
        return;
    }
    g_hash_table_insert(
        inputs->seen, (gpointer)(gsize)name, (gpointer)(gsize)seen);
    if (is_font(path)) {
        g_ptr_array_add(inputs->fonts, g_strdup(path));
    }
}

void inputs_withhold(struct inputs *inputs, const char *path)
{
    const char *name = add_path(inputs, path);

    if (name != NULL) {
        g_hash_table_insert(inputs->seen, (gpointer)(gsize)name, NULL);
    }
}

static gint by_bytes(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

void inputs_put(const struct inputs *inputs, struct manifest *manifest)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key;

    g_hash_table_iter_init(&iter, inputs->seen);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_ptr_array_add(names, key);
    }
    g_ptr_array_sort(names, by_bytes);
    for (guint i = 0; i < names->len; i++) {
        const struct seen *seen =
            g_hash_table_lookup(inputs->seen, names->pdata[i]);
        struct manifest_input *input = g_new0(struct manifest_input, 1);

        input->path = manifest_keep(manifest, names->pdata[i]);
        if (seen != NULL) {
            input->size = seen->stamp.size;
            input->sha256 = manifest_keep(manifest, seen->sha256);
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
