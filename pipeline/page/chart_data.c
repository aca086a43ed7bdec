/*
 * A chart element to integers.
 */
#include "page/chart_data.h"

#include <string.h>

#include <glib.h>

#include "base/arena.h"

#define DIGITS_MAX 14 /* of a value that is drawn */
#define TICK_STEPS 5

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
static void count_parts(struct chart_data *data, const struct doc_node *chart)
{
    int whole = 0;

    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        data->category_count += n->kind == DOC_CATEGORY;
        data->series_count += n->kind == DOC_SERIES;
        for (const struct doc_node *p = n->first;
             n->kind == DOC_SERIES && p != NULL; p = p->next) {
            if (p->as.point->value != NULL) {
                count_digits(p->as.point->value, &whole, &data->decimals);
            }
        }
    }
    data->decimals = MIN(data->decimals + 1, DIGITS_MAX - whole);
}

static void read_series(
    struct chart_data *data, const struct doc_node *series, int index)
{
    struct chart_point *point = &data->points[index * data->category_count];

    data->names[index] = series->as.label;
    for (const struct doc_node *p = series->first; p != NULL;
         p = p->next, point++) {
        if (p->as.point->value == NULL) {
            continue;
        }
        point->has_value = true;
        point->is_break = p->as.point->is_break;
        point->source = p->as.point->value;
        point->value = ticks_parse(p->as.point->value, data->decimals);
        point->label = p->as.point->label;
    }
}

static void read_parts(
    struct chart_data *data, const struct doc_node *chart, struct arena *arena)
{
    int category = 0;
    int series = 0;

    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        if (n->kind == DOC_CATEGORY) {
            g_autofree char *name = doc_lines(n);

            data->categories[category] = arena_strdup(arena, name);
            data->totals[category++] = n->as.label;
        } else if (n->kind == DOC_SERIES) {
            read_series(data, n, series++);
        }
    }
}

void chart_data_part(const struct chart_data *data, int series, int category,
    int64_t *from, int64_t *to)
{
    int64_t value = chart_data_point(data, series, category)->value;

    *from = 0;
    for (int s = 0; s < series; s++) {
        int64_t below = chart_data_point(data, s, category)->value;

        *from += (below < 0) == (value < 0) ? below : 0;
    }
    *to = *from + value;
}

void chart_data_stack(
    const struct chart_data *data, int category, int64_t *low, int64_t *high)
{
    *low = 0;
    *high = 0;
    for (int s = 0; s < data->series_count; s++) {
        int64_t value = chart_data_point(data, s, category)->value;

        *low += MIN(value, 0);
        *high += MAX(value, 0);
    }
}

static void stack_range(struct chart_data *data)
{
    for (int i = 0; i < data->category_count; i++) {
        int64_t low;
        int64_t high;

        chart_data_stack(data, i, &low, &high);
        data->low = MIN(data->low, low);
        data->high = MAX(data->high, high);
    }
}

/* Bars stand on zero; a line does where its values come near it; slopes have
 * no axis. */
static void point_range(struct chart_data *data)
{
    bool is_first = true;

    for (int i = 0; i < data->category_count * data->series_count; i++) {
        const struct chart_point *point = &data->points[i];

        if (point->has_value) {
            data->low = is_first ? point->value : MIN(data->low, point->value);
            data->high =
                is_first ? point->value : MAX(data->high, point->value);
            is_first = false;
        }
    }
    if (!chart_is_lines(data->type) ||
        (data->type != DOC_SLOPE && data->low > 0 &&
            data->low < data->high / 2)) {
        data->low = MIN(data->low, 0);
        data->high = MAX(data->high, 0);
    }
}

struct chart_data chart_data_read(
    const struct doc_node *chart, struct arena *arena)
{
    struct chart_data data = {.type = chart->as.chart->type};
    size_t categories;
    size_t series;

    count_parts(&data, chart);
    categories = (size_t)data.category_count;
    series = (size_t)data.series_count;
    data.categories = ARENA_ARRAY(arena, categories, const char *);
    data.totals = ARENA_ARRAY(arena, categories, const char *);
    data.names = ARENA_ARRAY(arena, series, const char *);
    data.points = ARENA_ARRAY(arena, categories * series, struct chart_point);
    read_parts(&data, chart, arena);
    if (chart_is_stacked(data.type)) {
        stack_range(&data);
    } else {
        point_range(&data);
    }
    data.ticks = ticks_round(data.low, data.high, TICK_STEPS);
    return data;
}

/* Neighbours alternate between solid and hatched, so that a grey print reads;
 * with an odd number of colours each comes in both ways. */
struct chart_look chart_look(int series, int colors)
{
    return (struct chart_look){
        series % MAX(colors, 1), series % 2 == 1 ? 1 + series / 2 % 3 : 0};
}

int chart_panel_columns(int series_count)
{
    if (series_count <= 4) {
        return MAX(series_count, 2);
    }
    return series_count == 5 || series_count == 6 || series_count == 9 ? 3 : 4;
}
