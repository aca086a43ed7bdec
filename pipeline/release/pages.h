/*
 * What readers see of a release: its pages in both languages, its feeds, its
 * style; all from its manifest, so that the same manifest gives the same bytes.
 */
#ifndef GONGBAO_RELEASE_PAGES_H
#define GONGBAO_RELEASE_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct diag;
struct xml_doc;

/*
 * Takes a file of that path, below the folder of the release; path and bytes
 * are the caller's.  False, reported: it could not be kept.
 */
typedef bool (*pages_writer)(
    void *data, const char *path, const char *bytes, size_t size);

/*
 * Makes index.html and feed.atom (Chinese), index.en.html and feed.en.atom
 * (English), style.css and, where there are many reports, a page in both
 * languages for each dataset below datasets/.  The manifest is valid; blanks
 * between its elements may be dropped.  Appends the path of each file that is
 * read to inputs, to be g_freed; inputs may be NULL.  False: reported.
 */
bool pages_make(const struct xml_doc *manifest, pages_writer write, void *data,
    GPtrArray *inputs, struct diag *diag);

#endif
