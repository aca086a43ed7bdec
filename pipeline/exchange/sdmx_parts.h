/*
 * What the readers of SDMX structures and of SDMX data share; within
 * exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_PARTS_H
#define GONGBAO_EXCHANGE_SDMX_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"
#include "exchange/cube.h"

struct events_element;

/* ---- Time ---- */

/* Why a time period of SDMX is none of a dataset. */
enum sdmx_time {
    SDMX_TIME_READ,
    SDMX_TIME_MALFORMED,
    SDMX_TIME_RANGE,     /* 2020-01-01/P3Y */
    SDMX_TIME_WEEK,      /* weeks and periods of four months */
    SDMX_TIME_CLOCK,     /* an hour of a day */
    SDMX_TIME_START_DAY, /* no period of the calendar begins there */
};

/*
 * A period of SDMX as datasets write it: 2024, 2024-S1, 2024-Q3, 2024-08,
 * 2024-08-15.  start_day is REPORTING_YEAR_START_DAY ("--07-01"; NULL: the
 * first of January), which moves reporting periods (2024-Q1) only.
 */
enum sdmx_time sdmx_time_read(
    const char *text, const char *start_day, char period[11]);

/* ---- Structures ---- */

/* An annotation of a code list, a code, a structure, an observation. */
struct sdmx_annotation {
    const char *id; /* NULL: none */
    const char *type;
    const char *title;
    const char *url;
    struct cube_texts texts;
    struct diag_pos pos;
    struct sdmx_annotation *next;
};

struct sdmx_annotations {
    struct sdmx_annotation *first;
    struct sdmx_annotation *last;
};

struct sdmx_code {
    const char *id;
    const char *parent;
    struct cube_texts names;
    struct cube_texts descriptions;
    struct sdmx_annotations annotations;
    struct diag_pos pos;
};

struct sdmx_list {
    const char *id;
    struct cube_texts names;
    GPtrArray *codes; /* of struct sdmx_code */
};

struct sdmx_concept {
    const char *id; /* "SCHEME.CONCEPT" */
    const char *list;
    struct cube_texts names;
};

struct sdmx_component {
    const char *id;
    enum cube_role role;
    const char *concept; /* "SCHEME.CONCEPT"; NULL: none */
    const char *list;    /* id of a code list; NULL: that of the concept */
    struct diag_pos pos;
};

struct sdmx_definition {
    const char *id;
    struct cube_texts names;
    GPtrArray *components; /* of struct sdmx_component */
    struct sdmx_annotations annotations;
};

/* A dataflow, or what else names the definition that data follow. */
struct sdmx_flow {
    const char *id;
    const char *definition;
    struct cube_texts names;
};

struct sdmx_structures;
struct sdmx_structures *sdmx_structures_new(struct cube *cube);
void sdmx_structures_free(struct sdmx_structures *structures);

/* What an element of a structure message says; others are ignored. */
void sdmx_structures_start(
    struct sdmx_structures *structures, const struct events_element *element);
void sdmx_structures_end(struct sdmx_structures *structures, const char *name,
    const char *text);

/* The definition that data name by its id or a dataflow's; NULL: unknown. */
const struct sdmx_definition *sdmx_structures_lookup(
    const struct sdmx_structures *structures, const char *id);
const struct sdmx_list *sdmx_structures_lookup_list(
    const struct sdmx_structures *structures, const char *id);

/* Gives the cube the components of a definition, with labels and codes. */
void sdmx_structures_apply(const struct sdmx_structures *structures,
    const struct sdmx_definition *definition);

/*
 * The id in a reference: "CL_FREQ" of
 * urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ECB:CL_FREQ(1.0), or with item
 * the part behind it, "ECB_CONCEPTS.FREQ" of a concept's.  Interned; NULL:
 * there is none.
 */
const char *sdmx_urn_id(struct cube *cube, const char *urn, bool item);

/* ---- Annotations, wherever they stand ---- */

/* True: the element belongs to an annotation, which is being read. */
struct sdmx_annotation_reader {
    struct cube *cube;
    struct sdmx_annotation *current;
    const char *lang;
};
bool sdmx_annotation_start(struct sdmx_annotation_reader *reader,
    struct sdmx_annotations *annotations,
    const struct events_element *element);
bool sdmx_annotation_end(struct sdmx_annotation_reader *reader,
    const char *name, const char *text);

#endif
