/*
 * Loading style files.  A style may extend another: it then has all of it, and
 * what it says itself comes after.
 */
#ifndef GONGBAO_PAGE_STYLE_FILE_H
#define GONGBAO_PAGE_STYLE_FILE_H

#include <glib.h>

struct diag;
struct xml_doc;

/*
 * The file, checked by its schema, with the elements of those that it extends
 * before its own.  A name in "extends" is that of a style of ours, or else of
 * a file beside the one that extends it.  The names of all files are added to
 * read, which owns them and must outlive the result and its diagnostics.
 * NULL: reported.  The caller frees the result with xml_free.
 */
struct xml_doc *style_load(
    const char *path, GPtrArray *read, struct diag *diag);

#endif
