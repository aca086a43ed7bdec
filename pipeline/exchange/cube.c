/*
 * A table of observations: its parts by id and by key, texts and lists of
 * attributes once each.
 */
#include "exchange/cube.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

/* ---- Texts ---- */

const char *cube_intern(struct cube *cube, const char *text)
{
    return g_string_chunk_insert_const(cube->texts, text);
}

/* Arrays double: a list of n has room for the next power of two. */
static bool is_full(size_t count)
{
    return (count & (count - 1)) == 0;
}

static void *grown(
    struct cube *cube, const void *items, size_t count, size_t size)
{
    size_t room = count == 0 ? 1 : 2 * count;
    void *copy = arena_alloc(cube->arena, room, size);

    if (count > 0) {
        memcpy(copy, items, count * size);
    }
    return copy;
}

void cube_add_text(struct cube *cube, struct cube_texts *texts,
    const char *lang, const char *text)
{
    if (is_full(texts->count)) {
        texts->items =
            grown(cube, texts->items, texts->count, sizeof *texts->items);
    }
    texts->items[texts->count++] = (struct cube_text){
        cube_intern(cube, lang), cube_intern(cube, text)};
}

/* The part of a tag before its first hyphen is the same. */
static bool same_language(const char *a, const char *b)
{
    size_t length = strcspn(a, "-_");

    return length == strcspn(b, "-_") &&
           g_ascii_strncasecmp(a, b, length) == 0;
}

static bool is_traditional(const char *lang)
{
    g_autofree char *lower = g_ascii_strdown(lang, -1);

    return strstr(lower, "hant") != NULL || strstr(lower, "-tw") != NULL ||
           strstr(lower, "-hk") != NULL || strstr(lower, "-mo") != NULL;
}

const char *cube_text_lookup(const struct cube_texts *texts, const char *lang)
{
    const char *near = NULL;

    for (size_t i = 0; i < texts->count; i++) {
        const struct cube_text *text = &texts->items[i];

        if (g_ascii_strcasecmp(text->lang, lang) == 0) {
            return text->text;
        }
        if (near == NULL && same_language(text->lang, lang) &&
            !is_traditional(text->lang)) {
            near = text->text;
        }
    }
    return near;
}

/* ---- Keys and lists as keys of hash tables ---- */

static guint hash_mix(guint hash, gconstpointer pointer)
{
    return (hash ^ g_direct_hash(pointer)) * 16777619u;
}

static guint values_hash(gconstpointer key)
{
    const struct cube_values *values = key;
    guint hash = 2166136261u;

    for (size_t i = 0; i < values->count; i++) {
        hash = hash_mix(hash, values->items[i].component->id);
        hash = hash_mix(hash, values->items[i].text);
        hash = hash_mix(hash, values->items[i].lang);
    }
    return hash;
}

static gboolean values_equal(gconstpointer a, gconstpointer b)
{
    const struct cube_values *left = a;
    const struct cube_values *right = b;

    if (left->count != right->count) {
        return FALSE;
    }
    for (size_t i = 0; i < left->count; i++) {
        const struct cube_value *x = &left->items[i];
        const struct cube_value *y = &right->items[i];

        if (x->component != y->component || x->text != y->text ||
            x->lang != y->lang) {
            return FALSE;
        }
    }
    return TRUE;
}

/* ---- Life ---- */

static void component_free(gpointer item)
{
    struct cube_component *component = item;

    g_ptr_array_unref(component->codes);
    g_hash_table_unref(component->code_ids);
}

struct cube *cube_new(const char *path)
{
    struct cube *cube = g_new0(struct cube, 1);

    cube->path = path;
    cube->components = g_ptr_array_new_with_free_func(component_free);
    cube->dimensions = g_ptr_array_new();
    cube->series = g_ptr_array_new();
    cube->obs = g_array_new(FALSE, FALSE, sizeof(struct cube_obs));
    cube->component_ids = g_hash_table_new(g_str_hash, g_str_equal);
    cube->keys =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cube->lists = g_hash_table_new(values_hash, values_equal);
    cube->unread = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cube->texts = g_string_chunk_new(1 << 16);
    cube->arena = arena_new();
    return cube;
}

