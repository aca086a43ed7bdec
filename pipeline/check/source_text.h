/*
 * Source documents as citations see them: white space is nothing, for
 * documents break lines inside figures; within check/ only.
 */
#ifndef GONGBAO_CHECK_SOURCE_TEXT_H
#define GONGBAO_CHECK_SOURCE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct dataset_cite;
struct dataset_source;
struct diag;

/*
 * Text without white space.  gaps is as long and has 1 where a blank stood
 * before a byte within its line: "2010 7062.6" is two figures, while a line
 * break may stand in the midst of one.
 */
struct packed {
    GString *text;
    GString *gaps;
};

/* A document, and where each line begins in its packed text. */
struct source_text {
    char *path;
    char *bytes; /* as read, ended by a zero byte */
    size_t size;
    struct packed packed;
    GArray *lines; /* of size_t; one more at the end */
};

struct packed packed_new(size_t size);
void packed_clear(struct packed *packed);

/* Packs one line. */
void packed_append(struct packed *packed, const char *line, const char *end);

/*
 * Where the token next stands at or behind from; NULL: nowhere.  "608.33" does
 * not stand in "2608.33": a figure is found whole.
 */
const char *packed_find(
    const struct packed *packed, const char *from, const GString *token);

/* The white space of Unicode, and what is as invisible. */
bool source_text_is_blank(gunichar c);

/* The lines of the document. */
long source_text_line_count(const struct source_text *text);

/* The packed bytes of lines first to last, which exist; caller clears it. */
void source_text_append(const struct source_text *text, long first, long last,
    struct packed *packed);

/* The documents of a folder, each read once. */
struct source_texts;

/* diag: NULL: what is missing or bad has been reported by another. */
struct source_texts *source_texts_new(const char *folder, struct diag *diag);
void source_texts_free(struct source_texts *texts);

/* NULL: it is not there, or its name is not plain, as its rule says. */
const struct source_text *source_texts_find(
    struct source_texts *texts, const struct dataset_source *source);

#endif
