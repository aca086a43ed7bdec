/*
 * Characters to TeX: one code point in one context.  Nobody else escapes.
 * What comes out means the same whatever stands before and after it, and with
 * TeX's ligatures on or off.
 */
#ifndef GONGBAO_RENDER_LATEX_ESCAPE_H
#define GONGBAO_RENDER_LATEX_ESCAPE_H

#include <glib.h>

enum latex_context {
    LATEX_TEXT,  /* paragraphs, cells, captions */
    LATEX_URL,   /* the first argument of \href; the rest percent-encoded */
    LATEX_LABEL, /* the names of \label, \ref and their like */
    LATEX_PDF,   /* values of \hypersetup: PDF strings */
    LATEX_PLOT,  /* labels inside the options of pgfplots, within braces */
    LATEX_CONTEXT_COUNT
};

/*
 * Appends character.  previous is the character before it, 0: none; it decides
 * whether a hyphen would join the one before.
 */
void latex_escape_char(GString *out, gunichar character, gunichar previous,
    enum latex_context context);

/* Appends UTF-8 text, character by character. */
void latex_escape(GString *out, const char *text, enum latex_context context);

/*
 * The command that sets a mark shared by Chinese and Western text (quotes,
 * dashes, ellipsis, middle dot) the Western way; NULL: character is no such
 * mark.  xeCJK sets the bare character the Chinese way.
 */
const char *latex_escape_western(gunichar character);

#endif
