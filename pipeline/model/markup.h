/*
 * Writing elements, and the parts of the vocabulary that both a dataset and
 * aggregated data have.
 */
#ifndef GONGBAO_MODEL_MARKUP_H
#define GONGBAO_MODEL_MARKUP_H

#include <stdbool.h>

#include <glib.h>

#include "model/dataset.h"

struct out;

struct markup {
    GString *bytes;
    GPtrArray *names; /* of the open elements */
    struct out *out;  /* or NULL: bytes has all */
    bool is_in_tag;   /* attributes may follow */
    bool has_text;    /* the element that is open */
};

/* A document, kept as bytes. */
void markup_begin(struct markup *markup);

/* Ends the document; the caller frees the bytes. */
GString *markup_end(struct markup *markup);

/* The same, passed on piece by piece. */
void markup_begin_out(struct markup *markup, struct out *out);
void markup_end_out(struct markup *markup);

/* How many bytes have been written of a document that is kept. */
gsize markup_size(const struct markup *markup);


void markup_open(struct markup *markup, const char *name);
void markup_close(struct markup *markup);

/* Text of an element that has nothing else. */
void markup_text(struct markup *markup, const char *text);

/* Attributes of the element just opened; a NULL or empty value is left out. */
void markup_attribute(struct markup *out, const char *name, const char *value);
void markup_attribute_int(struct markup *out, const char *name, int value);
void markup_attribute_number(
    struct markup *out, const char *name, const number *value);

/* An element <name xml:lang="..."> for each text. */
void markup_texts(
    struct markup *out, const char *name, const struct dataset_texts *texts);

void markup_notes(struct markup *out, const struct dataset_notes *notes);
void markup_coverage(
    struct markup *out, const struct dataset_unused *unused, size_t count);
void markup_cites(struct markup *out, const struct dataset_cites *cites);
void markup_source(struct markup *out, const struct dataset_source *source);
void markup_unit(struct markup *out, const struct dataset_unit *unit);

/* Nothing where there is none. */
void markup_universe(
    struct markup *out, const struct dataset_universe *universe);
void markup_parts_of(
    struct markup *out, const struct dataset_indicator *indicator);
void markup_ratio(struct markup *out, const struct dataset_ratio *ratio);
void markup_base(struct markup *out, const struct dataset_base *base);

#endif
