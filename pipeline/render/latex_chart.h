/*
 * The parts of a pgfplots picture.  Categories stand at 1, 2, 3 ... with their
 * names as tick labels, so that a name may hold any character; values and names
 * beside the marks are nodes.  Lengths here are whole points (bp).
 */
#ifndef GONGBAO_RENDER_LATEX_CHART_H
#define GONGBAO_RENDER_LATEX_CHART_H

#include <stdbool.h>

#include <glib.h>

#include "page/chart_data.h"

struct arena;
struct style;

#define PLOT_HEIGHT 135 /* of an upright plot */

struct plot {
    GString *out;
    struct arena *arena;
    struct chart_data data;
    const char *unit; /* NULL: none */
    bool is_chinese;
    bool is_direct; /* names stand at the ends of lines: no legend */
    const struct style *style;
    int line;  /* what a plot has with what is around it */
    int pitch; /* of a line of its text */
    int width; /* of the plot alone */
    int height;
};

/* The estimated width of text, on one line and in lines of some width. */
int plot_text_width(const struct plot *plot, const char *text);
int plot_text_lines(const struct plot *plot, const char *text, int width);
int plot_slot(const struct plot *plot); /* what a category has of the axis */

/* value times 10^-decimals, as pgfplots reads it. */
void plot_number(const struct plot *plot, int64_t value);

/* A value's height above the foot of the plot. */
int plot_scale(const struct plot *plot, int64_t value, int extent);

/* "key={text}", escaped, with a comma and a line end; text may be NULL. */
void plot_option(const struct plot *plot, const char *key, const char *text);

/* Begins an axis of that style and size; more options may follow. */
void plot_begin(const struct plot *plot, const char *style);
void plot_ticks(const struct plot *plot, char axis);

/* The names of the categories along an axis, each or every step-th; those below
 * an upright chart, as many as have room. */
void plot_names(const struct plot *plot, char axis, int step);
void plot_categories(const struct plot *plot);

/* Makes the plot narrower where the last name would stand out at the right. */
void plot_keep_names(struct plot *plot);

void plot_legend(const struct plot *plot);
void plot_options_end(const struct plot *plot);
void plot_end(const struct plot *plot);

/* The line of zero, where the value axis has one, across that axis. */
void plot_zero(const struct plot *plot, char axis);

/* Lying bars of that height for a category, with room for values beside; more
 * options may follow. */
void plot_lying_begin(
    struct plot *plot, const char *style, int bars, int right);

/*
 * A series: a bar or a line of the look of another or of its own; options is
 * more of it, or empty.  axis is that of its values.  A missing value leaves a
 * gap.
 */
void plot_bar_series(
    const struct plot *plot, int series, char axis, const char *options);
void plot_line_series(const struct plot *plot, int series, int look);

/* "report line=N,report mark M": colour, marker, and dashes of a line. */
void plot_line_look(const struct plot *plot, int look, bool is_dashed);

/* Ends "\node[...] at (axis cs:x,y", which the caller wrote. */
void plot_node_text(const struct plot *plot, const char *text);

/* The types. */
void plot_bars(struct plot *plot); /* latex_bars.c */
void plot_lying(struct plot *plot);
void plot_stacks(struct plot *plot); /* latex_stacks.c */
void plot_lying_stacks(struct plot *plot);
void plot_lines(struct plot *plot);     /* latex_lines.c */
void plot_slope(struct plot *plot);     /* latex_slope.c */
void plot_multiples(struct plot *plot); /* latex_multiples.c */

#endif
