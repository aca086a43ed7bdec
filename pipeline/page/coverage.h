/*
 * Whether the faces of the catalogue have every character of a document, for
 * what is set elsewhere; pages see to it while they are made.
 */
#ifndef GONGBAO_PAGE_COVERAGE_H
#define GONGBAO_PAGE_COVERAGE_H

struct diag;
struct document;
struct fonts;

/* Reports each character that no role has, once an element. */
void coverage_check(
    const struct document *document, struct fonts *fonts, struct diag *diag);

#endif
