/*
 * The state of reading an SDMX message; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_READER_H
#define GONGBAO_EXCHANGE_SDMX_READER_H

#include "exchange/sdmx_parts.h"

/* The parts of a data set that say something. */
enum sdmx_place {
    SDMX_DATASET,
    SDMX_GROUP,
    SDMX_SERIES,
    SDMX_OBS,
    SDMX_PLACES,
    SDMX_NOWHERE = SDMX_PLACES,
};

struct sdmx_level {
    enum sdmx_place above;
    struct diag_pos pos;
    int last_line;
    GArray *values; /* of struct cube_value, in file order */
    struct sdmx_annotations annotations;
    bool is_decided; /* of a series: its key is known */
};

/* Attributes of all series with some codes in common. */
struct sdmx_group {
    const char **key; /* by dimension; NULL: any code */
    struct cube_values attributes;
};

struct sdmx_reader {
    struct cube *cube;
    struct diag *diag;
    struct sdmx_structures *structures;
    const struct sdmx_definition *definition;
    const char *path;
    bool has_definition;
    bool is_generic;
    bool is_ended; /* reported: nothing more is read */
    int depth;

    bool in_header;
    const char *reference; /* structureID of the header that was read last */
    const char *at_observation;
    GHashTable *references; /* structureID: id of a definition or dataflow */

    enum sdmx_place place;
    struct sdmx_level levels[SDMX_PLACES];
    bool in_key;
    const char *comp; /* id of the <Comp> that is open */
    bool comp_has_text;
    const char *lang;
    struct diag_pos value_pos;
    struct sdmx_annotation_reader annotation;
    size_t series;  /* index of the open one, where is_decided */
    GArray *groups; /* of struct sdmx_group */
    bool is_own; /* what is read is an exported dataset */
};

/* A reader with nothing read; free ends everything but the cube. */
void sdmx_reader_open(
    struct sdmx_reader *reader, const char *path, struct diag *diag);
void sdmx_reader_close(struct sdmx_reader *reader);

/* Reads one file, of structures or data.  False: reported. */
bool sdmx_reader_read(struct sdmx_reader *reader, const char *path);

/* What the values of an element, or all, are in the cube. */
void sdmx_reader_enter_obs(struct sdmx_reader *reader);
void sdmx_reader_end_obs(struct sdmx_reader *reader);
void sdmx_reader_end_series(struct sdmx_reader *reader);
void sdmx_reader_end_group(struct sdmx_reader *reader);
void sdmx_reader_end_dataset(struct sdmx_reader *reader);

#endif
