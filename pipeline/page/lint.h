/*
 * Lines that could not be set as the rules have it, for layout --lint: those
 * that end where no line may end, are longer or shorter than their measure, or
 * have blanks wider than they may be.  Kept until the last pass over the
 * document stands; a line that is set again (the head of a table, a chart
 * that is tried at two heights) counts once.
 */
#ifndef GONGBAO_PAGE_LINT_H
#define GONGBAO_PAGE_LINT_H

#include <stddef.h>

struct compose;
struct diag;
struct lint;
struct line_fit;
struct para;

struct lint *lint_new(void);
void lint_free(struct lint *lint);

/* Forgets what was kept: another pass begins. */
void lint_clear(struct lint *lint);

/* Looks at line i of the paragraph's lines and at how it was fitted. */
void lint_line(const struct compose *compose, const struct para *para, size_t i,
    const struct line_fit *fit);

/* Reports what was kept. */
void lint_report(const struct lint *lint, struct diag *diag);

#endif
