/*
 * Lays out a whole document.  References to pages that come later are known
 * only when all pages are made, so the document is laid out again until the
 * labels stand; a document without such references takes one pass.
 */
#include "page/pages.h"

#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/flow.h"
#include "page/glyphs.h"
#include "page/lines.h"
#include "page/lint.h"
#include "type/breaks.h"
#include "type/shape.h"

#define PASSES_MAX 6

static void compose_open(struct compose *compose,
    const struct document *document, const struct style *style,
    struct fonts *fonts, struct arena *arena, struct diag *diag)
{
    compose->document = document;
    compose->style = style;
    compose->page = &style->page;
    compose->numbering = numbering_new(document, document->lang);
    compose->translated = document->translation != NULL
                              ? numbering_new(document, document->translation)
                              : NULL;
    compose->fonts = fonts;
    compose->arena = arena;
    compose->texts = arena_inner(arena);
    compose->scratch = arena_new();
    compose->diag = diag;
    compose->shaper = shaper_new();
    compose->breaks = breaks_new();
    compose->glyphs = glyph_cache_new(fonts);
    compose->flat = flat_new();
    compose->search = line_search_new();
    compose->labels = g_hash_table_new(g_str_hash, g_str_equal);
    compose->labels_now = g_hash_table_new(g_str_hash, g_str_equal);
    compose->notes = g_hash_table_new(NULL, NULL);
    compose->notes_now = g_hash_table_new(NULL, NULL);
    compose->is_chinese = strcmp(document->lang, "zh-CN") == 0;
}

static void compose_close(struct compose *compose)
{
    g_hash_table_destroy(compose->notes_now);
    g_hash_table_destroy(compose->notes);
    g_hash_table_destroy(compose->labels_now);
    g_hash_table_destroy(compose->labels);
    line_search_free(compose->search);
    flat_free(compose->flat);
    glyph_cache_free(compose->glyphs);
    if (compose->hyphens != NULL) {
        hyphens_close(compose->hyphens);
    }
    breaks_free(compose->breaks);
    shaper_free(compose->shaper);
    arena_free(compose->scratch);
    numbering_free((struct numbering *)(uintptr_t)compose->translated);
    numbering_free((struct numbering *)(uintptr_t)compose->numbering);
}

static struct pages *make_pass(struct compose *compose)
{
    struct blocks blocks = {.compose = compose};
    struct pages *pages;

    compose->has_forward = false;
    arena_reset(compose->texts); /* those of the pass before */
    if (compose->lint != NULL) {
        lint_clear(compose->lint);
    }
    blocks.flow = flow_new(compose);
    blocks.numbers = toc_numbers_new();
    blocks_add_document(&blocks);
    pages = flow_finish(blocks.flow);
    toc_fill(&blocks, pages);
    pages->texts = compose->texts;
    g_array_unref(blocks.numbers);
    return pages;
}

static bool is_same(GHashTable *a, GHashTable *b)
{
    GHashTableIter iter;
    void *key;
    void *value;

    if (g_hash_table_size(a) != g_hash_table_size(b)) {
        return false;
    }
    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const char *other = g_hash_table_lookup(b, key);

        if (other == NULL || strcmp(other, value) != 0) {
            return false;
        }
    }
    return true;
}

/* What is known of this pass is what the next one knows. */
static void take_over(GHashTable **before, GHashTable **now)
{
    GHashTable *old = *before;

    *before = *now;
    *now = old;
    g_hash_table_remove_all(old);
}

static struct pages *make_stable(struct compose *compose)
{
    char count[8];

    for (int pass = 1; pass <= PASSES_MAX; pass++) {
        struct pages *pages = make_pass(compose);

        if (!compose->has_forward || diag_failed(compose->diag) ||
            (is_same(compose->labels, compose->labels_now) &&
                is_same(compose->notes, compose->notes_now))) {
            return pages;
        }
        if (pass == PASSES_MAX) {
            snprintf(count, sizeof count, "%d", pass);
            diag_report(compose->diag, DIAG_REFERENCES_UNSTABLE,
                doc_pos(compose->document->root), count);
            return pages;
        }
        take_over(&compose->labels, &compose->labels_now);
        take_over(&compose->notes, &compose->notes_now);
    }
    return NULL;
}

struct pages *pages_make(const struct document *document,
    const struct style *style, struct fonts *fonts, struct arena *arena,
    bool has_lint, struct diag *diag)
{
    struct compose compose = {0};
    struct pages *pages;

    compose_open(&compose, document, style, fonts, arena, diag);
    compose.lint = has_lint ? lint_new() : NULL;
    pages = make_stable(&compose);
    if (pages != NULL && compose.hyphens != NULL) {
        pages->patterns = arena_strdup(arena, hyphens_file(compose.hyphens));
    }
    if (has_lint) {
        lint_report(compose.lint, diag);
    }
    lint_free(compose.lint);
    compose_close(&compose);
    return diag_failed(diag) ? NULL : pages;
}
