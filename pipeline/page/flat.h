/*
 * A paragraph as one flat list: its characters, whatever elements they stand
 * in, and the glyphs that set them.  Rules of composition look at neighbours
 * in this list and so hold across emphasis, links and marks of notes.
 *
 * One struct flat is filled anew for every paragraph; its arrays are kept.
 */
#ifndef GONGBAO_PAGE_FLAT_H
#define GONGBAO_PAGE_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "page/class.h"
#include "page/page.h"
#include "page/style.h"
#include "type/font.h"

struct compose;
struct doc_node;
struct shaper;

/* How a stretch of text looks and where it comes from. */
struct flat_style {
    struct font_style font;
    len size;
    len track;     /* added to em boxes */
    len rise;      /* of the baseline: superscripts */
    bool has_dots; /* under its Han characters */
    struct page_color color;
    const char *lang;
    const struct doc_node *node;
    const struct doc_node *link; /* the a or ref around it, or NULL */
    const struct doc_node *note; /* it is the mark of this footnote */
};

enum flat_permit {
    PERMIT_NO,     /* no line ends after it */
    PERMIT_YES,    /* a line may */
    PERMIT_HYPHEN, /* a line may, with a hyphen */
    PERMIT_FORCED, /* a line must */
};

/* What may be divided by a hyphen; each includes what stands before it. */
enum flat_hyphens {
    HYPHENS_NONE,
    HYPHENS_WORDS,
    HYPHENS_UNITS, /* of numbers: 0.11 per-centage points */
};

struct flat_char {
    uint32_t code;
    uint32_t offset; /* in the text */
    uint32_t style;
    uint8_t class;   /* enum char_class */
    uint8_t permit;  /* enum flat_permit, after it */
    bool is_raised;  /* no neighbour to the rules: marks, super-, subscripts */
    bool is_bound;   /* to the next one: inside a number with its unit */
    bool is_wide;    /* a shared code point set in its Chinese form */
    bool is_dropped; /* a blank that the Han-Latin gap stands for */
};

/* A face within a style. */
struct flat_run {
    const struct font *font;
    uint32_t style;
};

/* A glyph, with the blank around it that lines may take or add. */
struct flat_item {
    uint32_t glyph;
    uint32_t text;    /* offset of what it stands for */
    uint32_t last;    /* index of the last character of its cluster */
    int32_t x_offset; /* of the glyph from the pen, in len units, as all */
    int32_t y_offset;
    int32_t advance; /* with left and right, without gap */
    int32_t left;    /* blank inside advance that may go */
    int32_t right;
    int32_t side; /* on both sides, in a line that needs it: interpuncts */
    int32_t gap;  /* between Han and Latin, after it */
    uint32_t run;
    uint8_t class;
    uint8_t permit;
    bool is_loose;   /* may be set apart from the next one to fill a line */
    bool is_hanging; /* beyond the edge where it ends a line (C10) */
};

struct flat {
    GArray *styles; /* of struct flat_style */
    GArray *chars;  /* of struct flat_char */
    GArray *runs;   /* of struct flat_run */
    GArray *items;  /* of struct flat_item */
    char *text;     /* in the arena of the document */
    size_t text_size;
    const struct composition *rules;
    const char *lang; /* of the paragraph */
    bool is_chinese;
    enum flat_hyphens hyphens; /* what has been looked at for hyphens */
    bool hangs;     /* its marks may stand beyond the edge; false at first */
    bool keeps_end; /* a mark that ends a line keeps its blank */
    GArray *glyphs; /* scratch of struct glyph */
    GByteArray *allowed;
    GString *seen; /* scratch: the text that break rules see */
};

struct flat *flat_new(void);
void flat_free(struct flat *flat);

/*
 * Begins a paragraph of the node, in its language; flat_add_text and
 * flat_add_children append to it; flat_finish makes the glyphs and applies the
 * rules.
 */
void flat_begin(struct compose *compose, const struct doc_node *node);

/* Appends text of the program's own: numbers of headings, labels. */
void flat_add_text(struct compose *compose, const struct text_style *style,
    const struct doc_node *node, const char *text);

/* The same after the content of node, set as the end of that content is. */
void flat_add_suffix(struct compose *compose, const struct text_style *style,
    const struct doc_node *node, const char *text);

/* Appends the inline content of node. */
void flat_add_children(struct compose *compose, const struct text_style *style,
    const struct doc_node *node);

void flat_finish(struct compose *compose);

/*
 * The widths of the widest piece that cannot be broken and of the whole on one
 * line (of its widest line where lines are forced).
 */
void flat_widths(const struct flat *flat, len *min, len *max);

/* The parts of flat_finish, in order. */
void flat_resolve(struct compose *compose); /* context.c */
void flat_permit(struct compose *compose);  /* permit.c */
void flat_shape(struct compose *compose);   /* glyphs.c */
void flat_space(struct flat *flat);         /* space.c */

/*
 * Lets lines end inside words of English text (hyphenate.c).  False: nothing
 * has changed.
 */
bool flat_hyphenate(struct compose *compose, enum flat_hyphens which);

/* A line may not end after it (C1, C2), whatever comes next (permit.c). */
bool flat_no_end(const struct flat_char *c, enum style_level level);

/* Borrowed elements of the arrays. */
static inline struct flat_char *flat_char(const struct flat *flat, size_t i)
{
    return &g_array_index(flat->chars, struct flat_char, i);
}

static inline struct flat_item *flat_item(const struct flat *flat, size_t i)
{
    return &g_array_index(flat->items, struct flat_item, i);
}

static inline const struct flat_run *flat_run(
    const struct flat *flat, const struct flat_item *item)
{
    return &g_array_index(flat->runs, struct flat_run, item->run);
}

/* What the item is narrower by where it ends a line (C6). */
static inline len flat_end_blank(
    const struct flat *flat, const struct flat_item *item)
{
    if (item->is_hanging) {
        return item->advance;
    }
    return flat->keeps_end ? 0 : item->right;
}

/* What it has left there and can give where the line needs it. */
static inline len flat_end_rest(
    const struct flat *flat, const struct flat_item *item)
{
    return flat->keeps_end && !item->is_hanging ? item->right : 0;
}

static inline const struct flat_style *flat_style(
    const struct flat *flat, const struct flat_item *item)
{
    return &g_array_index(
        flat->styles, struct flat_style, flat_run(flat, item)->style);
}

#endif
