/*
 * The source documents themselves: does each cited line exist, and does each
 * cited figure stand in its lines.  White space is nothing here: documents
 * break lines inside figures.
 */
#include "check/check.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "check/qualifiers.h"
#include "model/dataset.h"

/*
 * Text without white space.  gaps is as long and has 1 where a blank stood
 * before a byte within its line: "2010 7062.6" is two figures, while a line
 * break may stand in the midst of one.
 */
struct packed {
    GString *text;
    GString *gaps;
};

/* A document, and where each line begins in its packed text. */
struct document {
    struct packed packed;
    GArray *lines; /* of size_t; one more at the end */
};

struct sources {
    const struct dataset *dataset;
    const char *folder;
    struct diag *diag;
    GHashTable *documents; /* file name -> struct document; NULL: unreadable */
};

static struct packed packed_new(size_t size)
{
    return (struct packed){g_string_sized_new(size), g_string_sized_new(size)};
}

static void packed_clear(struct packed *packed)
{
    g_string_free(packed->text, TRUE);
    g_string_free(packed->gaps, TRUE);
}

static void document_free(gpointer item)
{
    struct document *document = item;

    if (document != NULL) {
        packed_clear(&document->packed);
        g_array_unref(document->lines);
        g_free(document);
    }
}

/* The white space of Unicode, and what is as invisible. */
static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || c == 0xFEFF || c == 0x200B;
}

/* Packs one line. */
static void append_packed(
    struct packed *packed, const char *line, const char *end)
{
    char gap = 0;

