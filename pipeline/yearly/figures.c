/*
 * Stated figures as lines of a table, and their count.
 */
#include "yearly/figures.h"

#include <string.h>

#include "base/i18n.h"
#include "model/dataset.h"
#include "yearly/names.h"
#include "yearly/table.h"

#define EXTRA 2 /* decimals more than are stated */

enum column {
    COLUMN_INDICATOR,
    COLUMN_PERIOD,
    COLUMN_FIGURE,
    COLUMN_AGAINST,
    COLUMN_STATED,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_VERDICT,
    COLUMN_REASON,
    COLUMN_PLACE,
    COLUMNS
};

static const bool numeric[COLUMNS] = {
    [COLUMN_STATED] = true,
    [COLUMN_FROM] = true,
    [COLUMN_TO] = true,
};

void figures_begin(struct figures *figures)
{
    static const char *const heads[COLUMNS] = {
        [COLUMN_INDICATOR] = N_("indicator"),
        [COLUMN_PERIOD] = N_("period"),
        [COLUMN_FIGURE] = N_("figure"),
        [COLUMN_AGAINST] = N_("against"),
        [COLUMN_STATED] = N_("stated"),
        [COLUMN_FROM] = N_("from"),
        [COLUMN_TO] = N_("to"),
        [COLUMN_VERDICT] = N_("verdict"),
        [COLUMN_REASON] = N_("reason"),
        [COLUMN_PLACE] = N_("place"),
    };

    *figures = (struct figures){.table = table_new(COLUMNS, numeric)};
    for (size_t i = 0; i < COLUMNS; i++) {
        table_add(figures->table, _(heads[i]));
    }
}

/* ---- Cells ---- */

/* An end of an interval, rounded away from its middle. */
static char *end_text(const number *end, int decimals, bool is_upper)
{
    g_autofree char *near = number_round_text(end, decimals, ROUNDING_DOWN);
    g_autoptr(number) cut = number_parse(near);
    g_autoptr(number) one = number_new(is_upper ? 1 : -1, 1);
    g_autoptr(number) step = number_scale10(one, -decimals);
    g_autoptr(number) beyond = number_add(cut, step);
    int order = number_compare(cut, end);

    return (is_upper ? order < 0 : order > 0)
               ? number_round_text(beyond, decimals, ROUNDING_DOWN)
               : g_steal_pointer(&near);
}

static void add_range(struct figures *figures, const struct figure *figure)
{
    const interval *range = figure->is_secret ? NULL : figure->range;
    int decimals = figure->decimals + EXTRA;
    g_autofree char *lo = NULL;
    g_autofree char *hi = NULL;

    if (range != NULL && number_compare(range->lo, range->hi) == 0) {
        g_autofree char *exact = number_text(range->lo);

        /* Whole things are not given decimals. */
        if (strchr(exact, '/') == NULL && number_decimals(exact) <= decimals) {
            lo = g_strdup(exact);
            hi = g_steal_pointer(&exact);
        }
    }
    if (range != NULL && lo == NULL) {
        lo = end_text(range->lo, decimals, false);
        hi = end_text(range->hi, decimals, true);
    }
    table_add(figures->table, lo);
    table_add(figures->table, hi);
}

static char *reason_text(const struct figure *figure)
{
    if (figure->is_secret) {
        return g_strdup(_("confidential"));
    }
    if (figure->reason == NULL) {
        return NULL;
    }
    return figure->detail == NULL ? g_strdup(_(figure->reason))
                                  : g_strconcat(_(figure->reason), ":",
                                        _(figure->detail), NULL);
}

void figures_add(struct figures *figures, const struct figure *figure)
{
    const struct dataset_obs *obs = figure->obs;
    const char *phase = dataset_phase_name(obs->phase);
    g_autofree char *period = g_strconcat(
        obs->period.text, *phase != '\0' ? ":" : "", phase, NULL);
    g_autofree char *place =
        g_strdup_printf("%s:%d", figure->pos.file, figure->pos.line);
    g_autofree char *reason = reason_text(figure);

    table_add(figures->table, figure->indicator);
    table_add(figures->table, period);
    table_add(figures->table, _(figure->what));
    table_add(figures->table, figure->against);
    table_add(figures->table, figure->is_secret ? NULL : figure->stated);
    add_range(figures, figure);
    table_add(figures->table, _(yearly_verdict_name(figure->verdict)));
    table_add(figures->table, reason);
    table_add(figures->table, place);
    figures->counts[figure->verdict]++;
}

GString *figures_end(struct figures *figures)
{
    GString *text = table_text(figures->table);
    char counts[VERDICT_COUNT + 1][24];
    size_t all = 0;

    for (size_t i = 0; i < VERDICT_COUNT; i++) {
        g_snprintf(counts[i], sizeof counts[i], "%zu", figures->counts[i]);
        all += figures->counts[i];
    }
    g_snprintf(counts[VERDICT_COUNT], sizeof counts[0], "%zu", all);
    g_string_append_printf(text,
        _("stated figures: %s; agree: %s; explained: %s; differ: %s; "
          "unchecked: %s\n"),
        counts[VERDICT_COUNT], counts[VERDICT_AGREES],
        counts[VERDICT_EXPLAINED], counts[VERDICT_DIFFERS],
        counts[VERDICT_UNCHECKED]);
    table_free(figures->table);
    figures->table = NULL;
    return text;
}

