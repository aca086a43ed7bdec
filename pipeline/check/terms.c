/*
 * A term is found in a Chinese text where no longer one begins earlier and
 * covers it: 试验发展 is no term of its own in 研究与试验发展.  In English,
 * renderings and variants are whole words, in either case, and a plural in s
 * or es is the same word.
 */
#include "check/terms.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/paths.h"
#include "model/dataset.h"
#include "xml/schema.h"
#include "xml/xml.h"

struct term {
    const char *zh;
    const char *en;
    GPtrArray *also;        /* of char: forms that count as en */
    GPtrArray *rejected_zh; /* of char */
    GPtrArray *rejected_en;
};

struct terms {
    struct xml_doc *doc; /* the strings of attributes are its own */
    GPtrArray *items;    /* of struct term */
};

/* ---- Reading ---- */

static void term_free(gpointer item)
{
    struct term *term = item;

    g_ptr_array_unref(term->also);
    g_ptr_array_unref(term->rejected_zh);
    g_ptr_array_unref(term->rejected_en);
    g_free(term);
}

static struct term *read_term(const xmlNode *node)
{
    struct term *term = g_new0(struct term, 1);

    term->zh = xml_attribute(node, "zh");
    term->en = xml_attribute(node, "en");
    term->also = g_ptr_array_new_with_free_func(g_free);
    term->rejected_zh = g_ptr_array_new_with_free_func(g_free);
    term->rejected_en = g_ptr_array_new_with_free_func(g_free);
    for (xmlNode *n = xml_first_child(node); n != NULL; n = xml_next(n)) {
        if (xml_is(n, "also")) {
            g_ptr_array_add(term->also, xml_text(n));
        } else if (xml_is(n, "rejected")) {
            g_ptr_array_add(g_strcmp0(xml_lang(n), "en") == 0
                                ? term->rejected_en
                                : term->rejected_zh,
                xml_text(n));
        }
    }
    return term;
}

struct terms *terms_open(const char *path, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/terms.xsd");
    struct xml_doc *doc = xml_load(path, diag);
    struct terms *terms;

    if (doc == NULL || !schema_validate(doc, schema, diag)) {
        diag_flush(diag); /* names paths */
        xml_free(doc);
        return NULL;
    }
    terms = g_new0(struct terms, 1);
    terms->doc = doc;
    terms->items = g_ptr_array_new_with_free_func(term_free);
    for (xmlNode *n = xml_first_child(xmlDocGetRootElement(xml_tree(doc)));
         n != NULL; n = xml_next(n)) {
        g_ptr_array_add(terms->items, read_term(n));
    }
    return terms;
}

void terms_close(struct terms *terms)
{
    if (terms != NULL) {
        g_ptr_array_unref(terms->items);
        xml_free(terms->doc);
        g_free(terms);
    }
}

/* ---- Finding words ---- */

/* True if the words at text are a whole: what follows is no letter, or the
 * ending of a plural. */
static bool ends_word(const char *rest)
{
    if (g_str_has_prefix(rest, "es") && !g_ascii_isalnum(rest[2])) {
        return true;
    }
    rest += *rest == 's' ? 1 : 0;
    return !g_ascii_isalnum(*rest);
}

/* The first occurrence of the words; NULL: none. */
static const char *find_words(const char *text, const char *words)
{
    size_t size = strlen(words);

    for (const char *p = text; *p != '\0'; p++) {
        if (g_ascii_strncasecmp(p, words, size) == 0 && ends_word(p + size) &&
            (p == text || !g_ascii_isalnum(p[-1]))) {
            return p;
        }
    }
    return NULL;
}

/* The term that begins at text, the longest of several; NULL: none. */
static const struct term *term_at(const struct terms *terms, const char *text)
{
    const struct term *longest = NULL;

    for (guint i = 0; i < terms->items->len; i++) {
        const struct term *term = terms->items->pdata[i];

        if (g_str_has_prefix(text, term->zh) &&
            (longest == NULL || strlen(term->zh) > strlen(longest->zh))) {
            longest = term;
        }
    }
    return longest;
}

static bool is_rendered(const struct term *term, const char *en)
{
    bool found = find_words(en, term->en) != NULL;

    for (guint i = 0; i < term->also->len; i++) {
        found = found || find_words(en, term->also->pdata[i]) != NULL;
    }
    return found;
}

/* ---- A text in both languages ---- */

static bool is_first(const struct terms *terms, const char *text,
    const char *at, const struct term *term)
{
    for (const char *p = text; p < at; p = g_utf8_next_char(p)) {
        if (term_at(terms, p) == term) {
            return false;
        }
    }
    return true;
}

