/*
 * The style of a report as the setup of its LaTeX class.
 */
#ifndef GONGBAO_RENDER_LATEX_STYLE_H
#define GONGBAO_RENDER_LATEX_STYLE_H

#include <glib.h>

struct document;
struct fonts;
struct style;

/*
 * Appends "\gongbaosetup{...}": the style for the report, of its second
 * language too if it has one, lengths in bp; the faces by the names that fonts
 * gives them.
 */
void latex_style_write(GString *out, const struct style *style,
    struct fonts *fonts, const struct document *document);

#endif
