/*
 * The files of a report that hold its tables: what each is called and said to
 * be; table_csv makes what is in it.
 */
#ifndef GONGBAO_RENDER_TABLE_FILES_H
#define GONGBAO_RENDER_TABLE_FILES_H

#include <glib.h>

struct doc_node;
struct document;
struct numbering;

struct table_file {
    const struct doc_node *table;
    char *name; /* "table-3.csv" as it is numbered, "untitled-..." else */
    char *description; /* "Table 3  Expenditure (Unit: billion yuan)" */
};

/*
 * An array of struct table_file in document order; numbering is in the report's
 * first language, in which i18n_report_open was called.  The caller unrefs it.
 */
GArray *table_files_new(
    const struct document *document, const struct numbering *numbering);

#endif
