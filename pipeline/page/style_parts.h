/*
 * What reading a style file's texts (style.c) and its pages (style_page.c) and
 * checking them (style_check.c) share.  Only these see this header.
 */
#ifndef GONGBAO_PAGE_STYLE_PARTS_H
#define GONGBAO_PAGE_STYLE_PARTS_H

#include "base/diag.h"
#include "page/style.h"
#include "xml/xml.h"

/* Reading one file: where the attributes are and what has been seen. */
struct style_reader {
    const struct xml_doc *xml;
    const char *lang; /* whose elements are read */
    struct diag *diag;
    struct style *style;
    struct text_style *texts; /* of that language */
    bool has_text[STYLE_COUNT];
    bool has_colors;
    bool has_table;
    len pitch; /* of the character grid; 0: there is none */
    len line;  /* line pitch of the body that fills the page; 0: its own */
};

/* The element holds for all languages, or (with_lang) for the report's. */
bool style_applies(
    const struct style_reader *reader, const xmlNode *node, bool with_lang);

/* An attribute's value; result stays as it is where there is none. */
void style_read_len(const xmlNode *node, const char *name, len em, len *result);
void style_read_bool(const xmlNode *node, const char *name, bool *result);

/* The pages, when the body's size and line pitch are known. */
void style_read_pages(struct style_reader *reader, const xmlNode *root);

/* What the character grid adds to each em box of this text. */
len style_track(
    const struct style_reader *reader, const struct text_style *text);

/* Where all lines are counted: gives a text that stands by itself whole ones.
 */
void style_count_lines(const struct style_reader *reader, enum style_name name,
    struct text_style *text);

/* False, reported: the text does not fit on the page. */
bool style_check_page(const struct style_reader *reader, struct diag_pos pos);

/* The name of a text style in the file. */
const char *style_name(int name);

/* Warns of texts in faint colours.  False, reported: some are too small. */
bool style_check_texts(const struct style_reader *reader, struct diag_pos pos);

#endif
