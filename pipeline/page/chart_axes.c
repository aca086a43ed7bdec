/*
 * The frame of an upright chart: a line across at each tick, its number at the
 * left, the names of the categories below.  No box and no axis but zero's.
 */
#include <glib.h>

#include "doc/doc.h"
#include "page/chart.h"
#include "page/compose.h"

/* Height of the plot in hundredths of the line length; points. */
#define PLOT_PART 31
#define CATEGORY_SPACE (2 * LEN_PT) /* from a tick to the name */
#define NAME_SPACE (4 * LEN_PT)     /* between two names */

static char *tick_label(const struct chart *chart, int i)
{
    const struct chart_data *data = &chart->data;

    return ticks_label(data->ticks.first + i * data->ticks.step,
        data->ticks.step, data->decimals, !chart->compose->is_chinese);
}

len chart_tick_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->data.ticks.count; i++) {
        g_autofree char *label = tick_label(chart, i);

        width = len_max(width, chart_text_width(chart, label));
    }
    return width;
}

void chart_ticks(struct chart *chart, bool has_labels)
{
    const struct color_style *colors = &chart->compose->style->colors;
    const struct ticks *ticks = &chart->data.ticks;
    len label_width = chart->left - CHART_TICK_GAP * LEN_PT;

    for (int i = 0; i < ticks->count; i++) {
        g_autofree char *label = tick_label(chart, i);
        int64_t value = ticks->first + i * ticks->step;
        len y = chart->top + chart->plot_height -
                chart_scale(chart, value, chart->plot_height);

        chart_rule(chart, chart->left, y - CHART_HAIRLINE / 2,
            chart->plot_width, value == 0 ? 2 * CHART_HAIRLINE : CHART_HAIRLINE,
            value == 0 ? colors->quiet : colors->grid);
        if (has_labels) {
            chart_text(chart, label, STYLE_END, 0, y - chart_line(chart) / 2,
                label_width);
        }
    }
}

/* The next step that meets the last name too, where one is not far. */
static int whole_step(int last, int step)
{
    for (int i = step; i < 2 * step && i <= last; i++) {
        if (last % i == 0) {
            return i;
        }
    }
    return step;
}

/*
 * How many places a name takes that does not fit into one.  Those of bars are
 * wrapped where their words are short enough.
 */
static int label_step(struct chart *chart, len slot)
{
    const struct chart_data *data = &chart->data;
    bool is_line = data->type == DOC_LINE;
    int step = 1;

    for (int i = 0; i < data->category_count; i++) {
        const char *name = data->categories[i];
        len width = NAME_SPACE + (is_line ? chart_text_width(chart, name)
                                          : chart_word_width(chart, name));

        while (width > slot * step && step < data->category_count) {
            step++;
        }
    }
    return step;
}

/* A name where not all stand side by side, and a tick down to it. */
static len add_thinned(struct chart *chart, int i, len room, len y)
{
    const char *text = chart->data.categories[i];
    len width =
        len_min(chart_text_width(chart, text) + LEN_PT, room - NAME_SPACE);
    struct page_point at = chart_point_at(chart, 0, i);
    len x = MAX(MIN(at.x - width / 2, chart->width - width), 0);

    chart_rule(chart, at.x - CHART_HAIRLINE / 2,
        chart->top + chart->plot_height, CHART_HAIRLINE,
        y - CATEGORY_SPACE - chart->top - chart->plot_height,
        chart->compose->style->colors.quiet);
    return chart_text(chart, text, STYLE_CENTER, x, y, width);
}

/* The first one, every step-th and the last. */
static len add_some_categories(struct chart *chart, int step, len room, len y)
{
    int last = chart->data.category_count - 1;
    len height = 0;
    len end;

    for (int i = 0; i + step <= last; i += step) {
        len used = add_thinned(chart, i, room, y);

        height = MAX(height, used);
    }
    end = add_thinned(chart, last, room, y);
    return MAX(height, end);
}

/* In two rows by turns: every name of a bar is there. */
static len add_staggered(struct chart *chart, len room, len y)
{
    len rows[2] = {0, 0};

    for (int i = 0; i < chart->data.category_count; i += 2) {
        len used = add_thinned(chart, i, room, y);

        rows[0] = MAX(rows[0], used);
    }
    y += rows[0] + CATEGORY_SPACE;
    for (int i = 1; i < chart->data.category_count; i += 2) {
        len used = add_thinned(chart, i, room, y);

        rows[1] = MAX(rows[1], used);
    }
    return rows[0] + CATEGORY_SPACE + rows[1];
}

static len add_categories(struct chart *chart, len y)
{
    len slot = chart->plot_width / MAX(chart->data.category_count, 1);
    int step = label_step(chart, slot);
    len height = 0;

    if (step == 2 && chart->data.type != DOC_LINE) {
        return add_staggered(chart, slot * step, y);
    }
    if (step > 1) {
        step = whole_step(chart->data.category_count - 1, step);
        return add_some_categories(chart, step, slot * step, y);
    }
    for (int i = 0; i < chart->data.category_count; i++) {
        len x = chart->left + slot * i + NAME_SPACE / 2;
        len used = chart_text(chart, chart->data.categories[i], STYLE_CENTER, x,
            y, slot - NAME_SPACE);

        height = MAX(height, used);
    }
    return height;
}

void chart_axes(struct chart *chart)
{
    len below;

    chart->can_cut = true;
    chart->left = chart_tick_width(chart) + CHART_TICK_GAP * LEN_PT;
    chart->plot_width = chart->width - chart->left - chart_end_room(chart);
    chart->plot_height = chart->width * PLOT_PART / 100 - chart->cut;
    chart_ticks(chart, true);
    below = chart->top + chart->plot_height + CHART_TICK_GAP * LEN_PT;
    chart->height = below + add_categories(chart, below);
}
