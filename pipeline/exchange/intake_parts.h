/*
 * Between the files intake*.c only.
 */
#ifndef GONGBAO_EXCHANGE_INTAKE_PARTS_H
#define GONGBAO_EXCHANGE_INTAKE_PARTS_H

#include "base/arena.h"
#include "exchange/figure.h"
#include "exchange/intake.h"
#include "exchange/record.h"

/* A column of the table that says a field. */
struct slot {
    size_t cell;
    const struct mapping_column *column; /* NULL: named after its field */
    struct field field;
    GHashTable *seen; /* cell: what it means, or refused */
};

/* What makes one observation of each row. */
struct group {
    const struct dataset_indicator *indicator; /* NULL: a cell says it */
    const char *period;                        /* NULL: as above */
    const char *phase;
    GArray *slots; /* of struct slot */
};

/* The dataset of a year, or of all. */
struct volume {
    int year;
    struct markup *out;
    bool *has_indicator; /* by index */
    bool *has_source;
    size_t count; /* of observations */
};

/* A unit as a cell says it. */
struct spoken_unit {
    const struct dataset_unit *unit;
    const char *unit_mult; /* NULL: not said */
};

struct intake {
    const struct mapping *mapping;
    const struct dataset *dataset;
    const struct csv *csv;
    const struct exchange_request *request;
    struct diag *diag;
    struct arena *arena; /* what is kept */
    GArray *shared;      /* slots of every observation of a row */
    GArray *keys;        /* slots that make the indicator */
    GArray *groups;
    GHashTable *indicators; /* id, or label: indicator */
    GHashTable *labelled;   /* labels that several have */
    GHashTable *units;      /* id, or label: unit */
    GHashTable *times;      /* text: struct dataset_period */
    GHashTable *observed;   /* key of an observation: its line */
    GHashTable *volumes;    /* year: struct volume */
    size_t column_count;
    struct record *record;
    struct figure figure;
    GStringChunk *texts; /* of the row that is read */
    GString *buffer;

    /* Of the observation that is read. */
    const struct csv_row *row;
    const struct csv_cell *value_cell;
    const struct csv_cell *first_cell; /* not empty */
    const struct dataset_indicator *indicator;
    const struct spoken_unit *unit;
    const struct csv_cell *unit_cell;
    bool is_refused; /* something of it was wrong */

    bool cites_table; /* some observation does */
};

/* What a cell means that is refused. */
extern const char intake_refused[];

/* intake_head.c: which columns say what. */
bool intake_find_columns(struct intake *intake, const struct csv_row *row);

/* intake_cell.c: one cell into the record; a fault sets is_refused. */
void intake_cell(struct intake *intake, struct slot *slot);
const struct dataset_period *intake_time(
    struct intake *intake, const char *text);

/* The indicator that the keys of the row name; NULL: reported, or said. */
const struct dataset_indicator *intake_indicator(struct intake *intake);

/* intake_obs.c: completes the record, checks it and writes it. */
void intake_obs(struct intake *intake, const struct group *group);

/* intake_volume.c */
struct volume *intake_volume(struct intake *intake, int year);
void intake_note_use(struct intake *intake, struct volume *volume);
void intake_write_volumes(struct intake *intake, struct exchange_files *files);
void intake_free_volume(gpointer volume);

#endif
