/*
 * Marks in the strings of templates: what a figure comes from goes with its
 * text through all that a template makes of it, for a sentence is composed of
 * strings.  A mark is made of noncharacters of Unicode, which no text has; it
 * is taken out before the result is written.
 */
#ifndef GONGBAO_XML_MARKS_H
#define GONGBAO_XML_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/* Text that comes from what key names; the caller g_frees it. */
char *marks_around(const char *key, const char *text);

/* Takes all marks out of text, in place; what they are around stays. */
void marks_drop(char *text);

/* True if there is a mark in text. */
bool marks_any(const char *text);

/* The first character of text that is none of a mark's. */
const char *marks_skip(const char *text);

/* A stretch of text with one mark around it, or with none. */
struct marks_piece {
    GString *key; /* empty: none */
    GString *text;
};

/*
 * Reads the next stretch at *at and moves *at behind it; marks within a mark
 * count for nothing.  False: there is no more.
 */
bool marks_next(const char **at, struct marks_piece *piece);

#endif
