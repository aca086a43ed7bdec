/*
 * One observation while a row is read: the texts of its fields, each as the
 * vocabulary writes it.  Texts are borrowed until the record is cleared.
 */
#ifndef GONGBAO_EXCHANGE_RECORD_H
#define GONGBAO_EXCHANGE_RECORD_H

#include <stdbool.h>

#include "exchange/field.h"

struct markup;

#define RECORD_LANGUAGES 2

/* A cite, base, change or note, or the observation itself. */
struct record_part {
    const char *leaves[FIELD_LEAF_COUNT]; /* NULL: not said */
    const char *texts[RECORD_LANGUAGES];
    bool is_given; /* something is said of it */
};

struct record;

/* With room for as many cites, changes and notes each; the caller frees it. */
struct record *record_new(int capacity);
void record_free(struct record *record);
void record_clear(struct record *record);

/* The part that a field stands in. */
struct record_part *record_part(
    const struct record *record, const struct field *field);

/* Says it, unless it is what is so by default. */
void record_set(
    struct record *record, const struct field *field, const char *text);
const char *record_get(const struct record *record, const struct field *field);

/* The parts by number, for walks: of what and which inner part. */
struct record_part *record_at(const struct record *record,
    enum field_part part, int index, enum field_part inner, int inner_index);
int record_capacity(const struct record *record);

/* Writes the element obs with all parts that are given. */
void record_write(const struct record *record, struct markup *out);

#endif
