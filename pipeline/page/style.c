/*
 * Reads a style file.  The schema has checked the shape of every value; what
 * is left to check is that nothing is missing and that the text fits on the
 * page.
 */
#include "page/style.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

static const char *const names[] = {
#define STYLE(id, name) [STYLE_##id] = (name),
#include "page/style_names.def"
#undef STYLE
};
_Static_assert(G_N_ELEMENTS(names) == STYLE_COUNT, "style_names.def");

/* Reading one file: where the attributes are and what has been seen. */
struct style_reader {
    const struct xml_doc *xml;
    const char *lang; /* whose elements are read */
    struct diag *diag;
    struct style *style;
    struct text_style *texts; /* of that language */
    bool has_text[STYLE_COUNT];
};

/* The element holds for all languages or for the report's. */
static bool applies(
    const struct style_reader *reader, const xmlNode *node, bool with_lang)
{
    const char *lang = xml_lang(node);

    if (lang == NULL) {
        return !with_lang;
    }
    return with_lang && strcmp(lang, reader->lang) == 0;
}

static void read_len(const xmlNode *node, const char *name, len em, len *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL) {
        len_parse(text, em, result);
    }
}

static void read_bool(const xmlNode *node, const char *name, bool *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL) {
        *result = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
    }
}

/* The place of an attribute's value in a list of words; -1: not there. */
static int read_word(
    const xmlNode *node, const char *name, const char *const *words, int count)
{
    const char *text = xml_attribute(node, name);

    for (int i = 0; text != NULL && i < count; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static struct page_color parse_rgb(const char *text)
{
    unsigned long rgb = text != NULL ? strtoul(text + 1, NULL, 16) : 0;

    return (struct page_color){(uint8_t)(rgb >> 16 & 255),
        (uint8_t)(rgb >> 8 & 255), (uint8_t)(rgb & 255)};
}

static void read_colors(const xmlNode *node, struct color_style *colors)
{
    colors->text = parse_rgb(xml_attribute(node, "text"));
    colors->accent = parse_rgb(xml_attribute(node, "accent"));
    colors->quiet = parse_rgb(xml_attribute(node, "quiet"));
    colors->rule = parse_rgb(xml_attribute(node, "rule"));
    colors->grid = parse_rgb(xml_attribute(node, "grid"));
    colors->tint = parse_rgb(xml_attribute(node, "tint"));
    colors->link = parse_rgb(xml_attribute(node, "link"));
}

static void read_palette(const xmlNode *node, struct style *style)
{
    for (const xmlNode *color = xml_first_child(node);
         color != NULL && style->palette_count < STYLE_PALETTE_MAX;
         color = xml_next(color)) {
        style->palette[style->palette_count++] =
            parse_rgb(xml_attribute(color, "rgb"));
    }
}

static void read_color(const xmlNode *node, const struct color_style *colors,
    struct page_color *to)
{
    static const char *const words[] = {
        "text", "accent", "quiet", "rule", "tint", "link"};
    const struct page_color values[] = {colors->text, colors->accent,
        colors->quiet, colors->rule, colors->tint, colors->link};
    int word = read_word(node, "color", words, (int)G_N_ELEMENTS(words));

    if (word >= 0) {
        *to = values[word];
    }
}

static void read_text(
    struct style_reader *reader, const xmlNode *node, struct text_style *text)
{
    static const char *const faces[] = {[FONT_SERIF] = "serif",
        [FONT_SANS] = "sans",
        [FONT_KAI] = "kai",
        [FONT_FANGSONG] = "fangsong"};
    static const char *const aligns[] = {[STYLE_JUSTIFY] = "justify",
        [STYLE_START] = "start",
        [STYLE_CENTER] = "center",
        [STYLE_END] = "end"};
    int face = read_word(node, "face", faces, FONT_ROLE_COUNT);
    int align = read_word(node, "align", aligns, (int)G_N_ELEMENTS(aligns));

    if (face >= 0) {
        text->font.role = (enum font_role)face;
    }
    if (align >= 0) {
        text->align = (enum style_align)align;
    }
    read_bool(node, "bold", &text->font.is_bold);
    read_bool(node, "italic", &text->font.is_italic);
    read_len(node, "size", reader->texts[STYLE_BODY].size, &text->size);
    read_len(node, "line", text->size, &text->line);
    read_len(node, "before", text->size, &text->before);
    read_len(node, "after", text->size, &text->after);
    read_len(node, "indent", text->size, &text->indent);
    read_len(node, "left", text->size, &text->left);
    read_color(node, &reader->style->colors, &text->color);
}

/* All elements of one text style: for every language, then for this one. */
static void read_text_style(
    struct style_reader *reader, const xmlNode *root, enum style_name name)
{
    struct text_style *text = &reader->texts[name];

    *text = reader->texts[STYLE_BODY];
    text->name = name;
    if (name != STYLE_BODY) {
        text->before = text->after = text->indent = text->left = 0;
    }
    for (int with_lang = 0; with_lang < 2; with_lang++) {
        for (const xmlNode *node = xml_first_child(root); node != NULL;
             node = xml_next(node)) {
            if (xml_is(node, "text") && applies(reader, node, with_lang != 0) &&
                strcmp(xml_attribute(node, "name"), names[name]) == 0) {
                read_text(reader, node, text);
                reader->has_text[name] = true;
            }
        }
    }
}

static void read_page(struct style_reader *reader, const xmlNode *node)
{
    struct page_style *page = &reader->style->page;
    const struct text_style *body = &reader->style->text[STYLE_BODY];
    const char *lines = xml_attribute(node, "lines");

    read_len(node, "width", body->size, &page->width);
    read_len(node, "height", body->size, &page->height);
    read_len(node, "left", body->size, &page->left);
    read_len(node, "top", body->size, &page->top);
    read_len(node, "measure", body->size, &page->measure);
    read_len(node, "head", body->size, &page->head);
    read_len(node, "foot", body->size, &page->foot);
    read_bool(node, "grid", &page->has_grid);
    if (lines != NULL) {
        page->depth = body->line * (len)strtol(lines, NULL, 10);
    }
}

static void read_composition(const xmlNode *node, struct style *style)
{
    static const char *const levels[] = {[LEVEL_NONE] = "none",
        [LEVEL_BASIC] = "basic",
        [LEVEL_GB] = "gb",
        [LEVEL_STRICT] = "strict"};
    static const char *const marks[] = {[MARKS_FULL_WIDTH] = "full-width",
        [MARKS_LINE_END_HALF] = "line-end-half",
        [MARKS_KAIMING] = "kaiming",
        [MARKS_PLAIN] = "plain"};
    int level = read_word(node, "level", levels, (int)G_N_ELEMENTS(levels));
    int mark = read_word(node, "punctuation", marks, (int)G_N_ELEMENTS(marks));

    style->level = level < 0 ? style->level : (enum style_level)level;
    style->marks = mark < 0 ? style->marks : (enum style_marks)mark;
}

/* Colours come first: text styles name them. */
static void read_parts(struct style_reader *reader, const xmlNode *root)
{
    struct style *style = reader->style;

    style->level = LEVEL_GB;
    style->marks = MARKS_LINE_END_HALF;
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "colors")) {
            read_colors(node, &style->colors);
        } else if (xml_is(node, "palette")) {
            read_palette(node, style);
        } else if (xml_is(node, "table")) {
            read_len(node, "heavy", LEN_PT, &style->table.heavy);
            read_len(node, "light", LEN_PT, &style->table.light);
            read_len(node, "pad", LEN_PT, &style->table.pad);
            read_len(node, "gap", LEN_PT, &style->table.gap);
        } else if (xml_is(node, "composition")) {
            read_composition(node, style);
        }
    }
}

