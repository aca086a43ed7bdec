/*
 * Says of a line that is set what is wrong with it, and keeps that.  What may
 * be is decided by permit.c and adjust.c; nothing is changed here.
 */
#include "page/lint.h"

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/lines.h"
#include "page/para.h"

/* Characters of a line that tell which one is meant. */
#define SHOWN 12

#define LAST_LINE_MIN 2 /* characters, marks not counted (C11) */

struct finding {
    enum diag_id id;
    struct diag_pos pos;
    char *number; /* of the line in its paragraph */
    char *text;   /* its beginning */
    char *what;
};

struct lint {
    GPtrArray *findings; /* of struct finding, in the order of setting */
    GHashTable *seen;    /* of texts: what was found already */
};

static void finding_free(void *data)
{
    struct finding *finding = data;

    g_free(finding->number);
    g_free(finding->text);
    g_free(finding->what);
    g_free(finding);
}

struct lint *lint_new(void)
{
    struct lint *lint = g_new0(struct lint, 1);

    lint->findings = g_ptr_array_new_with_free_func(finding_free);
    lint->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return lint;
}

void lint_free(struct lint *lint)
{
    if (lint != NULL) {
        g_ptr_array_unref(lint->findings);
        g_hash_table_destroy(lint->seen);
        g_free(lint);
    }
}

void lint_clear(struct lint *lint)
{
    g_ptr_array_set_size(lint->findings, 0);
    g_hash_table_remove_all(lint->seen);
}

/* The first characters of the line. */
static char *excerpt(const struct flat *flat, const struct line_range *range)
{
    const char *start = flat->text + flat_item(flat, range->first)->text;
    uint32_t last = flat_item(flat, range->last)->last;
    const char *end = flat->text + (last + 1 < flat->chars->len
                                           ? flat_char(flat, last + 1)->offset
                                           : (uint32_t)flat->text_size);
    const char *stop = start;

    for (int i = 0; i < SHOWN && stop < end; i++) {
        stop = g_utf8_next_char(stop);
    }
    return g_strdup_printf(
        "%.*s%s", (int)(stop - start), start, stop < end ? "\u2026" : "");
}

/* Keeps a finding; takes what. */
static void keep(const struct compose *compose, const struct para *para,
    size_t i, enum diag_id id, char *what)
{
    struct lint *lint = compose->lint;
    struct finding *finding = g_new0(struct finding, 1);
    struct diag_pos pos = doc_pos(para->node);
    char *key;

    finding->id = id;
    finding->pos = pos;
    finding->number = g_strdup_printf("%zu", i + 1);
    finding->text = excerpt(compose->flat, lines_at(compose, i));
    finding->what = what;
    key = g_strdup_printf("%d %d %d %s %s %s", (int)id, pos.line, pos.col,
        finding->number, finding->text, what);
    if (g_hash_table_add(lint->seen, key)) {
        g_ptr_array_add(lint->findings, finding);
    } else {
        finding_free(finding);
    }
}

static char *in_points(len length)
{
    int64_t milli = len_to_milli(length);

    return g_strdup_printf(
        "%" G_GINT64_FORMAT ".%03d", milli / 1000, (int)(milli % 1000));
}

/* Why no line may end between two characters. */
static const char *reason(const struct flat_char *a, const struct flat_char *b,
    enum style_level level)
{
    if (a->is_bound) {
        return _("inside a number or what belongs to it");
    }
    if (class_no_start(b->class, level)) {
        return _("before a mark that may not begin a line");
    }
    if (flat_no_end(a, level)) {
        return _("after a mark that may not end a line");
    }
    return _("inside what cannot be divided");
}

/* Characters of a line, marks not counted. */
static int count_characters(
    const struct flat *flat, const struct line_range *range)
{
    int count = 0;

    for (size_t i = range->first; i <= range->last; i++) {
        enum char_class class = flat_item(flat, i)->class;

        count += class == CLASS_HAN || class_is_western(class);
    }
    return count;
}

/* What is wrong with the line's end; NULL: nothing.  The caller frees it. */
static char *broken_rule(const struct compose *compose, size_t i)
{
    const struct flat *flat = compose->flat;
    const struct line_range *range = lines_at(compose, i);
    const struct flat_char *a;
    const struct flat_char *b;

    if (range->is_last) {
        return NULL;
    }
    a = flat_char(flat, flat_item(flat, range->last)->last);
    b = a + 1; /* there is one: the line is not the last */
    if (range->is_broken || (range->has_hyphen && a->is_bound)) {
        return g_strdup(reason(a, b, compose->flat->rules->level));
    }
    range = lines_at(compose, i + 1);
    if (flat->is_chinese && flat->rules->has_last_line && range->is_last &&
        count_characters(flat, range) < LAST_LINE_MIN) {
        return g_strdup(_("with less than two characters after it"));
    }
    return NULL;
}

void lint_line(const struct compose *compose, const struct para *para, size_t i,
    const struct line_fit *fit)
{
    char *broken = broken_rule(compose, i);

    if (broken != NULL) {
        keep(compose, para, i, DIAG_LINE_RULE_BROKEN, broken);
    }
    if (len_to_milli(fit->rest) < 0) {
        keep(compose, para, i, DIAG_LINE_OVERFULL, in_points(-fit->rest));
    } else if (len_to_milli(fit->rest) > 0) {
        keep(compose, para, i, DIAG_LINE_SHORT, in_points(fit->rest));
    }
    if (fit->over > 0) {
        keep(compose, para, i, DIAG_LINE_LOOSE,
            g_strdup_printf("%" G_GINT64_FORMAT, fit->over));
    }
}

void lint_report(const struct lint *lint, struct diag *diag)
{
    for (guint i = 0; i < lint->findings->len; i++) {
        const struct finding *finding = g_ptr_array_index(lint->findings, i);

        diag_report(diag, finding->id, finding->pos, finding->number,
            finding->text, finding->what);
    }
}
