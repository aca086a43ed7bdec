/*
 * Writing SDMX-ML; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_MARKUP_H
#define GONGBAO_EXCHANGE_SDMX_MARKUP_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "model/markup.h"

/*
 * An annotation of ours has this before the name of the element that it
 * stands for.  Its title has the element's attributes as XML writes them, its
 * texts are the element's.  An element in another one has a type with both
 * names and stands behind it.
 */
#define SDMX_TYPE "gongbao:"

/* Who keeps the definition until an office takes it into its registry. */
#define SDMX_AGENCY "GONGBAO"

struct sdmx_markup {
    struct markup out;
    bool is_3; /* version 3.0, else 2.1 */
    const xmlNode *dataset;
    char *id; /* of the data structure definition */
};

void sdmx_markup_begin(
    struct sdmx_markup *sdmx, const char *root, const char *more);

/* <name>text</name>, with xml:lang if lang is not NULL. */
void sdmx_markup_text(struct sdmx_markup *sdmx, const char *name,
    const char *lang, const char *text);

/* <common:Name> in both languages. */
void sdmx_markup_names(
    struct sdmx_markup *sdmx, const char *zh, const char *en);

/* A common:Name (or what name says) for each child of an element. */
void sdmx_markup_children(struct sdmx_markup *sdmx, const xmlNode *parent,
    const char *child, const char *name);

/*
 * Annotations that say what the attributes of an element say, without those
 * in but, and what its children say, without those in but_children; nothing
 * where there is nothing.
 */
void sdmx_markup_annotations(struct sdmx_markup *sdmx, const xmlNode *node,
    const char *const *but, const char *const *but_children);

/*
 * The same as one text, for observations, where programs expect no
 * annotations: <obs edition="2024"><cite .../></obs>.  The caller frees it.
 */
char *sdmx_markup_detail(const xmlNode *node, const char *const *but);

/* The header of a message up to its names. */
void sdmx_markup_header(struct sdmx_markup *sdmx, const char *suffix);

/* The child elements of one of the lists of a dataset: "units". */
const xmlNode *sdmx_markup_list(
    const struct sdmx_markup *sdmx, const char *name);

#endif