/* What no term covers, blanks in the place of the rest. */
static char *uncovered(const struct terms *terms, const char *zh)
{
    char *rest = g_strdup(zh);

    for (const char *p = zh; *p != '\0';) {
        const struct term *term = term_at(terms, p);
        size_t size = term != NULL ? strlen(term->zh)
                                   : (size_t)(g_utf8_next_char(p) - p);

        if (term != NULL) {
            memset(rest + (p - zh), ' ', size);
        }
        p += size;
    }
    return rest;
}

static void check_renderings(const struct terms *terms,
    const struct dataset_text *zh, const struct dataset_text *en,
    struct diag *diag)
{
    for (const char *p = zh->text; *p != '\0';) {
        const struct term *term = term_at(terms, p);

        if (term == NULL) {
            p = g_utf8_next_char(p);
            continue;
        }
        if (!is_rendered(term, en->text) &&
            is_first(terms, zh->text, p, term)) {
            diag_report(diag, DIAG_TERM_RENDERING, en->pos, term->zh, term->en);
        }
        p += strlen(term->zh);
    }
}

static void check_rejected(const struct terms *terms,
    const struct dataset_text *zh, const struct dataset_text *en,
    struct diag *diag)
{
    g_autofree char *rest = uncovered(terms, zh->text);

    for (guint i = 0; i < terms->items->len; i++) {
        const struct term *term = terms->items->pdata[i];

        for (guint j = 0; j < term->rejected_zh->len; j++) {
            const char *variant = term->rejected_zh->pdata[j];

            if (strstr(rest, variant) != NULL) {
                diag_report(
                    diag, DIAG_TERM_REJECTED, zh->pos, variant, term->zh);
            }
        }
        for (guint j = 0; j < term->rejected_en->len; j++) {
            const char *variant = term->rejected_en->pdata[j];

            if (find_words(en->text, variant) != NULL) {
                diag_report(
                    diag, DIAG_TERM_REJECTED, en->pos, variant, term->en);
            }
        }
    }
}

static void check_texts(const struct terms *terms,
    const struct dataset_texts *texts, struct diag *diag)
{
    const struct dataset_text *zh = dataset_text_lookup(texts, "zh-CN");
    const struct dataset_text *en = dataset_text_lookup(texts, "en");

    if (zh != NULL && en != NULL) {
        check_renderings(terms, zh, en, diag);
        check_rejected(terms, zh, en, diag);
    }
}

/* ---- All texts of a dataset ---- */

static void check_notes(const struct terms *terms,
    const struct dataset_notes *notes, struct diag *diag)
{
    for (size_t i = 0; i < notes->count; i++) {
        check_texts(terms, &notes->items[i].texts, diag);
    }
}

static void check_declarations(
    const struct terms *terms, const struct dataset *dataset, struct diag *diag)
{
    check_texts(terms, &dataset->titles, diag);
    check_texts(terms, &dataset->publishers, diag);
    check_texts(terms, &dataset->ref_areas, diag);
    for (size_t i = 0; i < dataset->source_count; i++) {
        check_texts(terms, &dataset->sources[i].titles, diag);
        check_texts(terms, &dataset->sources[i].publishers, diag);
        check_notes(terms, &dataset->sources[i].notes, diag);
    }
    for (size_t i = 0; i < dataset->unit_count; i++) {
        check_texts(terms, &dataset->units[i].labels, diag);
    }
    for (size_t i = 0; i < dataset->theme_count; i++) {
        check_texts(terms, &dataset->themes[i].labels, diag);
    }
}

static void check_indicator(const struct terms *terms,
    const struct dataset_indicator *indicator, struct diag *diag)
{
    check_texts(terms, &indicator->labels, diag);
    check_texts(terms, &indicator->definitions, diag);
    if (indicator->universe != NULL) {
        check_texts(terms, &indicator->universe->lists, diag);
        check_texts(terms, &indicator->universe->scopes, diag);
    }
    check_notes(terms, &indicator->notes, diag);
}

void terms_check(
    const struct terms *terms, const struct dataset *dataset, struct diag *diag)
{
    check_declarations(terms, dataset, diag);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        check_indicator(terms, &dataset->indicators[i], diag);
    }
    for (size_t i = 0; i < dataset->obs_count; i++) {
        const struct dataset_obs *obs = &dataset->obs[i];

        check_notes(terms, &obs->notes, diag);
        for (size_t j = 0; j < obs->change_count; j++) {
            check_notes(terms, &obs->changes[j].notes, diag);
        }
    }
    check_notes(terms, &dataset->notes, diag);
}