    for (const char *p = line; p < end; p = g_utf8_next_char(p)) {
        gsize size = (gsize)(g_utf8_next_char(p) - p);

        if (is_blank(g_utf8_get_char(p))) {
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

static void end_line(struct document *document)
{
    size_t offset = document->packed.text->len;

    g_array_append_val(document->lines, offset);
}

/* A last line without a line break is a line too. */
static struct document *document_new(const char *bytes, size_t size)
{
    struct document *document = g_new0(struct document, 1);
    const char *end = bytes + size;

    document->packed = packed_new(size);
    document->lines = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (const char *line = bytes; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));

        end_line(document);
        append_packed(&document->packed, line, stop != NULL ? stop : end);
        line = stop != NULL ? stop + 1 : end;
    }
    end_line(document);
    return document;
}

static struct document *load(
    const struct sources *sources, const struct dataset_source *source)
{
    g_autofree char *path =
        g_build_filename(sources->folder, source->file, NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize size = 0;

    if (!g_file_get_contents(path, &bytes, &size, &error)) {
        if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
            diag_report(sources->diag, DIAG_SOURCE_MISSING, source->pos,
                source->file, sources->folder);
        } else {
            diag_report(sources->diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
                error->message);
        }
        return NULL;
    }
    if (!g_utf8_validate(bytes, (gssize)size, NULL)) {
        diag_report(
            sources->diag, DIAG_SOURCE_ENCODING, source->pos, source->file);
        return NULL;
    }
    return document_new(bytes, size);
}

/* Read once; a name that is not plain was reported by its rule. */
static const struct document *find_document(
    const struct sources *sources, const struct dataset_source *source)
{
    gpointer found = NULL;

    if (strchr(source->file, '/') != NULL || *source->file == '\0') {
        return NULL;
    }
    if (!g_hash_table_lookup_extended(
            sources->documents, source->file, NULL, &found)) {
        found = load(sources, source);
        g_hash_table_insert(sources->documents, (gpointer)source->file, found);
    }
    return found;
}

/* The cited lines, one range after the other; the caller clears it. */
static struct packed cited_lines(
    const struct document *document, const struct dataset_cite *cite)
{
    struct packed cited = packed_new(256);

    for (size_t i = 0; i < cite->line_count; i++) {
        guint first = (guint)cite->lines[i].first - 1;
        guint last = (guint)cite->lines[i].last;
        size_t from = g_array_index(document->lines, size_t, first);
        size_t size = g_array_index(document->lines, size_t, last) - from;

        g_string_append_len(
            cited.text, document->packed.text->str + from, (gssize)size);
        g_string_append_len(
            cited.gaps, document->packed.gaps->str + from, (gssize)size);
    }
    return cited;
}

/* True if all cited lines exist, in order; the order is another rule's. */
static bool lines_exist(const struct sources *sources,
    const struct document *document, const struct dataset_cite *cite)
{
    long count = (long)document->lines->len - 1;

    for (size_t i = 0; i < cite->line_count; i++) {
        const struct dataset_lines *lines = &cite->lines[i];

        if (MAX(lines->first, lines->last) > count) {
            g_autofree char *have = g_strdup_printf("%ld", count);

            diag_report(sources->diag, DIAG_CITE_LINE_MISSING, cite->pos,
                cite->lines_text, cite->source->file, have);
            return false;
        }
        if (lines->last < lines->first) {
            return false;
        }
    }
    return true;
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

/*
 * Where the token next stands at or behind from; NULL: nowhere.  "608.33" does
 * not stand in "2608.33": a figure is found whole.
 */
static const char *find_token(
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

/* ---- Qualifiers beside the figures ---- */

/* What the sources have beside the value of an observation. */
struct beside {
    const struct dataset_obs *obs;
    const struct qualifiers_word *word; /* at all places of one citation */
    bool has_some;                      /* at some place of some citation */
    bool has_none;                      /* a Chinese source has it bare */
};

static bool has_chinese(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (g_unichar_get_script(g_utf8_get_char(text)) ==
            G_UNICODE_SCRIPT_HAN) {
            return true;
        }
    }
    return false;
}

/* As many bytes of text around a token as words beside it can take. */
#define NEARBY 64

/* The last of it before end, and the first of it; the caller frees them. */
static char *nearby_before(const char *text, const char *end)
{
    const char *from = end - text > NEARBY ? end - NEARBY : text;

    while (((guchar)*from & 0xC0) == 0x80) {
        from++;
    }
    return g_strndup(from, (gsize)(end - from));
}

static char *nearby_after(const char *text)
{
    const char *to = text;

    while (*to != '\0' && to - text < NEARBY) {
        to = g_utf8_next_char(to);
    }
    return g_strndup(text, (gsize)(to - text));
}

/* Looks at each place of the token, for a short one may stand at several. */
static void look_beside(struct beside *beside, const struct packed *cited,
    const GString *token, const char *place)
{
    const char *text = cited->text->str;
    const struct qualifiers_word *word = NULL;
    bool is_bare = false;

    for (; place != NULL; place = find_token(cited, place + 1, token)) {
        g_autofree char *before = nearby_before(text, place);
        g_autofree char *after = nearby_after(place + token->len);
        const struct qualifiers_context context = {before, after};
        const struct qualifiers_word *found = NULL;
        bool is_printed = false;

        found = qualifiers_find(beside->obs, token->str, &context, &is_printed);
        word = found != NULL ? found : word;
        is_bare = is_bare || (found == NULL && is_printed);
    }
    beside->has_some = beside->has_some || word != NULL;
    beside->has_none = beside->has_none || (is_bare && has_chinese(text));
    if (word != NULL && !is_bare && beside->word == NULL) {
        beside->word = word;
    }
}

/* A word within the token was the business of its rule. */
static void judge_qualifier(
    const struct sources *sources, const struct beside *beside)
{
    const struct dataset_obs *obs = beside->obs;

    if (beside->word != NULL && qualifiers_in_tokens(obs) == NULL) {
        qualifiers_compare(sources->diag, obs, beside->word);
    } else if (beside->has_none && !beside->has_some &&
               obs->qualifier != QUALIFIER_NONE) {
        diag_report(sources->diag, DIAG_QUALIFIER_UNFOUNDED, obs->pos,
            dataset_qualifier_name(obs->qualifier), obs->value_text);
    }
}

/* ---- The run ---- */

/* beside: what to note of the value's surroundings, or NULL. */
static void check_cite(const struct sources *sources,
    const struct dataset_cite *cite, struct beside *beside)
{
    const struct document *document;
    const char *place;
    struct packed cited;
    struct packed token;

    if (cite->source == NULL || *cite->token == '\0') {
        return;
    }
    document = find_document(sources, cite->source);
    if (document == NULL || !lines_exist(sources, document, cite)) {
        return;
    }
    cited = cited_lines(document, cite);
    token = packed_new(32);
    append_packed(&token, cite->token, cite->token + strlen(cite->token));
    place = find_token(&cited, cited.text->str, token.text);
    if (place == NULL) {
        diag_report(sources->diag, DIAG_CITE_TOKEN, cite->pos, cite->token,
            cite->source->file, cite->lines_text);
    } else if (beside != NULL) {
        look_beside(beside, &cited, token.text, place);
    }
    packed_clear(&token);
    packed_clear(&cited);
}

static void check_cites(const struct sources *sources,
    const struct dataset_cites *cites, struct beside *beside)
{
    for (size_t i = 0; i < cites->count; i++) {
        check_cite(sources, &cites->items[i], beside);
    }
}

static void check_obs(
    const struct sources *sources, const struct dataset_obs *obs)
{
    struct beside beside = {.obs = obs};

    check_cites(sources, &obs->cites, qualifiers_matter(obs) ? &beside : NULL);
    judge_qualifier(sources, &beside);
    if (obs->base != NULL) {
        check_cites(sources, &obs->base->cites, NULL);
    }
    for (size_t i = 0; i < obs->change_count; i++) {
        check_cites(sources, &obs->changes[i].cites, NULL);
    }
}

void check_sources(
    const struct dataset *dataset, const char *folder, struct diag *diag)
{
    struct sources sources = {dataset, folder, diag,
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, document_free)};
    bool is_folder = g_file_test(folder, G_FILE_TEST_IS_DIR);

    if (!is_folder) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, folder, g_strerror(ENOTDIR));
    }
    for (size_t i = 0; is_folder && i < dataset->obs_count; i++) {
        check_obs(&sources, &dataset->obs[i]);
    }
    g_hash_table_unref(sources.documents);
}
