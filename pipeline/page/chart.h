/*
 * The parts of drawing a chart.  Only the chart's own files and that of figures
 * see this header.
 */
#ifndef GONGBAO_PAGE_CHART_H
#define GONGBAO_PAGE_CHART_H

#include <stdbool.h>
#include <stdint.h>

#include "page/chart_data.h"
#include "page/flow.h"
#include "page/para.h"

struct compose;
struct doc_node;

#define CHART_MARKER 2    /* points of a marker from its centre */
#define CHART_LABEL_GAP 3 /* points from a mark to its value */
#define CHART_TICK_GAP 5  /* from a plot to the names and numbers around it */
#define CHART_COLUMN_GAP (5 * LEN_PT) /* between values and names */
#define CHART_LEADER (9 * LEN_PT) /* how far a label may be from its point */
#define CHART_HAIRLINE (LEN_PT * 4 / 10)

struct chart {
    struct compose *compose;
    const struct doc_node *node;
    struct chart_data data;
    struct page_item *items; /* x, y from the upper left corner */
    struct page_item *last;
    len width;
    len cut;  /* what the plot is to be lower */
    len left; /* the plot, or that of a panel, within the chart */
    len top;
    len plot_width;
    len plot_height;
    len right;      /* how far values may stand to the right */
    len height;     /* of the whole, when it is drawn */
    bool is_direct; /* lines have their names at their ends: no legend */
    bool can_cut;   /* its plot may be lower */
};

/* Appends items. */
void chart_add(struct chart *chart, struct page_item *items);

/* A line of text or several in a column; returns the height of them. */
len chart_text(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width);
len chart_text_in(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width, struct page_color color);

/* Width of text on one line in the chart's style, of its widest word, and the
 * height that it has in a column. */
len chart_text_width(struct chart *chart, const char *text);
len chart_word_width(struct chart *chart, const char *text);
len chart_text_height(struct chart *chart, const char *text, len width);
len chart_line(const struct chart *chart); /* the pitch of its text */

struct page_color chart_color(const struct chart *chart, int series);

/* A bar as the series has it, solid or hatched. */
void chart_bar(
    struct chart *chart, int series, len x, len y, len width, len height);

/* A line of the frame: no part of the data. */
void chart_rule(struct chart *chart, len x, len y, len width, len height,
    struct page_color color);

/* A value, on a ground so that no line of the axis runs through it. */
void chart_value(
    struct chart *chart, const char *text, len x, len y, len width);

/* The widest of all values; the room that one beside its mark takes at most. */
len chart_value_width(struct chart *chart);

/* A value's height above the foot of the plot. */
len chart_scale(const struct chart *chart, int64_t value, len extent);

/*
 * Unit of the axis and legend above the plot (chart_legend.c); the unit is at
 * the left edge of what is drawn so far, or of all where it has a legend.
 */
void chart_head(struct chart *chart);

/* Ticks, their labels and lines across; categories below the plot
 * (chart_axes.c). */
void chart_axes(struct chart *chart);
void chart_ticks(struct chart *chart, bool has_labels);
len chart_tick_width(struct chart *chart);

/* Bars with their values. */
void chart_draw_bars(struct chart *chart);         /* chart_bars.c */
void chart_draw_stacks(struct chart *chart);       /* chart_stacks.c */
void chart_draw_lying(struct chart *chart);        /* chart_lying.c */
void chart_draw_lying_stacks(struct chart *chart); /* chart_stacks.c */

/*
 * The frame of lying bars: the names of the categories and the line of zero;
 * draw puts the bars of a category below each other from y on, in that height.
 */
void chart_lying_rows(struct chart *chart, len bars, len right,
    void (*draw)(struct chart *chart, int category, len y));

/* Lines with their values; a sample for the legend (chart_lines.c).  look is
 * the series whose colour, dash and marker it has. */
void chart_draw_lines(struct chart *chart);
void chart_draw_series(struct chart *chart, int series, int look);
void chart_line_key(
    struct chart *chart, int series, len x, len middle, len width);
void chart_draw_path(struct chart *chart, int look, struct page_point *points,
    size_t count, bool is_dashed);
void chart_draw_marker(struct chart *chart, int look, struct page_point at);
struct page_point chart_point_at(
    const struct chart *chart, int series, int category);

/*
 * Values beside the points of a single line that has few (chart_labels.c);
 * false, with nothing drawn: not all have room.  The value of one point alone,
 * if there is room.
 */
bool chart_label_points(struct chart *chart);
void chart_label_point(struct chart *chart, int series, int category);

/*
 * The value, and the name where there is no legend, beside the end of each
 * line, and the room right of the plot for them (chart_ends.c).  A leader goes
 * from a point to its label.
 */
void chart_choose_direct(struct chart *chart);
void chart_label_ends(struct chart *chart);
len chart_end_room(struct chart *chart);
void chart_leader(
    struct chart *chart, struct page_point from, struct page_point to);

/* Two categories, and a panel for each series, with all that belongs to it. */
void chart_draw_slope(struct chart *chart);     /* chart_slope.c */
void chart_draw_multiples(struct chart *chart); /* chart_multiples.c */

/*
 * Draws the chart of that node, its plot lower by cut than it would be; the
 * items and height are in the result.
 */
struct chart chart_make(
    struct compose *compose, const struct doc_node *node, len cut);

#endif
