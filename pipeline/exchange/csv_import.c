/*
 * A table of comma-separated values, by its mapping, into datasets.
 */
#include "exchange/exchange.h"

#include "base/diag.h"
#include "exchange/csv.h"
#include "exchange/intake.h"
#include "exchange/mapping.h"

/* The head, behind the rows that stand before it; false: there is none. */
static bool read_head(const struct mapping *mapping, struct csv *csv,
    struct intake *intake, struct diag *diag)
{
    struct csv_row row;
    int count = 0;

    while (csv_next(csv, &row)) {
        if (++count == mapping->head) {
            return intake_head(intake, &row);
        }
        diag_report(
            diag, DIAG_IMPORT_ROW_BEFORE, csv_pos(csv, &row.cells[0]));
    }
    return false;
}

static void read_rows(struct csv *csv, struct intake *intake,
    const char *path, struct diag *diag)
{
    struct csv_row row;
    bool has_rows = false;

    while (csv_next(csv, &row)) {
        intake_row(intake, &row);
        has_rows = true;
    }
    if (!has_rows && !diag_failed(diag)) {
        diag_report(diag, DIAG_CSV_EMPTY, DIAG_FILE(path));
    }
}

bool import_csv(const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag)
{
    struct mapping *mapping = mapping_read(request->mapping, diag);
    struct csv *csv =
        mapping != NULL ? csv_open(request->path, mapping->encoding, diag)
                        : NULL;
    struct intake *intake = NULL;

    if (csv != NULL) {
        csv_set_separator(csv, mapping->separator);
        intake = intake_new(mapping, csv, request, diag);
        if (read_head(mapping, csv, intake, diag)) {
            read_rows(csv, intake, request->path, diag);
        } else if (!diag_failed(diag)) {
            diag_report(diag, DIAG_CSV_EMPTY, DIAG_FILE(request->path));
        }
        intake_finish(intake, files);
    }
    intake_free(intake);
    csv_close(csv);
    mapping_free(mapping);
    return !diag_failed(diag);
}
