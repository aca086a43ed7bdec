/*
 * The parts of drawing a chart.  Only the chart's own files see this header.
 */
#ifndef GONGBAO_PAGE_CHART_H
#define GONGBAO_PAGE_CHART_H

#include <stdbool.h>
#include <stdint.h>

#include "page/flow.h"
#include "page/para.h"
#include "page/ticks.h"

struct compose;
struct doc_node;

#define CHART_MARKER 2    /* points of a marker from its centre */
#define CHART_LABEL_GAP 3 /* points from a mark to its value */

struct chart_point {
    int64_t value; /* times 10^decimals */
    bool has_value;
    const char *label; /* or NULL */
};

struct chart {
    struct compose *compose;
    const struct doc_node *node;
    int category_count;
    int series_count;
    const struct doc_node **categories;
    const char **names;         /* of the series */
    struct chart_point *points; /* series by series */
    int decimals;
    int64_t low; /* of all values */
    int64_t high;
    struct ticks ticks;
    struct page_item *items; /* x, y from the upper left corner */
    struct page_item *last;
    len width;
    len cut;  /* what the plot is to be lower */
    len left; /* the plot, within the chart */
    len top;
    len plot_width;
    len plot_height;
    len height; /* of the whole, when it is drawn */
};

static inline const struct chart_point *chart_point(
    const struct chart *chart, int series, int category)
{
    return &chart->points[series * chart->category_count + category];
}

/* Appends items. */
void chart_add(struct chart *chart, struct page_item *items);

/* A line of text or several in a column; returns the height of them. */
len chart_text(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width);

/* Width of text on one line in the chart's style. */
len chart_text_width(struct chart *chart, const char *text);
len chart_line(const struct chart *chart); /* the pitch of its text */

struct page_color chart_color(const struct chart *chart, int series);

/* Unit of the axis and legend above the plot. */
void chart_head(struct chart *chart);

/* Ticks, their labels and lines across; categories below the plot. */
void chart_axes(struct chart *chart);

/* A value's height above the foot of the plot. */
len chart_scale(const struct chart *chart, int64_t value, len extent);

/* A value, on a ground so that no line of the axis runs through it. */
void chart_value(
    struct chart *chart, const char *text, len x, len y, len width);

/* Room that a value beside its mark takes at most. */
len chart_value_width(struct chart *chart);

/* Bars with their values (chart_bars.c). */
void chart_draw_bars(struct chart *chart);
void chart_draw_lying(struct chart *chart);

/* Lines with their values; a sample for the legend (chart_lines.c). */
void chart_draw_lines(struct chart *chart);
void chart_line_key(
    struct chart *chart, int series, len x, len middle, len width);
struct page_point chart_point_at(
    const struct chart *chart, int series, int category);

/*
 * Values beside the points of a single line that has few (chart_labels.c);
 * false, with nothing drawn: not all have room.  The last one of each line
 * beside its end, and the room right of the plot for them.
 */
bool chart_label_points(struct chart *chart);
void chart_label_ends(struct chart *chart);
len chart_end_room(struct chart *chart);

/*
 * Draws the chart of that node, its plot lower by cut than it would be; the
 * items and height are in the result.
 */
struct chart chart_make(
    struct compose *compose, const struct doc_node *node, len cut);

#endif