static void read_pages(struct style_reader *reader, const xmlNode *root)
{
    for (int with_lang = 0; with_lang < 2; with_lang++) {
        for (const xmlNode *node = xml_first_child(root); node != NULL;
             node = xml_next(node)) {
            if (xml_is(node, "page") && applies(reader, node, with_lang != 0)) {
                read_page(reader, node);
            }
        }
    }
}

static bool check(const struct style_reader *reader, const xmlNode *root)
{
    const struct page_style *page = &reader->style->page;
    const struct pair_style *pair = &reader->style->pair;
    struct diag_pos pos = xml_pos(reader->xml, root);
    bool is_whole = true;

    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct text_style *text = &reader->style->text[i];

        if (!reader->has_text[i] || text->size <= 0 || text->line <= 0) {
            diag_report(reader->diag, DIAG_STYLE_MISSING, pos, names[i]);
            is_whole = false;
        }
    }
    if (pair->first <= 0 || pair->gutter < 0 ||
        pair->first + pair->gutter >= page->measure || page->measure <= 0 ||
        page->depth <= 0 || page->left < 0 || page->top < 0 ||
        page->left + page->measure > page->width ||
        page->top + page->depth > page->height) {
        diag_report(reader->diag, DIAG_STYLE_PAGE, pos);
        is_whole = false;
    }
    return is_whole;
}

static bool is_title(enum style_name name)
{
    return (name >= STYLE_HEADING_1 && name <= STYLE_HEADING_4) ||
           name == STYLE_TOC_HEADING || name == STYLE_CAPTION ||
           name == STYLE_COVER_TITLE || name == STYLE_COVER_SUBTITLE;
}

static void read_texts(struct style_reader *reader, const xmlNode *root,
    const char *lang, struct text_style *texts)
{
    reader->lang = lang;
    reader->texts = texts;
    texts[STYLE_BODY] =
        (struct text_style){.size = 10 * LEN_PT, .line = 15 * LEN_PT};
    for (int i = 0; i < STYLE_COUNT; i++) {
        read_text_style(reader, root, (enum style_name)i);
        texts[i].is_on_grid = i <= STYLE_HEADING_4 || i == STYLE_LIST;
        texts[i].is_balanced = is_title((enum style_name)i);
    }
}

/* Left out: columns of equal width. */
static void read_pair(struct style_reader *reader, const xmlNode *root)
{
    const struct text_style *body = &reader->style->text[STYLE_BODY];
    struct pair_style *pair = &reader->style->pair;

    pair->gutter = 2 * body->size;
    pair->first = (reader->style->page.measure - pair->gutter) / 2;
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "pair")) {
            read_len(node, "first", body->size, &pair->first);
            read_len(node, "gutter", body->size, &pair->gutter);
        }
    }
}

static bool read_style(
    struct style_reader *reader, const char *lang, const char *second)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(reader->xml));

    read_parts(reader, root);
    read_texts(reader, root, lang, reader->style->text);
    read_pages(reader, root);
    read_pair(reader, root);
    if (second != NULL) {
        read_texts(reader, root, second, reader->style->second);
    }
    return check(reader, root);
}

struct style *style_open(
    const char *path, const char *lang, const char *second, struct diag *diag)
{
    struct style_reader reader = {.diag = diag};
    g_autofree char *schema = paths_data("schema/style.xsd");
    struct xml_doc *xml = xml_load(path, diag);

    if (xml == NULL) {
        return NULL;
    }
    reader.xml = xml;
    reader.style = g_new0(struct style, 1);
    if (!schema_validate(xml, schema, diag) ||
        !read_style(&reader, lang, second)) {
        style_close(reader.style);
        reader.style = NULL;
    }
    xml_free(xml);
    return reader.style;
}

void style_close(struct style *style)
{
    g_free(style);
}
