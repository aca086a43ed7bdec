/*
 * A chart's data, its frame and its text.  Everything is drawn from rules,
 * fills and paths; sizes follow from the line length and the number of marks.
 */
#include "page/chart.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/number_unit.h"

#define DIGITS_MAX 14 /* of a value that is drawn */
#define TICK_STEPS 5

/* Height of the plot in hundredths of the line length; points. */
#define PLOT_PART 31
#define TICK_GAP 5
#define HAIRLINE (LEN_PT * 4 / 10)
#define SWATCH 7       /* of a legend: a square */
#define LINE_SAMPLE 22 /* or a piece of line */
#define KEY_GAP 3
#define NAME_GAP 14
#define CATEGORY_TICK (3 * LEN_PT)

void chart_add(struct chart *chart, struct page_item *items)
{
    while (items != NULL) {
        if (chart->last == NULL) {
            chart->items = items;
        } else {
            chart->last->next = items;
        }
        chart->last = items;
        items = items->next;
    }
}

len chart_line(const struct chart *chart)
{
    return chart->compose->style->text[STYLE_CHART].line;
}

struct page_color chart_color(const struct chart *chart, int series)
{
    const struct style *style = chart->compose->style;

    return style->palette[series % MAX(style->palette_count, 1)];
}

static struct line *set_text(struct chart *chart, const char *text,
    enum style_align align, len width, struct text_style *style)
{
    struct para para = {.node = chart->node, .style = style, .measure = width};

    *style = chart->compose->style->text[STYLE_CHART];
    style->align = align;
    return para_set_text(chart->compose, &para, text);
}

len chart_text(struct chart *chart, const char *text, enum style_align align,
    len x, len y, len width)
{
    struct text_style style;
    struct line *line = set_text(chart, text, align, width, &style);
    len height = 0;

    for (; line != NULL; line = line->next) {
        items_shift(line->first, x, y + height + para_baseline(&style));
        chart_add(chart, line->first);
        height += style.line;
    }
    return height;
}

len chart_text_width(struct chart *chart, const char *text)
{
    struct compose *compose = chart->compose;
    struct arena *arena = compose->arena;
    len min;
    len max;

    compose->arena = compose->scratch;
    flat_begin(compose, chart->node);
    flat_add_text(
        compose, &compose->style->text[STYLE_CHART], chart->node, text);
    flat_finish(compose);
    flat_widths(compose->flat, &min, &max);
    arena_reset(compose->scratch);
    compose->arena = arena;
    return max;
}

/* Digits before the decimal point and behind it. */
static void count_digits(const char *value, int *whole, int *decimals)
{
    const char *digits = value + (*value == '-');
    int count = (int)strspn(digits, "0123456789");

    *whole = MAX(*whole, count);
    if (digits[count] == '.') {
        *decimals = MAX(*decimals, (int)strlen(digits + count + 1));
    }
}

/* One decimal to spare, so that small values get fine ticks; fewer than
 * there are, even none of the last whole digits, where values are huge. */
static void count_parts(struct chart *chart)
{
    int whole = 0;

    for (const struct doc_node *n = chart->node->first; n != NULL;
         n = n->next) {
        chart->category_count += n->kind == DOC_CATEGORY;
        chart->series_count += n->kind == DOC_SERIES;
        for (const struct doc_node *p = n->first;
             n->kind == DOC_SERIES && p != NULL; p = p->next) {
            if (p->as.point.value != NULL) {
                count_digits(p->as.point.value, &whole, &chart->decimals);
            }
        }
    }
    chart->decimals = MIN(chart->decimals + 1, DIGITS_MAX - whole);
}

static void read_series(
    struct chart *chart, const struct doc_node *series, int index)
{
    struct chart_point *point = &chart->points[index * chart->category_count];

    chart->names[index] = series->as.label;
    for (const struct doc_node *p = series->first; p != NULL;
         p = p->next, point++) {
        if (p->as.point.value == NULL) {
            continue;
        }
        point->has_value = true;
        point->value = ticks_parse(p->as.point.value, chart->decimals);
        point->label = p->as.point.label;
    }
}

