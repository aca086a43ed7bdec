/*
 * The files inside a PDF that somebody sent: nothing in it is trusted.  By
 * libqpdf, whose only user this is; bounds on sizes are our own.
 */
#ifndef GONGBAO_VERIFY_CARRIED_H
#define GONGBAO_VERIFY_CARRIED_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "base/diag.h"

#define CARRIED_PDF_MAX ((size_t)256 << 20)
#define CARRIED_FILES_MAX 10000
#define CARRIED_BYTES_MAX ((size_t)256 << 20) /* of all files together */

struct carried_file {
    char *name;     /* UTF-8, as the PDF has it: may be anything */
    char *relation; /* "Source"; "": none */
    GBytes *bytes;
    bool is_broken; /* bytes cannot be had, or go beyond the bounds */
    char *md5;      /* that the PDF states, in hexadecimal digits; or NULL */
    long long size; /* that the PDF states; -1: none */
    bool is_of_document; /* AF of the catalog names it */
};

struct carried {
    GPtrArray *files; /* of struct carried_file, as the name tree has them */
    char *title;      /* UTF-8, as the PDF states it; "": it states none */
    int pages;
};

/*
 * Reads what the PDF carries; pos stands in what is reported.  NULL: reported,
 * it is no PDF, is damaged, or beyond the bounds.  The caller frees it.
 */
struct carried *carried_read(
    GBytes *pdf, struct diag_pos pos, struct diag *diag);
void carried_free(struct carried *carried);

/* The first file of that name and relation of the document, or NULL. */
const struct carried_file *carried_find(
    const struct carried *carried, const char *name, const char *relation);

/* True if the file is what the PDF states of it: its size, its MD5. */
bool carried_is_sound(const struct carried_file *file);

#endif
