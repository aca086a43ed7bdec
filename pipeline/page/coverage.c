/*
 * Looks up every character that a report prints.  Text of charts is that of
 * the chart, and the title that of the report, as on pages.
 */
#include "page/coverage.h"

#include <stdbool.h>

#include <glib.h>

#include "base/diag.h"
#include "doc/doc.h"
#include "page/class.h"
#include "page/glyphs.h"
#include "type/font.h"

struct coverage {
    struct fonts *fonts;
    struct diag *diag;
    GHashTable *missing; /* what was reported */
};

static bool has_glyph(
    const struct coverage *coverage, const char *lang, uint32_t code)
{
    for (int role = 0; role < FONT_ROLE_COUNT; role++) {
        struct font_style style = {.role = (enum font_role)role};

        if (fonts_choose(coverage->fonts, style, lang, code) != NULL) {
            return true;
        }
    }
    return false;
}

static void check_text(
    struct coverage *coverage, const struct doc_node *node, const char *text)
{
    for (const char *p = text; p != NULL && *p != '\0';
         p = g_utf8_next_char(p)) {
        unsigned char byte = (unsigned char)*p;
        uint32_t code = byte < 0x80 ? byte : g_utf8_get_char(p);
        enum char_class class = class_of(code);

        if (class != CLASS_BREAK && class != CLASS_CONTROL &&
            !has_glyph(coverage, doc_lang(node), code)) {
            glyph_report_missing(coverage->diag, coverage->missing, node, code);
        }
    }
}

static const struct doc_node *chart_around(const struct doc_node *node)
{
    while (node->kind != DOC_CHART) {
        node = node->parent;
    }
    return node;
}

static void check_node(struct coverage *coverage, const struct doc_node *node)
{
    if (node->kind == DOC_TEXT) {
        const struct doc_node *owner = node->parent;

        check_text(coverage,
            owner->kind == DOC_CATEGORY ? chart_around(owner) : owner,
            node->as.text);
    } else if (node->kind == DOC_CHART) {
        check_text(coverage, node,
            doc_chart_compares(node) ? node->as.chart->unit
                                     : node->as.chart->alt);
    } else if (node->kind == DOC_SERIES || node->kind == DOC_CATEGORY) {
        check_text(coverage, chart_around(node), node->as.label);
    } else if (node->kind == DOC_POINT) {
        check_text(coverage, chart_around(node), node->as.point->label);
    }
}

void coverage_check(
    const struct document *document, struct fonts *fonts, struct diag *diag)
{
    struct coverage coverage = {.fonts = fonts,
        .diag = diag,
        .missing =
            g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};

    check_text(&coverage, document->root, document->title);
    for (const struct doc_node *node = document->root; node != NULL;
         node = doc_next(node, document->root)) {
        check_node(&coverage, node);
    }
    g_hash_table_destroy(coverage.missing);
}