void cube_free(struct cube *cube)
{
    if (cube == NULL) {
        return;
    }
    g_ptr_array_unref(cube->components);
    g_ptr_array_unref(cube->dimensions);
    g_ptr_array_unref(cube->series);
    g_array_unref(cube->obs);
    g_hash_table_unref(cube->component_ids);
    g_hash_table_unref(cube->keys);
    g_hash_table_unref(cube->lists);
    g_hash_table_unref(cube->unread);
    g_string_chunk_free(cube->texts);
    arena_free(cube->arena);
    g_free(cube);
}

/* ---- Columns ---- */

struct cube_component *cube_lookup_component(
    const struct cube *cube, const char *id)
{
    return g_hash_table_lookup(cube->component_ids, id);
}

struct cube_component *cube_component(
    struct cube *cube, const char *id, enum cube_role role)
{
    struct cube_component *component = cube_lookup_component(cube, id);

    if (component != NULL) {
        return component;
    }
    component = ARENA_NEW(cube->arena, struct cube_component);
    component->id = cube_intern(cube, id);
    component->role = role;
    component->codes = g_ptr_array_new();
    component->code_ids = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_add(cube->components, component);
    g_hash_table_insert(
        cube->component_ids, (gpointer)component->id, component);
    if (role == CUBE_DIMENSION) {
        g_assert(cube->series->len == 0);
        component->index = cube->dimensions->len;
        g_ptr_array_add(cube->dimensions, component);
    }
    return component;
}

const struct cube_code *cube_lookup_code(
    const struct cube_component *component, const char *id)
{
    return g_hash_table_lookup(component->code_ids, id);
}

struct cube_code *cube_code(
    struct cube *cube, struct cube_component *component, const char *id)
{
    struct cube_code *code = g_hash_table_lookup(component->code_ids, id);

    if (code == NULL) {
        code = ARENA_NEW(cube->arena, struct cube_code);
        code->id = cube_intern(cube, id);
        g_ptr_array_add(component->codes, code);
        g_hash_table_insert(component->code_ids, (gpointer)code->id, code);
    }
    return code;
}

/* ---- Figures ---- */

void cube_add_value(struct cube *cube, struct cube_values *values,
    const struct cube_component *component, const char *text, const char *lang)
{
    if (is_full(values->count)) {
        values->items =
            grown(cube, values->items, values->count, sizeof *values->items);
    }
    values->items[values->count++] =
        (struct cube_value){component, cube_intern(cube, text),
            lang != NULL ? cube_intern(cube, lang) : NULL};
}

const struct cube_values *cube_share_values(
    struct cube *cube, const struct cube_values *values)
{
    struct cube_values *shared;

    if (values->count == 0) {
        return NULL;
    }
    shared = g_hash_table_lookup(cube->lists, values);
    if (shared == NULL) {
        shared = ARENA_NEW(cube->arena, struct cube_values);
        shared->count = values->count;
        shared->items =
            ARENA_ARRAY(cube->arena, values->count, struct cube_value);
        memcpy(shared->items, values->items,
            values->count * sizeof *values->items);
        g_hash_table_add(cube->lists, shared);
    }
    return shared;
}

/* Codes of a key joined by what no code has. */
static char *joined(const struct cube *cube, const char *const *key, char with)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < cube->dimensions->len; i++) {
        if (i > 0) {
            g_string_append_c(text, with);
        }
        g_string_append(text, key[i] != NULL ? key[i] : "");
    }
    return g_string_free(text, FALSE);
}

size_t cube_series_index(const struct cube *cube, const char *const *key)
{
    g_autofree char *text = joined(cube, key, '\x1f');

    return GPOINTER_TO_SIZE(g_hash_table_lookup(cube->keys, text)) - 1;
}

struct cube_series *cube_series(
    struct cube *cube, const char *const *key, struct diag_pos pos)
{
    g_autofree char *text = joined(cube, key, '\x1f');
    size_t found = GPOINTER_TO_SIZE(g_hash_table_lookup(cube->keys, text));
    struct cube_series *series;

