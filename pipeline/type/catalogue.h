/*
 * The font catalogue in memory (fonts/fonts.xml), and where its faces are on
 * this machine.  Private to type/.
 */
#ifndef GONGBAO_TYPE_CATALOGUE_H
#define GONGBAO_TYPE_CATALOGUE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/diag.h"
#include "type/font.h"

struct catalogue_face {
    char *id;
    char *family;
    char *style;
    char *package; /* of Debian, that installs it */
    char *place;   /* where that puts it; NULL: among the fonts */
    bool is_emboldened;
    struct diag_pos pos;
    char *file;     /* NULL: not found yet */
    unsigned index; /* in the file, a collection */
};

/* A face in the order of a style, for some texts only. */
struct catalogue_use {
    unsigned face;    /* index in faces */
    const char *lang; /* NULL: any; static */
    uint32_t first;   /* characters, both ends included */
    uint32_t last;
};

struct catalogue {
    const char *path; /* not owned; outlives the diagnostics */
    GArray *faces;    /* of struct catalogue_face */
    /* By role, bold, italic; each ends with the fallback. */
    GArray *orders[FONT_ROLE_COUNT][2][2]; /* of struct catalogue_use */
};

/* NULL: reported.  path outlives the diagnostics; the caller frees the rest. */
struct catalogue *catalogue_open(const char *path, struct diag *diag);
void catalogue_free(struct catalogue *catalogue);

/*
 * Finds the file of each face among the installed fonts.  False: one is not
 * installed, reported with the package that has it.
 */
bool catalogue_locate(struct catalogue *catalogue, struct diag *diag);

#endif
