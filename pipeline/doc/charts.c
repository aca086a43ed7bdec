/*
 * What a chart must have: a point for each category, values that can be
 * compared.
 */
#include <glib.h>

#include "doc/parts.h"

static int count_children(const struct doc_node *node, enum doc_kind kind)
{
    int count = 0;

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        count += n->kind == kind;
    }
    return count;
}

static int count_values(const struct doc_node *series)
{
    int count = 0;

    for (const struct doc_node *p = series->first; p != NULL; p = p->next) {
        count += p->as.point->value != NULL;
    }
    return count;
}

static bool joins_points(const struct doc_node *chart)
{
    enum doc_chart type = chart->as.chart->type;

    return type == DOC_LINE || type == DOC_SLOPE || type == DOC_MULTIPLES;
}

bool doc_chart_compares(const struct doc_node *chart)
{
    int all = 0;
    int most = 0;

    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        int count = n->kind == DOC_SERIES ? count_values(n) : 0;

        all += count;
        most = MAX(most, count);
    }
    return (joins_points(chart) ? most : all) > 1;
}

static bool verify_points(
    const struct doc_node *series, int categories, struct diag *diag)
{
    int points = count_children(series, DOC_POINT);

    if (points != categories) {
        g_autofree char *has = g_strdup_printf("%d", points);
        g_autofree char *wants = g_strdup_printf("%d", categories);

        diag_report(diag, DIAG_CHART_POINTS, doc_pos(series), series->as.label,
            has, wants);
        return false;
    }
    return true;
}

/* How many series, how many categories the type has. */
static bool verify_shape(
    const struct doc_node *chart, int categories, struct diag *diag)
{
    enum doc_chart type = chart->as.chart->type;

    if (type == DOC_BAR && count_children(chart, DOC_SERIES) > 1) {
        diag_report(diag, DIAG_CHART_SERIES, doc_pos(chart));
        return false;
    }
    if (type == DOC_SLOPE && categories != 2) {
        g_autofree char *has = g_strdup_printf("%d", categories);

        diag_report(diag, DIAG_CHART_SLOPE, doc_pos(chart), has);
        return false;
    }
    return true;
}

/* What can be drawn and says less than it should, or nothing. */
static void warn_of_few(const struct doc_node *chart, struct diag *diag)
{
    if (!doc_chart_compares(chart)) {
        diag_report(diag, DIAG_CHART_ALONE, doc_pos(chart));
        return;
    }
    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        if (n->kind == DOC_SERIES && joins_points(chart) &&
            count_values(n) < 2) {
            diag_report(diag, DIAG_CHART_LINE, doc_pos(n), n->as.label);
        }
    }
}

bool doc_verify_chart(const struct doc_node *chart, struct diag *diag)
{
    int categories = count_children(chart, DOC_CATEGORY);
    bool is_good = true;
    bool has_value = false;

    for (const struct doc_node *n = chart->first; n != NULL; n = n->next) {
        if (n->kind == DOC_SERIES) {
            is_good = verify_points(n, categories, diag) && is_good;
            has_value = has_value || count_values(n) > 0;
        }
    }
    is_good = verify_shape(chart, categories, diag) && is_good;
    if (!has_value) {
        diag_report(diag, DIAG_CHART_EMPTY, doc_pos(chart));
    } else if (is_good) {
        warn_of_few(chart, diag);
    }
    return is_good && has_value;
}