static void read_data(struct chart *chart)
{
    struct arena *arena = chart->compose->arena;
    size_t categories;
    int category = 0;
    int series = 0;

    count_parts(chart);
    categories = (size_t)chart->category_count;
    chart->categories = ARENA_ARRAY(arena, categories, const struct doc_node *);
    chart->names =
        ARENA_ARRAY(arena, (size_t)chart->series_count, const char *);
    chart->points = ARENA_ARRAY(
        arena, categories * (size_t)chart->series_count, struct chart_point);
    for (const struct doc_node *n = chart->node->first; n != NULL;
         n = n->next) {
        if (n->kind == DOC_CATEGORY) {
            chart->categories[category++] = n;
        } else if (n->kind == DOC_SERIES) {
            read_series(chart, n, series++);
        }
    }
}

/* Bars stand on zero; a line does where its values come near it. */
static void find_range(struct chart *chart)
{
    bool is_first = true;

    for (int i = 0; i < chart->category_count * chart->series_count; i++) {
        const struct chart_point *point = &chart->points[i];

        if (point->has_value) {
            chart->low =
                is_first ? point->value : MIN(chart->low, point->value);
            chart->high =
                is_first ? point->value : MAX(chart->high, point->value);
            is_first = false;
        }
    }
    if (chart->node->as.chart->type != DOC_LINE ||
        (chart->low > 0 && chart->low < chart->high / 2)) {
        chart->low = MIN(chart->low, 0);
        chart->high = MAX(chart->high, 0);
    }
    chart->ticks = ticks_round(chart->low, chart->high, TICK_STEPS);
}

len chart_scale(const struct chart *chart, int64_t value, len extent)
{
    int64_t span = chart->ticks.step * (chart->ticks.count - 1);
    int64_t offset = value - chart->ticks.first;

    /* Both may be 10^15: reduced so that the product fits. */
    while (span > INT64_C(1000000000)) {
        span /= 10;
        offset /= 10;
    }
    return span > 0 ? len_scale(extent, offset, span) : 0;
}

static bool is_lines(const struct chart *chart)
{
    return chart->node->as.chart->type == DOC_LINE;
}

static len key_width(const struct chart *chart)
{
    return (is_lines(chart) ? LINE_SAMPLE : SWATCH) * LEN_PT;
}

static len legend_width(struct chart *chart)
{
    len width = 0;

    for (int i = 0; i < chart->series_count; i++) {
        width += chart_text_width(chart, chart->names[i]) + key_width(chart) +
                 (KEY_GAP + NAME_GAP) * LEN_PT;
    }
    return width;
}

static void add_key(struct chart *chart, int series, len x, len y)
{
    struct page_item *item;

    if (is_lines(chart)) {
        chart_line_key(
            chart, series, x, y + chart_line(chart) / 2, key_width(chart));
        return;
    }
    item = flow_fill(chart->compose, x,
        y + (chart_line(chart) - SWATCH * LEN_PT) / 2, SWATCH * LEN_PT,
        SWATCH * LEN_PT, chart_color(chart, series));
    item->as.fill.pattern = series % 4;
    item->role = PAGE_CONTENT;
    item->node = chart->node;
    chart_add(chart, item);
}

/* The series' names, from the right; below each other where they are long. */
static len add_legend(struct chart *chart, len y)
{
    len width = legend_width(chart);
    bool is_row = width <= chart->width * 3 / 4;
    len x = is_row ? chart->width - width + NAME_GAP * LEN_PT : 0;

    for (int i = 0; i < chart->series_count; i++) {
        len text = x + key_width(chart) + KEY_GAP * LEN_PT;
        len height;

        add_key(chart, i, x, y);
        height = chart_text(
            chart, chart->names[i], STYLE_START, text, y, chart->width - text);
        if (is_row) {
            x = text + chart_text_width(chart, chart->names[i]) +
                NAME_GAP * LEN_PT;
        } else {
            y += height;
        }
    }
    return is_row ? y + chart_line(chart) : y;
}

void chart_head(struct chart *chart)
{
    const char *unit = chart->node->as.chart->unit;
    len y = 0;

    if (unit != NULL) {
        y = chart_text(chart, unit, STYLE_START, 0, 0, chart->width * 2 / 5);
    }
    if (chart->series_count > 1) {
        bool is_beside = legend_width(chart) <= chart->width / 2;

        len end = add_legend(chart, is_beside ? 0 : y);

        y = MAX(y, end);
    }
    chart->top = y + (y > 0 ? chart_line(chart) * 3 / 4 : 0);
}

static char *tick_label(const struct chart *chart, int i)
{
    return ticks_label(chart->ticks.first + i * chart->ticks.step,
        chart->ticks.step, chart->decimals, !chart->compose->is_chinese);
}

