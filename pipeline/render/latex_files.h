/*
 * The files that a report carries, for LaTeX: they stand in a folder beside
 * the source, which names them.  Private to render/ but for latex_files_save.
 */
#ifndef GONGBAO_RENDER_LATEX_FILES_H
#define GONGBAO_RENDER_LATEX_FILES_H

#include <stdbool.h>

#include <glib.h>

struct attachments;
struct diag;
struct document;

/* \associatedfile for each attachment and each table. */
void latex_files_write(GString *out, const struct document *document,
    struct attachments *attachments);

/*
 * Writes them beside the source: to the folder NAME.data for NAME.tex, nowhere
 * for what is no file (NULL, "-", a device, a pipe).  The attachments are empty
 * afterwards.  False: reported.
 */
bool latex_files_save(const char *source, const struct document *document,
    struct attachments *attachments, struct diag *diag);

#endif