    if (found > 0) {
        return g_ptr_array_index(cube->series, found - 1);
    }
    series = ARENA_NEW(cube->arena, struct cube_series);
    series->pos = pos;
    series->key =
        ARENA_ARRAY(cube->arena, cube->dimensions->len + 1, const char *);
    memcpy(series->key, key, cube->dimensions->len * sizeof *key);
    g_ptr_array_add(cube->series, series);
    g_hash_table_insert(cube->keys, g_steal_pointer(&text),
        GSIZE_TO_POINTER(cube->series->len));
    return series;
}

void cube_add_obs(struct cube *cube, const struct cube_obs *obs)
{
    g_array_append_val(cube->obs, *obs);
}

static const struct cube_value *nth_value(
    const struct cube_values *values, const char *id, size_t nth)
{
    for (size_t i = 0; values != NULL && i < values->count; i++) {
        if (strcmp(values->items[i].component->id, id) == 0 && nth-- == 0) {
            return &values->items[i];
        }
    }
    return NULL;
}

const struct cube_value *cube_attribute(const struct cube *cube,
    const struct cube_obs *obs, const char *id, size_t nth)
{
    const struct cube_series *series =
        g_ptr_array_index(cube->series, obs->series);
    const struct cube_values *levels[] = {
        obs->attributes, &series->attributes, &cube->attributes};

    /* What is closer to the figure holds, all of it. */
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
        if (nth_value(levels[i], id, 0) != NULL) {
            return nth_value(levels[i], id, nth);
        }
    }
    return NULL;
}

char *cube_key_text(const struct cube *cube, const struct cube_series *series)
{
    return joined(cube, series->key, '.');
}

/* ---- Order ---- */

/* Periods of one frequency compare as texts; the parts of the file's order
 * stand last, so that equal ones stay in it. */
static gint compare_obs(gconstpointer a, gconstpointer b)
{
    const struct cube_obs *left = a;
    const struct cube_obs *right = b;
    int order;

    if (left->series != right->series) {
        return left->series < right->series ? -1 : 1;
    }
    order = left->period == right->period
                ? 0
                : strcmp(left->period, right->period);
    if (order == 0) {
        order = (left->line > right->line) - (left->line < right->line);
    }
    return order != 0 ? order
                      : (left->col > right->col) - (left->col < right->col);
}

void cube_sort(struct cube *cube, struct diag *diag)
{
    g_array_sort(cube->obs, compare_obs);
    for (guint i = 1; i < cube->obs->len; i++) {
        const struct cube_obs *before =
            &g_array_index(cube->obs, struct cube_obs, i - 1);
        const struct cube_obs *obs =
            &g_array_index(cube->obs, struct cube_obs, i);

        if (before->series == obs->series &&
            strcmp(before->period, obs->period) == 0) {
            g_autofree char *key = cube_key_text(
                cube, g_ptr_array_index(cube->series, obs->series));
            g_autofree char *line = g_strdup_printf("%d", before->line);

            diag_report(diag, DIAG_IMPORT_DUPLICATE,
                (struct diag_pos){cube->path, obs->line, obs->col}, key,
                obs->period, line);
        }
    }
}

/* ---- What was not understood ---- */

struct unread {
    const char *what;
    const char *name;
    struct diag_pos pos; /* of the first */
    size_t count;
};

void cube_list_unread(
    struct cube *cube, const char *what, const char *name, struct diag_pos pos)
{
    g_autofree char *key = g_strdup_printf("%s\x1f%s", what, name);
    struct unread *unread = g_hash_table_lookup(cube->unread, key);

    if (unread == NULL) {
        unread = ARENA_NEW(cube->arena, struct unread);
        unread->what = what;
        unread->name = cube_intern(cube, name);
        unread->pos = pos;
        g_hash_table_insert(cube->unread, g_steal_pointer(&key), unread);
    }
    unread->count++;
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

void cube_report_unread(const struct cube *cube, struct diag *diag)
{
    GList *keys = g_list_sort(g_hash_table_get_keys(cube->unread), by_key);

    for (const GList *key = keys; key != NULL; key = key->next) {
        const struct unread *unread =
            g_hash_table_lookup(cube->unread, key->data);
        g_autofree char *count = g_strdup_printf("%zu", unread->count);

        diag_report(diag, DIAG_IMPORT_UNREAD, unread->pos, _(unread->what),
            unread->name, count);
    }
    g_list_free(keys);
}
