/*
 * A table of observations: what a file of figures says in its own codes and
 * columns, before a mapping makes a dataset of it.  Nothing is decided here: a
 * code without a label is one, and what a reader did not understand is listed.
 *
 * An observation is 64 bytes: texts are kept once (cube_intern), and equal
 * lists of attributes are shared.
 */
#ifndef GONGBAO_EXCHANGE_CUBE_H
#define GONGBAO_EXCHANGE_CUBE_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"

struct arena;

/* ---- Names ---- */

struct cube_text {
    const char *lang; /* as the file has it: "en", "zh", "zh-CN"; "": none */
    const char *text;
};

struct cube_texts {
    struct cube_text *items;
    size_t count;
};

/*
 * The text in a language: exactly lang, else one of its primary language
 * ("zh-Hans" for "zh-CN"), but never Chinese in traditional characters for
 * "zh-CN".  NULL: there is none.
 */
const char *cube_text_lookup(const struct cube_texts *texts, const char *lang);

/* ---- Columns ---- */

enum cube_role {
    CUBE_DIMENSION, /* a part of the key of a series */
    CUBE_TIME,
    CUBE_MEASURE,
    CUBE_ATTRIBUTE,
};

struct cube_code {
    const char *id;
    const char *parent; /* id of the code above; NULL: none */
    struct cube_texts labels;
    struct cube_texts descriptions;
    struct diag_pos pos;
};

struct cube_component {
    const char *id; /* "FREQ", a column's head */
    enum cube_role role;
    size_t index;             /* of dimensions: place in a key */
    struct cube_texts labels; /* what the concept or column is called */
    GPtrArray *codes;         /* of struct cube_code, in file order */
    GHashTable *code_ids;     /* id: code */
    struct diag_pos pos;
};

/* ---- Figures ---- */

/* One value of an attribute; one with several values has several of these. */
struct cube_value {
    const struct cube_component *component;
    const char *text;
    const char *lang; /* of a text in several languages; NULL: none */
};

struct cube_values {
    struct cube_value *items;
    size_t count;
};

struct cube_series {
    const char **key; /* a code for each dimension, interned; NULL: none */
    struct cube_values attributes;
    struct diag_pos pos;
};

struct cube_obs {
    guint32 series;     /* index in cube.series */
    int line;           /* where the observation begins in the file */
    int last_line;      /* and where its value stands */
    int col;            /* of its beginning */
    const char *period; /* as datasets write it: 2024-Q3; interned */
    const char *value;  /* plain decimal; NULL: none */
    const char *token;  /* as the file prints the value, or that there is none;
                           never empty */
    const struct cube_values *attributes; /* shared; NULL: none */
};

struct cube {
    const char *path;       /* of the file; borrowed */
    const char *id;         /* of what was read: a dataflow, a table; NULL */
    struct cube_texts titles;
    GPtrArray *components;  /* of struct cube_component */
    GPtrArray *dimensions;  /* those of them that make the key, in order */
    GPtrArray *series;      /* of struct cube_series, in file order */
    GArray *obs;            /* of struct cube_obs */
    struct cube_values attributes; /* of all observations */

    GHashTable *component_ids;
    GHashTable *keys;   /* key: series */
    GHashTable *lists;  /* shared lists of attributes */
    GHashTable *unread; /* what was not understood */
    GStringChunk *texts;
    struct arena *arena;
};

/* The caller frees it. */
struct cube *cube_new(const char *path);
void cube_free(struct cube *cube);

/* A copy that lives as long as the cube, the same for the same text. */
const char *cube_intern(struct cube *cube, const char *text);

/* Adds a text; texts belong to the cube. */
void cube_add_text(struct cube *cube, struct cube_texts *texts,
    const char *lang, const char *text);

/* The component of this id, added with this role if there is none. */
struct cube_component *cube_component(
    struct cube *cube, const char *id, enum cube_role role);

/* Borrowed; NULL: none of this id. */
struct cube_component *cube_lookup_component(
    const struct cube *cube, const char *id);

/* The code of this id, added if there is none. */
struct cube_code *cube_code(
    struct cube *cube, struct cube_component *component, const char *id);
const struct cube_code *cube_lookup_code(
    const struct cube_component *component, const char *id);

/* Appends to a list that is not shared yet. */
void cube_add_value(struct cube *cube, struct cube_values *values,
    const struct cube_component *component, const char *text,
    const char *lang);

/*
 * The series of a key, which has as many interned codes as there are
 * dimensions; added if there is none.  No dimension is added after it.
 */
struct cube_series *cube_series(
    struct cube *cube, const char *const *key, struct diag_pos pos);
size_t cube_series_index(const struct cube *cube, const char *const *key);

/* A shared copy of a list; NULL for an empty one. */
const struct cube_values *cube_share_values(
    struct cube *cube, const struct cube_values *values);

/* Interned texts and shared attributes are expected in obs. */
void cube_add_obs(struct cube *cube, const struct cube_obs *obs);

/*
 * The value of an attribute: of the observation, else of its series, else of
 * all.  nth counts from 0 where there are several.  NULL: not so many.
 */
const struct cube_value *cube_attribute(const struct cube *cube,
    const struct cube_obs *obs, const char *id, size_t nth);

/* "A.CN.GERD", for messages; the caller g_frees it. */
char *cube_key_text(const struct cube *cube, const struct cube_series *series);

/*
 * Brings observations into the order of series, then of time, and reports a
 * key that is observed twice for a period.
 */
void cube_sort(struct cube *cube, struct diag *diag);

/*
 * Lists something that was not understood: what, a sort of thing (a word of
 * the program's language, marked N_), and its name.  It is counted, and said
 * once by cube_report_unread, at the place of the first.
 */
void cube_list_unread(struct cube *cube, const char *what, const char *name,
    struct diag_pos pos);
void cube_report_unread(const struct cube *cube, struct diag *diag);

#endif
