/*
 * The manifest of a release in memory (data/schema/release.xsd).  Whoever makes
 * one gives it strings that live in its chunk.
 */
#ifndef GONGBAO_RELEASE_MANIFEST_H
#define GONGBAO_RELEASE_MANIFEST_H

#include <stdbool.h>

#include <glib.h>

#include "base/tree.h"

struct diag;

enum manifest_language { MANIFEST_ZH, MANIFEST_EN, MANIFEST_LANGUAGES };

/* "zh-CN", "en". */
extern const char *const manifest_tags[MANIFEST_LANGUAGES];

enum manifest_change { CHANGE_NEW, CHANGE_CHANGED, CHANGE_SAME };

struct manifest_file {
    const char *path;
    const char *kind;
    gint64 size;
    const char *sha256;
    int width; /* of a picture; 0: it is none */
    int height;
    const char *source; /* whose bytes it gets; NULL: it is there already */
};

struct manifest_figure {
    const char *change; /* "changed", "added", "removed" */
    const char *indicator;
    const char *period;
    /* In each language; NULL: none. */
    const char *label[MANIFEST_LANGUAGES];
    const char *date[MANIFEST_LANGUAGES];
    const char *before[MANIFEST_LANGUAGES];
    const char *after[MANIFEST_LANGUAGES];
};

#define MANIFEST_FIGURES 5 /* are named, of those that are another */

struct manifest_changed {
    const char *prepared; /* before; NULL: the same, as the year */
    const char *year;
    unsigned figures_changed;
    unsigned figures_added;
    unsigned figures_removed;
    GPtrArray *figures; /* of struct manifest_figure; borrowed */
    bool is_words;      /* something else is another */
};

enum manifest_reason { REASON_NONE, REASON_DATA, REASON_DESIGN };

struct manifest_report {
    const char *name;
    const char *design;
    const char *style; /* NULL: none is named */
    const char *lang;
    int pages;
    const char *updated; /* "2025-03-01T00:00:00Z" */
    enum manifest_change change;
    const char *title;
    const char *title_tag;
    GPtrArray *files; /* of struct manifest_file, the PDF first */
    enum manifest_reason reason;
    int pages_before; /* 0: as many */
};

struct manifest_dataset {
    const char *id;
    const char *year;
    const char *prepared;
    enum manifest_change change;
    const char *title[MANIFEST_LANGUAGES];
    const char *publisher[MANIFEST_LANGUAGES];
    const char *area[MANIFEST_LANGUAGES];
    GPtrArray *files;
    struct manifest_changed *changed; /* NULL: nothing */
    GPtrArray *reports;               /* of struct manifest_report */
};

struct manifest_tool {
    const char *name;
    const char *version;
    const char *sha256; /* NULL: not known; of a library there is none */
};

/* What was read. */
struct manifest_input {
    const char *path;
    gint64 size;
    const char *sha256; /* NULL: withheld */
};

struct manifest_face {
    const char *name;
    const char *version;
    const char *tables;
    const char *file; /* NULL: not known */
    int fs_type;      /* -1: not known */
};

struct manifest_removed {
    const char *name;
    const char *design;
    const char *style; /* or NULL */
    const char *lang;
    const char *title;
    const char *title_tag;
};

/* Arrays are of pointers to the structures above. */
struct manifest {
    GStringChunk *chunk;
    const char *version;
    unsigned serial;
    const char *date;
    const char *previous; /* NULL: the first one */
    const char *url;      /* NULL: not said */
    bool is_signed;
    const char *title[MANIFEST_LANGUAGES];
    GPtrArray *tools;
    GPtrArray *libraries; /* of struct manifest_tool */
    GPtrArray *files;
    GPtrArray *datasets;
    GPtrArray *removed;
    GPtrArray *inputs;
    GPtrArray *faces;
};

struct manifest *manifest_new(void);
void manifest_free(struct manifest *manifest);

/* A copy that lives as long as the manifest; NULL of NULL. */
const char *manifest_keep(struct manifest *manifest, const char *text);

/* New ones, of zeros and empty arrays, in their array. */
struct manifest_dataset *manifest_add_dataset(struct manifest *manifest);
struct manifest_report *manifest_add_report(struct manifest_dataset *dataset);
struct manifest_file *manifest_add_file(GPtrArray *files);
struct manifest_changed *manifest_changed_new(void);

/* The file of this kind; NULL: there is none. */
struct manifest_file *manifest_find(const GPtrArray *files, const char *kind);

/* Calls each for all files, in their order, those of no dataset first. */
void manifest_each_file(const struct manifest *manifest,
    void (*each)(struct manifest_file *file, void *user), void *user);

/* As XML.  The caller unrefs it. */
GString *manifest_write(const struct manifest *manifest);

/* Reads one and checks it by its schema.  NULL: reported.  path outlives the
 * diagnostics. */
struct manifest *manifest_read(const char *path, struct diag *diag);

#endif
