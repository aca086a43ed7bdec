/*
 * The fields of an observation, each with a name that says where it stands:
 *
 *     value  status  cite.1.token  base.period  change.2.value
 *     change.1.cite.1.lines  note.1.kind  note.1.text.en
 *
 * So a row of a table holds an observation with all that belongs to it.  The
 * number 1 may be left out: change.value, note.text.en.
 */
#ifndef GONGBAO_EXCHANGE_FIELD_H
#define GONGBAO_EXCHANGE_FIELD_H

#include <stdbool.h>

#include <glib.h>

#include "model/dataset.h"

#define FIELD_NUMBER_MAX 99

enum field_part {
    FIELD_OF_OBS,
    FIELD_OF_CITE,
    FIELD_OF_BASE,
    FIELD_OF_CHANGE,
    FIELD_OF_NOTE,
};

enum field_leaf {
    FIELD_INDICATOR,
    FIELD_PERIOD,
    FIELD_PHASE,
    FIELD_VALUE,
    FIELD_UNIT, /* id of the unit: read, and compared with the indicator's */
    FIELD_UNIT_MULT,
    FIELD_DECIMALS,
    FIELD_QUALIFIER,
    FIELD_STATUS,
    FIELD_CONF_STATUS,
    FIELD_BASIS,
    FIELD_EDITION,
    FIELD_SOURCE,
    FIELD_LINES,
    FIELD_TOKEN,
    FIELD_KIND,
    FIELD_OF,
    FIELD_BASE,
    FIELD_TEXT,
    FIELD_LEAF_COUNT,
};

struct field {
    enum field_part part;
    int index;             /* which cite, change or note; 0: the first */
    enum field_part inner; /* cite or note of a base or change, or part */
    int inner_index;
    enum field_leaf leaf;
    const char *lang; /* of a text: "zh-CN", "en"; else NULL */
};

/* False: text is not the name of a field. */
bool field_read(const char *text, struct field *field);

/* The name, with all numbers; the caller frees it. */
char *field_name(const struct field *field);

/* The name of leaf number i of a part, in the order of the schema; NULL: it
 * has not so many. */
const char *field_leaf_name(
    enum field_part part, int i, enum field_leaf *leaf);

/* True if the vocabulary writes this field so.  Figures are read elsewhere. */
bool field_accepts(const struct field *field, const char *text);

/* What it accepts, for a message, in the user's language; caller frees. */
char *field_hint(const struct field *field);

/* True for what an observation has if nothing is said: status A. */
bool field_is_default(const struct field *field, const char *text);

bool field_equal(const struct field *a, const struct field *b);

/*
 * What an observation has there, as the vocabulary writes it; buffer is used
 * for what is no text in the model.  NULL: nothing, or what is the default.
 */
const char *field_get(const struct dataset_obs *obs, const struct field *field,
    GString *buffer);

/* Calls each field that the observation may have: all that field_get knows. */
typedef void field_visit(const struct field *field, void *data);
void field_each(
    const struct dataset_obs *obs, field_visit *visit, void *data);

#endif
