/*
 * What a chart shows: its values as integers, their range and the ticks around
 * them.  The pages and the LaTeX writer draw the same.
 */
#ifndef GONGBAO_PAGE_CHART_DATA_H
#define GONGBAO_PAGE_CHART_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include "doc/doc.h"
#include "page/ticks.h"

struct arena;

struct chart_point {
    int64_t value; /* times 10^decimals */
    bool has_value;
    bool is_break;      /* no line leads to it from the point before */
    const char *source; /* the value as it was written, or NULL */
    const char *label;  /* or NULL */
};

struct chart_data {
    enum doc_chart type;
    int category_count;
    int series_count;
    const char **categories;    /* their names */
    const char **totals;        /* of stacks, as text; NULL: none */
    const char **names;         /* of the series */
    struct chart_point *points; /* series by series */
    int decimals;               /* may be negative */
    int64_t low;                /* of all values, or of the stacks' ends */
    int64_t high;
    struct ticks ticks;
};

static inline const struct chart_point *chart_data_point(
    const struct chart_data *data, int series, int category)
{
    return &data->points[series * data->category_count + category];
}

static inline bool chart_is_stacked(enum doc_chart type)
{
    return type == DOC_STACKED_BAR || type == DOC_STACKED_HBAR;
}

/* Bars that lie have names of any length and a scale without ticks. */
static inline bool chart_is_lying(enum doc_chart type)
{
    return type == DOC_HBAR || type == DOC_STACKED_HBAR;
}

/* Points joined by lines. */
static inline bool chart_is_lines(enum doc_chart type)
{
    return type == DOC_LINE || type == DOC_SLOPE || type == DOC_MULTIPLES;
}

/* Reads a chart element; strings and arrays are in the arena. */
struct chart_data chart_data_read(
    const struct doc_node *chart, struct arena *arena);

/*
 * Where the part of a stack begins and ends; positive parts stand above zero,
 * negative ones below it.
 */
void chart_data_part(const struct chart_data *data, int series, int category,
    int64_t *from, int64_t *to);

/* The ends of a stack: both 0 where it has no part on that side. */
void chart_data_stack(
    const struct chart_data *data, int category, int64_t *low, int64_t *high);

/* How the bars or lines of a series look: solid or hatched, in which colour. */
struct chart_look {
    int color;   /* index in the palette */
    int pattern; /* 0: solid; 1 to 3: hatched on a tint */
};
struct chart_look chart_look(int series, int colors);

/* Of a hatched bar's ground, in percent of its colour. */
#define CHART_TINT 16

/* The panels of small multiples that stand side by side. */
int chart_panel_columns(int series_count);

#endif
