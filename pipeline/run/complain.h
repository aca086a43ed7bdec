/*
 * Diagnostics of a run: where they go, and the worst class among them.
 */
#ifndef GONGBAO_RUN_COMPLAIN_H
#define GONGBAO_RUN_COMPLAIN_H

#include <stdbool.h>

#include <glib.h>

#include "base/diag.h"

struct step;

/* From here on they are said on standard error, and counted. */
void complain_open(void);

/* The worst class of those that were said (classes.h). */
int complain_status(void);

/* What was said of no step, of char *; NULL: nothing. */
const GPtrArray *complain_said(void);

/* Counts a class that no diagnostic has. */
void complain_note(int status);

/* Those of diag, which is ended, are said of the step in place of standard
 * error: in step->said, step->class.  False: there was an error. */
struct diag *complain_of(struct step *step);
bool complain_end(struct diag *diag);

#endif
