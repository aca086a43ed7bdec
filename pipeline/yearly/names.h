/*
 * The names that aggregated data and the table of validate give to what was
 * found; within yearly/ only.
 */
#ifndef GONGBAO_YEARLY_NAMES_H
#define GONGBAO_YEARLY_NAMES_H

#include "yearly/yearly.h"

/* As aggregated data write them; the catalogues have them for the table. */
const char *yearly_verdict_name(enum yearly_verdict verdict);
const char *yearly_reason_name(enum yearly_reason reason); /* NULL: NONE */

/* The vocabulary's own names, which the catalogues have then too. */
const char *yearly_basis_name(enum dataset_basis basis);
const char *yearly_change_name(enum dataset_change_kind kind);

#endif
