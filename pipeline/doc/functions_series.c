/*
 * The functions of templates that compare: a period with the base of a
 * change, a figure with others, the figures of a series with each other.  All
 * from the exact values.
 */
#include "doc/functions_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "xml/xml.h"

static const char *const no_values =
    N_("the expression selects elements without an exact value");

/* ---- Periods ---- */

/* Of "2024-Q3": the year, what it is a part of, which one. */
struct period {
    long year;
    char part; /* S Q M; A: the year; 0: none of these */
    long number;
};

static const struct {
    char part;
    long count; /* in a year */
    const char *name;
} parts[] = {{'A', 1, "year"}, {'S', 2, "half"}, {'Q', 4, "quarter"},
    {'M', 12, "month"}};

static struct period read_period(const char *text)
{
    struct period period = {0, 0, 1};
    char *rest = NULL;

    period.year = strtol(text, &rest, 10);
    if (rest != text + 4) {
        return period;
    }
    if (*rest == '\0') {
        period.part = 'A';
    } else if (rest[1] == 'S' || rest[1] == 'Q') {
        period.part = rest[1];
        period.number = strtol(rest + 2, NULL, 10);
    } else if (strlen(rest) == 3) {
        period.part = 'M';
        period.number = strtol(rest + 1, NULL, 10);
    }
    return period;
}

/* The place of the period among all of its sort; -1: it is of no sort. */
static long ordinal(const struct period *period, size_t *sort)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].part == period->part) {
            *sort = i;
            return period->year * parts[i].count + period->number - 1;
        }
    }
    return -1;
}

/*
 * What base is to period: "year", the year before; "same", the same part of
 * the year before; "half", "quarter" or "month", the part before; else "".
 */
static const char *relation(const char *base, const char *period)
{
    const struct period before = read_period(base);
    const struct period now = read_period(period);
    size_t sort = 0;
    size_t base_sort = 0;
    long distance = ordinal(&now, &sort) - ordinal(&before, &base_sort);

    if (now.part == 0 || now.part != before.part) {
        return "";
    }
    if (distance == 1) {
        return parts[sort].name;
    }
    return distance == parts[sort].count ? "same" : "";
}

char *functions_base(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)data;
    (void)count;
    (void)fault;
    return g_strdup(
        relation(xslt_text(&arguments[0]), xslt_text(&arguments[1])));
}

static bool is_next(const xmlNode *before, const xmlNode *now)
{
    const char *base = xml_attribute(before, "period");
    const char *period = xml_attribute(now, "period");
    const char *name = base != NULL && period != NULL ? relation(base, period)
                                                      : "";

    return *name != '\0' && strcmp(name, "same") != 0;
}

/* ---- Values ---- */

/* The exact value, or of what follows from an observation the value. */
static number *exact_value(const xmlNode *node)
{
    const char *text = node->type == XML_ELEMENT_NODE
                           ? xml_attribute(node, "exact")
                           : NULL;

    if (text == NULL && node->type == XML_ELEMENT_NODE &&
        !xml_is(node, "obs")) {
        text = xml_attribute(node, "value");
    }
    return text != NULL ? number_parse(text) : NULL;
}

/* False: one of them has no value. */
static bool exact_values(
    const struct xslt_argument *argument, GPtrArray *values, const char **fault)
{
    for (size_t i = 0; i < argument->node_count; i++) {
        number *value = exact_value(argument->nodes[i]);

        if (value == NULL) {
            *fault = no_values;
            return false;
        }
        g_ptr_array_add(values, value);
    }
    return true;
}

static void free_number(gpointer value)
{
    number_free(value);
}

/*
 * t:place(node, nodes, order): the place of a figure among others, 1 the
 * largest, or with order "least" the smallest; equal ones have one place.
 */
char *functions_place(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    g_autoptr(GPtrArray) own = g_ptr_array_new_with_free_func(free_number);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(free_number);
    int wanted = count > 2 && strcmp(xslt_text(&arguments[2]), "least") == 0
                     ? -1
                     : 1;
    int place = 1;

    (void)data;
    if (!exact_values(&arguments[0], own, fault) ||
        !exact_values(&arguments[1], all, fault)) {
        return NULL;
    }
    if (own->len == 0) {
        *fault = no_values;
        return NULL;
    }
    for (guint i = 0; i < all->len; i++) {
        int order = number_compare(all->pdata[i], own->pdata[0]);

        place += order * wanted > 0 ? 1 : 0;
    }
    return g_strdup_printf("%d", place);
}

/* 1, 0 or -1: from one value to the next. */
static int step_of(const number *before, const number *now)
{
    int order = number_compare(now, before);

    return order > 0 ? 1 : order < 0 ? -1 : 0;
}

/* The source states a change on that base, and it goes another way. */
static bool is_contradicted(const xmlNode *now, const xmlNode *before, int step)
{
    const char *base = xml_attribute(before, "period");

    for (xmlNode *n = xml_first_child(now); n != NULL; n = xml_next(n)) {
        g_autoptr(number) value = NULL;

        if (!xml_is(n, "stated") ||
            g_strcmp0(xml_attribute(n, "base"), base) != 0 ||
            (g_strcmp0(xml_attribute(n, "kind"), "percent") != 0 &&
                g_strcmp0(xml_attribute(n, "kind"), "points") != 0 &&
                g_strcmp0(xml_attribute(n, "kind"), "difference") != 0)) {
            continue;
        }
        value = number_parse(xml_attribute(n, "value"));
        if (value != NULL && number_sign(value) * step <= 0) {
            return true;
        }
    }
    return false;
}

/*
 * t:run(observations): how many times in a row, up to the last of them, each
 * was more than the one of the period before; below 0: how many times less.
 * A break in the series ends the row, and a stated change that goes another
 * way than the levels, which rests on a level that was revised.
 */
char *functions_run(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(free_number);
    int run = 0;

    (void)data;
    (void)count;
    if (!exact_values(&arguments[0], values, fault)) {
        return NULL;
    }
    for (guint i = values->len; i > 1; i--) {
        const xmlNode *now = arguments[0].nodes[i - 1];
        const xmlNode *before = arguments[0].nodes[i - 2];
        int step = step_of(values->pdata[i - 2], values->pdata[i - 1]);

        if (step == 0 || run * step < 0 || !is_next(before, now) ||
            g_strcmp0(xml_attribute(now, "status"), "B") == 0 ||
            is_contradicted(now, before, step)) {
            break;
        }
        run += step;
    }
    return g_strdup_printf("%d", run);
}
