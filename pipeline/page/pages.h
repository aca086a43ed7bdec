/*
 * A document tree to finished pages, by a style.
 */
#ifndef GONGBAO_PAGE_PAGES_H
#define GONGBAO_PAGE_PAGES_H

#include <stdbool.h>

struct arena;
struct diag;
struct document;
struct fonts;
struct pages;
struct style;

/*
 * Lays the document out; has_lint: warns of lines that could not be set as the
 * rules have it.  The result lives in arena; document, fonts and style
 * must outlive it.  NULL: reported (a character that no face has, a reference
 * that leads nowhere).
 */
struct pages *pages_make(const struct document *document,
    const struct style *style, struct fonts *fonts, struct arena *arena,
    bool has_lint, struct diag *diag);

#endif
