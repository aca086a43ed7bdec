/*
 * The rules that lines of a paragraph are composed by, as a style asks for
 * them.  Every rule that can be left off can be left off here.
 */
#ifndef GONGBAO_PAGE_COMPOSITION_H
#define GONGBAO_PAGE_COMPOSITION_H

#include <stdbool.h>

#include <libxml/tree.h>

/* CLReq's levels of line-start and line-end prohibition. */
enum style_level { LEVEL_NONE, LEVEL_BASIC, LEVEL_GB, LEVEL_STRICT };

/* Widths of full-width marks. */
enum style_marks {
    MARKS_FULL_WIDTH,    /* an em each; adjacent ones share a half */
    MARKS_LINE_END_HALF, /* and half an em at the end of a line */
    MARKS_KAIMING,       /* an em at a sentence's end, half an em elsewhere */
    MARKS_PLAIN,         /* as the face has them, never changed */
};

/* The blank between Han and Latin (C7). */
enum style_spacing {
    SPACING_ELASTIC, /* a quarter em, from 1/8 to 1/3 where a line needs it */
    SPACING_FIXED,   /* a quarter em always */
    SPACING_NONE,    /* none; blanks that were typed there stay */
};

enum style_breaking {
    BREAKING_OPTIMAL,   /* the lines that make the whole paragraph best */
    BREAKING_FIRST_FIT, /* each line as full as it gets, one after the other */
};

struct composition {
    enum style_level level;
    enum style_marks marks;
    enum style_spacing spacing;
    enum style_breaking breaking;
    bool is_tight;      /* adjacent marks take half an em each (C5) */
    bool has_numbers;   /* a number stays with its unit (C12, C13) */
    bool has_last_line; /* a last line has two characters or more (C11) */
    bool hangs;         /* a comma or full stop may hang over the edge (C10) */
};

/* What holds where the style says nothing. */
struct composition composition_default(void);

/* Changes what the attributes of the element say; its schema was checked. */
void composition_read(const xmlNode *node, struct composition *composition);

#endif
