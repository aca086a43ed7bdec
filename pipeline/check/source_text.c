/*
 * Reads documents, packs their lines and finds tokens in them.
 */
#include "check/source_text.h"

#include <string.h>

#include "base/diag.h"
#include "model/dataset.h"

struct source_texts {
    const char *folder;
    struct diag *diag;
    GHashTable *files; /* file name -> struct source_text; NULL: unreadable */
};

struct packed packed_new(size_t size)
{
    return (struct packed){g_string_sized_new(size), g_string_sized_new(size)};
}

void packed_clear(struct packed *packed)
{
    g_string_free(packed->text, TRUE);
    g_string_free(packed->gaps, TRUE);
}

bool source_text_is_blank(gunichar c)
{
    return g_unichar_isspace(c) || c == 0xFEFF || c == 0x200B;
}

void packed_append(struct packed *packed, const char *line, const char *end)
{
    char gap = 0;

    for (const char *p = line; p < end; p = g_utf8_next_char(p)) {
        gsize size = (gsize)(g_utf8_next_char(p) - p);

        if (source_text_is_blank(g_utf8_get_char(p))) {
            gap = 1;
            continue;
        }
        g_string_append_len(packed->text, p, (gssize)size);
        g_string_append_c(packed->gaps, gap);
        for (gsize i = 1; i < size; i++) {
            g_string_append_c(packed->gaps, 0);
        }
        gap = 0;
    }
}

/* True if a figure goes on from the byte before at to the byte at it. */
static bool is_inside_figure(const struct packed *packed, size_t at)
{
    const char *text = packed->text->str;

    if (at == 0 || at >= packed->text->len || packed->gaps->str[at] != 0) {
        return false;
    }
    if (text[at - 1] == '.') {
        return at > 1 && g_ascii_isdigit(text[at - 2]) &&
               g_ascii_isdigit(text[at]);
    }
    return g_ascii_isdigit(text[at - 1]) &&
           (g_ascii_isdigit(text[at]) ||
               (text[at] == '.' && g_ascii_isdigit(text[at + 1])));
}

const char *packed_find(
    const struct packed *packed, const char *from, const GString *token)
{
    const char *text = packed->text->str;

    for (const char *p = from; (p = strstr(p, token->str)) != NULL; p++) {
        size_t at = (size_t)(p - text);

        if (!is_inside_figure(packed, at) &&
            !is_inside_figure(packed, at + token->len)) {
            return p;
        }
    }
    return NULL;
}

/* ---- Documents ---- */

static void text_free(gpointer item)
{
    struct source_text *text = item;

    if (text != NULL) {
        packed_clear(&text->packed);
        g_array_unref(text->lines);
        g_free(text->path);
        g_free(text->bytes);
        g_free(text);
    }
}

static void end_line(struct source_text *text)
{
    size_t offset = text->packed.text->len;

    g_array_append_val(text->lines, offset);
}

/* A last line without a line break is a line too.  Takes path and bytes. */
static struct source_text *text_new(char *path, char *bytes, size_t size)
{
    struct source_text *text = g_new0(struct source_text, 1);
    const char *end = bytes + size;

    text->path = path;
    text->bytes = bytes;
    text->size = size;
    text->packed = packed_new(size);
    text->lines = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (const char *line = bytes; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));

        end_line(text);
        packed_append(&text->packed, line, stop != NULL ? stop : end);
        line = stop != NULL ? stop + 1 : end;
    }
    end_line(text);
    return text;
}

long source_text_line_count(const struct source_text *text)
{
    return (long)text->lines->len - 1;
}

void source_text_append(const struct source_text *text, long first, long last,
    struct packed *packed)
{
    size_t from = g_array_index(text->lines, size_t, (guint)first - 1);
    size_t size = g_array_index(text->lines, size_t, (guint)last) - from;

    g_string_append_len(
        packed->text, text->packed.text->str + from, (gssize)size);
    g_string_append_len(
        packed->gaps, text->packed.gaps->str + from, (gssize)size);
}

/* ---- Those of a folder ---- */

struct source_texts *source_texts_new(const char *folder, struct diag *diag)
{
    struct source_texts *texts = g_new0(struct source_texts, 1);

    texts->folder = folder;
    texts->diag = diag;
    texts->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
        text_free);
    return texts;
}

void source_texts_free(struct source_texts *texts)
{
    if (texts != NULL) {
        g_hash_table_unref(texts->files);
        g_free(texts);
    }
}

static void report_unread(const struct source_texts *texts,
    const struct dataset_source *source, const char *path, const GError *error)
{
    if (texts->diag == NULL) {
        return;
    }
    if (error == NULL) {
        diag_report(
            texts->diag, DIAG_SOURCE_ENCODING, source->pos, source->file);
    } else if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        diag_report(texts->diag, DIAG_SOURCE_MISSING, source->pos,
            source->file, texts->folder);
    } else {
        diag_report(texts->diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
            error->message);
    }
}

static struct source_text *load(
    const struct source_texts *texts, const struct dataset_source *source)
{
    g_autofree char *path = g_build_filename(texts->folder, source->file, NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize size = 0;

    if (!g_file_get_contents(path, &bytes, &size, &error) ||
        !g_utf8_validate(bytes, (gssize)size, NULL)) {
        report_unread(texts, source, path, error);
        return NULL;
    }
    return text_new(g_steal_pointer(&path), g_steal_pointer(&bytes), size);
}

const struct source_text *source_texts_find(
    struct source_texts *texts, const struct dataset_source *source)
{
    gpointer found = NULL;

    if (strchr(source->file, '/') != NULL || *source->file == '\0') {
        return NULL;
    }
    if (!g_hash_table_lookup_extended(
            texts->files, source->file, NULL, &found)) {
        found = load(texts, source);
        g_hash_table_insert(texts->files, g_strdup(source->file), found);
    }
    return found;
}
