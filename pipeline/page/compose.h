/*
 * What the parts of the page maker share while one document is laid out.
 */
#ifndef GONGBAO_PAGE_COMPOSE_H
#define GONGBAO_PAGE_COMPOSE_H

#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "doc/numbering.h"
#include "page/style.h"

struct breaks;
struct diag;
struct flat;
struct flow_box;
struct fonts;
struct glyph_cache;
struct hyphens;
struct line_search;
struct lint;
struct shaper;

struct compose {
    const struct document *document;
    const struct style *style;
    const struct page_style *page; /* that is being filled */
    const struct numbering *numbering;
    const struct numbering *translated; /* in the second language, or NULL */
    struct fonts *fonts;
    struct arena *arena;   /* of the result */
    struct arena *texts;   /* of its glyphs and texts, pages->texts */
    struct arena *scratch; /* of what one row of a table needs */
    struct diag *diag;
    struct shaper *shaper;
    struct glyph_cache *glyphs;
    struct breaks *breaks;
    struct hyphens *hyphens;    /* opened when a paragraph first needs it */
    struct flat *flat;          /* the paragraph being set */
    struct line_search *search; /* of its lines */
    struct lint *lint;          /* of bad lines; NULL: not asked for */
    GHashTable *labels;         /* id -> page label, of the pass before */
    GHashTable *labels_now;     /* id -> page label, of this pass */
    GHashTable *notes;          /* footnote -> number, of the pass before */
    GHashTable *notes_now;  /* of this pass; where they are counted by page */
    struct flow_box *spare; /* of pages that are made */
    bool has_forward;       /* a page was asked for that is yet to come */
    bool is_chinese;
};

/* Where what is set goes: the arenas of the result. */
struct compose_room {
    struct arena *arena;
    struct arena *texts;
};

/* From here on what is set goes into the scratch arena, for it is only to be
 * measured. */
static inline struct compose_room compose_begin_scratch(struct compose *compose)
{
    struct compose_room room = {compose->arena, compose->texts};

    compose->arena = compose->texts = compose->scratch;
    return room;
}

/* It is dropped; the result goes on. */
static inline void compose_end_scratch(
    struct compose *compose, struct compose_room room)
{
    arena_reset(compose->scratch);
    compose->arena = room.arena;
    compose->texts = room.texts;
}

/* The numbers and the style of a text in the language of that node. */
static inline const struct numbering *compose_numbering(
    const struct compose *compose, const struct doc_node *node)
{
    return doc_is_translation(compose->document, node) ? compose->translated
                                                       : compose->numbering;
}

static inline const struct text_style *compose_text(
    const struct compose *compose, const struct doc_node *node,
    enum style_name name)
{
    return doc_is_translation(compose->document, node)
               ? &compose->style->second[name]
               : &compose->style->text[name];
}

/* A height; in whole lines of the body where the page counts all lines. */
static inline len compose_whole(const struct compose *compose, len height)
{
    len line = compose->style->text[STYLE_BODY].line;

    return compose->page->is_counted ? (height + line - 1) / line * line
                                     : height;
}

/* Room for a rule: there none of its own. */
static inline len compose_rule(const struct compose *compose, len weight)
{
    return compose->page->is_counted ? 0 : weight;
}

#endif
