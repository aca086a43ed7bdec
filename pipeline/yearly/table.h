/*
 * A table in columns for a terminal; within yearly/ only.
 *
 * No cell has a blank, and "-" stands for an empty one, so that awk and cut
 * find the columns too; they are as wide as their widest cell.
 */
#ifndef GONGBAO_YEARLY_TABLE_H
#define GONGBAO_YEARLY_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct table;

/* columns: how many; numeric[i]: column i is set to the right. */
struct table *table_new(size_t columns, const bool *numeric);
void table_free(struct table *table);

/* Adds one cell to the row, which begins when the one before is full. */
void table_add(struct table *table, const char *cell);

/* The rows as lines.  The caller frees it. */
GString *table_text(const struct table *table);

#endif
