/*
 * Rows of a table into datasets, as a mapping says.  Observations are written
 * as they come, in the order of the table, and not kept.
 */
#ifndef GONGBAO_EXCHANGE_INTAKE_H
#define GONGBAO_EXCHANGE_INTAKE_H

#include <stdbool.h>

#include "exchange/csv.h"
#include "exchange/exchange.h"
#include "exchange/mapping.h"

struct intake;

/* All of it is borrowed; the caller frees the intake. */
struct intake *intake_new(const struct mapping *mapping, const struct csv *csv,
    const struct exchange_request *request, struct diag *diag);
void intake_free(struct intake *intake);

/* The names of the columns.  False, reported: no row can be understood. */
bool intake_head(struct intake *intake, const struct csv_row *row);

/* What a row says; what is wrong or not used is reported. */
void intake_row(struct intake *intake, const struct csv_row *row);

/* Adds the datasets; nothing after a fault. */
void intake_finish(struct intake *intake, struct exchange_files *files);

#endif
