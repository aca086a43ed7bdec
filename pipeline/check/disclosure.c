/*
 * Solves the equations between values one unknown at a time.  No value is
 * computed: it is enough to know which ones could be.
 */
#include "check/disclosure.h"

#include <string.h>

#include <glib.h>

#include "check/equations.h"

/* What a reader has once all is published. */
static void settle(struct equations *system)
{
    GQueue ready = G_QUEUE_INIT;

    for (guint i = 0; i < system->all->len; i++) {
        g_queue_push_tail(&ready, system->all->pdata[i]);
    }
    while (!g_queue_is_empty(&ready)) {
        const struct equation *equation = g_queue_pop_head(&ready);
        struct cell *cell = equation_only_unknown(equation);

        if (cell == NULL) {
            continue;
        }
        cell->is_known = true;
        cell->known_by = equation;
        for (guint i = 0; i < cell->equations->len; i++) {
            g_queue_push_tail(&ready, cell->equations->pdata[i]);
        }
    }
}

/* ---- Saying how ---- */

/* Within a group values are told apart by indicator, else by period. */
static const char *name_of(
    const struct equation *equation, const struct cell *cell)
{
    return equation->kind == EQUATION_PERIODS ? cell->period : cell->indicator;
}

/* "rd-total − rd-a − rd-b" for a part, "rd-a + rd-b" for the whole. */
static char *formula(const struct equation *equation, const struct cell *cell)
{
    const struct cell *whole = equation->cells->pdata[0];
    GString *text =
        g_string_new(cell == whole ? NULL : name_of(equation, whole));

    for (guint i = 1; i < equation->cells->len; i++) {
        const struct cell *part = equation->cells->pdata[i];

        if (part != cell) {
            g_string_append_printf(text, "%s%s",
                text->len == 0  ? ""
                : cell == whole ? " + "
                                : " \xE2\x88\x92 ",
                name_of(equation, part));
        }
    }
    return g_string_free(text, FALSE);
}

/* "100 − a-share − b-share". */
static char *rest(const struct equation *equation, const struct cell *cell)
{
    GString *text = g_string_new("100");

    for (guint i = 0; i < equation->cells->len; i++) {
        const struct cell *share = equation->cells->pdata[i];

        if (share != cell) {
            g_string_append_printf(
                text, " \xE2\x88\x92 %s", name_of(equation, share));
        }
    }
    return g_string_free(text, FALSE);
}

/* From what a ratio and its two amounts tell: "a-share × all". */
static char *product(const struct equation *equation, const struct cell *cell)
{
    const struct cell *ratio = equation->cells->pdata[0];
    const struct cell *of = equation->cells->pdata[1];
    const struct cell *to = equation->cells->pdata[2];

    if (cell == of) {
        return g_strdup_printf(
            "%s \xC3\x97 %s", ratio->indicator, to->indicator);
    }
    return g_strdup_printf("%s / %s", of->indicator,
        cell == to ? ratio->indicator : to->indicator);
}

static char *place(struct diag_pos pos)
{
    return g_strdup_printf("%s:%d", pos.file, pos.line);
}

static void report(const struct cell *cell, struct diag *diag)
{
    const struct equation *equation = cell->known_by;
    const struct dataset_obs *obs = cell->suppressed;
    g_autofree char *where =
        place(equation != NULL ? equation->pos : cell->published->pos);
    g_autofree char *how = NULL;

    if (equation == NULL) {
        diag_report(diag, DIAG_DISCLOSURE_PUBLISHED, obs->pos, cell->indicator,
            cell->period, where);
        return;
    }
    switch (equation->kind) {
    case EQUATION_GROUP:
    case EQUATION_PERIODS:
        how = formula(equation, cell);
        diag_report(diag, DIAG_DISCLOSURE_SUM, obs->pos, cell->indicator,
            cell->period, how);
        break;
    case EQUATION_SHARES:
    case EQUATION_RATIO:
        how = equation->kind == EQUATION_RATIO ? product(equation, cell)
                                               : rest(equation, cell);
        diag_report(diag, DIAG_DISCLOSURE_SUM, obs->pos, cell->indicator,
            cell->period, how);
        break;
    case EQUATION_BASE:
        diag_report(diag, DIAG_DISCLOSURE_BASE, obs->pos, cell->indicator,
            cell->period, where);
        break;
    case EQUATION_CHANGE: {
        const struct cell *now = equation->cells->pdata[0];
        const struct cell *then = equation->cells->pdata[1];

        diag_report(diag, DIAG_DISCLOSURE_CHANGE, obs->pos, cell->indicator,
            cell->period, cell == now ? then->period : now->period, where);
        break;
    }
    }
}

void disclosure_find(
    const struct dataset *const *files, size_t count, struct diag *diag)
{
    struct equations *system = equations_new(files, count);

    if (system == NULL) {
        return;
    }
    settle(system);
    diag_conceal(diag, DIAG_CONCEAL_NONE);
    for (guint i = 0; i < system->suppressed->len; i++) {
        const struct cell *cell = system->suppressed->pdata[i];

        if (cell->is_known) {
            report(cell, diag);
        }
    }
    diag_conceal(diag, DIAG_CONCEAL_BY_PLACE);
    equations_free(system);
}