static void add_ticks(struct chart *chart)
{
    const struct color_style *colors = &chart->compose->style->colors;
    len label_width = chart->left - TICK_GAP * LEN_PT;

    for (int i = 0; i < chart->ticks.count; i++) {
        g_autofree char *label = tick_label(chart, i);
        int64_t value = chart->ticks.first + i * chart->ticks.step;
        len y = chart->top + chart->plot_height -
                chart_scale(chart, value, chart->plot_height);
        struct page_item *line =
            flow_fill(chart->compose, chart->left, y - HAIRLINE / 2,
                chart->plot_width, value == 0 ? 2 * HAIRLINE : HAIRLINE,
                value == 0 ? colors->quiet : colors->grid);

        chart_add(chart, line);
        chart_text(
            chart, label, STYLE_END, 0, y - chart_line(chart) / 2, label_width);
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

/* Labels that do not fit side by side: every second, third ... is shown. */
static int label_step(struct chart *chart, len slot)
{
    int step = 1;

    if (!is_lines(chart)) {
        return 1;
    }
    for (int i = 0; i < chart->category_count; i++) {
        g_autofree char *text = doc_lines(chart->categories[i]);
        len width = chart_text_width(chart, text) + 4 * LEN_PT;

        while (width > slot * step && step < chart->category_count) {
            step++;
        }
    }
    return whole_step(chart->category_count - 1, step);
}

/* The name of a point of a line that has not all of them, and a tick there. */
static len add_thinned(struct chart *chart, int i, len room, len y)
{
    g_autofree char *text = doc_lines(chart->categories[i]);
    len width = MIN(chart_text_width(chart, text) + LEN_PT, room);
    struct page_point at = chart_point_at(chart, 0, i);
    len x = MAX(MIN(at.x - width / 2, chart->width - width), 0);

    chart_add(chart, flow_fill(chart->compose, at.x - HAIRLINE / 2,
                         chart->top + chart->plot_height, HAIRLINE,
                         CATEGORY_TICK, chart->compose->style->colors.quiet));
    return chart_text(chart, text, STYLE_CENTER, x, y, width);
}

/* The first one, every step-th and the last. */
static len add_some_categories(struct chart *chart, int step, len room, len y)
{
    int last = chart->category_count - 1;
    len height = 0;
    len end;

    for (int i = 0; i + step <= last; i += step) {
        len used = add_thinned(chart, i, room, y);

        height = MAX(height, used);
    }
    end = add_thinned(chart, last, room, y);
    return MAX(height, end);
}

static len add_categories(struct chart *chart, len y)
{
    len slot = chart->plot_width / MAX(chart->category_count, 1);
    int step = label_step(chart, slot);
    len height = 0;

    if (step > 1) {
        return add_some_categories(chart, step, slot * step, y);
    }
    for (int i = 0; i < chart->category_count; i++) {
        g_autofree char *text = doc_lines(chart->categories[i]);
        len x = chart->left + slot * i;
        len used = chart_text(chart, text, STYLE_CENTER, x, y, slot);

        height = MAX(height, used);
    }
    return height;
}

void chart_axes(struct chart *chart)
{
    len width = 0;
    len below;

    for (int i = 0; i < chart->ticks.count; i++) {
        g_autofree char *label = tick_label(chart, i);

        width = MAX(width, chart_text_width(chart, label));
    }
    chart->left = width + TICK_GAP * LEN_PT;
    chart->plot_width = chart->width - chart->left - chart_end_room(chart);
    chart->plot_height = chart->width * PLOT_PART / 100 - chart->cut;
    add_ticks(chart);
    below = chart->top + chart->plot_height + TICK_GAP * LEN_PT;
    chart->height = below + add_categories(chart, below);
}

struct chart chart_make(
    struct compose *compose, const struct doc_node *node, len cut)
{
    struct chart chart = {.compose = compose,
        .node = node,
        .cut = cut,
        .width = compose->page->measure};

    read_data(&chart);
    find_range(&chart);
    chart_head(&chart);
    switch (node->as.chart->type) {
    case DOC_BAR:
    case DOC_GROUPED_BAR:
        chart_axes(&chart);
        chart_draw_bars(&chart);
        break;
    case DOC_HBAR:
        chart_draw_lying(&chart);
        break;
    case DOC_LINE:
        chart_axes(&chart);
        chart_draw_lines(&chart);
        break;
    }
    return chart;
}
