/*
 * Reads a style file.  The schema has checked the shape of every value; what
 * is left to check is that nothing is missing and that the text fits on the
 * page.
 */
#include "page/style_parts.h"
#include "page/style_words.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/kept.h"
#include "doc/doc.h"
#include "page/style_file.h"
#include "xml/xml.h"

/* The element holds for all languages or for the report's. */
bool style_applies(
    const struct style_reader *reader, const xmlNode *node, bool with_lang)
{
    const char *lang = xml_lang(node);

    if (lang == NULL) {
        return !with_lang;
    }
    return with_lang && strcmp(lang, reader->lang) == 0;
}

void style_read_len(const xmlNode *node, const char *name, len em, len *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL) {
        len_parse(text, em, result);
    }
}

void style_read_bool(const xmlNode *node, const char *name, bool *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL) {
        *result = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
    }
}

/* The same, where "1.5lh", one and a half lines of the body, may stand. */
static void read_lines(const struct style_reader *reader, const xmlNode *node,
    const char *name, len em, len *result)
{
    const char *text = xml_attribute(node, name);

    if (text != NULL && g_str_has_suffix(text, "lh")) {
        g_autofree char *number = g_strndup(text, strlen(text) - 2);
        g_autofree char *ems = g_strconcat(number, "em", NULL);

        len_parse(ems, reader->style->text[STYLE_BODY].line, result);
    } else {
        style_read_len(node, name, em, result);
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
    style->palette_count = 0; /* not those of a style that this one extends */
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
    len body = reader->texts[STYLE_BODY].size;
    int face = read_word(node, "face", style_faces, FONT_ROLE_COUNT);
    int align = read_word(node, "align", style_aligns, STYLE_ALIGNS);

    if (face >= 0) {
        text->font.role = (enum font_role)face;
    }
    if (align >= 0) {
        text->align = (enum style_align)align;
    }
    style_read_bool(node, "bold", &text->font.is_bold);
    style_read_bool(node, "italic", &text->font.is_italic);
    style_read_len(node, "size", body, &text->size);
    read_lines(reader, node, "line", text->size, &text->line);
    read_lines(reader, node, "before", text->size, &text->before);
    read_lines(reader, node, "after", text->size, &text->after);
    text->track = style_track(reader, text);
    style_read_len(node, "indent", text->size + text->track, &text->indent);
    style_read_len(node, "left", text->size + text->track, &text->left);
    style_read_len(node, "right", text->size + text->track, &text->right);
    style_read_bool(node, "trapezoid", &text->is_trapezoid);
    read_color(node, &reader->style->colors, &text->color);
}

/* What a style is like where nothing else is said, and if it is left out. */
static enum style_name model_of(enum style_name name)
{
    if (name == STYLE_ATTACHMENTS) {
        return STYLE_LIST;
    }
    if (name == STYLE_ATTACHMENT_LABEL) {
        return STYLE_HEADING_2;
    }
    return name == STYLE_ATTACHMENT ? STYLE_HEADING_1 : STYLE_BODY;
}

/* All elements of one text style: for every language, then for this one. */
static void read_text_style(
    struct style_reader *reader, const xmlNode *root, enum style_name name)
{
    struct text_style *text = &reader->texts[name];

    if (name == STYLE_BODY) {
        *text = (struct text_style){.size = 10 * LEN_PT, .line = 15 * LEN_PT};
    } else {
        *text = reader->texts[model_of(name)];
    }
    if (name != STYLE_BODY && model_of(name) == STYLE_BODY) {
        text->before = text->after = text->indent = text->left = 0;
    }
    text->name = name;
    reader->has_text[name] = name >= STYLE_ATTACHMENTS;
    for (int with_lang = 0; with_lang < 2; with_lang++) {
        for (const xmlNode *node = xml_first_child(root); node != NULL;
             node = xml_next(node)) {
            if (xml_is(node, "text") &&
                style_applies(reader, node, with_lang != 0) &&
                strcmp(xml_attribute(node, "name"), style_texts[name]) == 0) {
                read_text(reader, node, text);
                reader->has_text[name] = true;
            }
        }
    }
    if (name == STYLE_BODY && reader->line > 0) {
        text->line = reader->line;
    }
}

static void read_class(const xmlNode *node, struct style *style)
{
    struct class_composition own = {.composition = style->composition,
        .class = g_strdup(xml_attribute(node, "class"))};

    composition_read(node, &own.composition);
    g_array_append_val(style->classes, own);
}

/* The rules for all, then those of classes, which start from them. */
static void read_compositions(struct style *style, const xmlNode *root)
{
    style->composition = composition_default();
    for (int with_class = 0; with_class < 2; with_class++) {
        for (const xmlNode *node = xml_first_child(root); node != NULL;
             node = xml_next(node)) {
            bool has_class = xml_attribute(node, "class") != NULL;

            if (!xml_is(node, "composition") ||
                has_class != (with_class != 0)) {
                continue;
            }
            if (has_class) {
                read_class(node, style);
            } else {
                composition_read(node, &style->composition);
            }
        }
    }
}

static void read_emphasis(const xmlNode *node, struct emphasis_style *emphasis)
{
    int em = read_word(node, "em", style_ems, STYLE_EMS);

    emphasis->em = em < 0 ? emphasis->em : (enum style_em)em;
    style_read_bool(node, "synthetic-bold", &emphasis->has_synthetic_bold);
}

/* Colours come first: text styles name them. */
static void read_parts(struct style_reader *reader, const xmlNode *root)
{
    struct style *style = reader->style;

    style->has_cover_page = true;
    for (const xmlNode *node = xml_first_child(root); node != NULL;
         node = xml_next(node)) {
        if (xml_is(node, "cover")) {
            style->has_cover_page =
                strcmp(xml_attribute(node, "place"), "head") != 0;
        } else if (xml_is(node, "colors")) {
            read_colors(node, &style->colors);
            reader->has_colors = true;
        } else if (xml_is(node, "palette")) {
            read_palette(node, style);
        } else if (xml_is(node, "table")) {
            reader->has_table = true;
            style_read_len(node, "heavy", LEN_PT, &style->table.heavy);
            style_read_len(node, "light", LEN_PT, &style->table.light);
            style_read_len(node, "pad", LEN_PT, &style->table.pad);
            style_read_len(node, "gap", LEN_PT, &style->table.gap);
        } else if (xml_is(node, "emphasis")) {
            read_emphasis(node, &style->emphasis);
        } else if (xml_is(node, "footnotes")) {
            style->has_page_notes =
                strcmp(xml_attribute(node, "numbering"), "page") == 0;
        }
    }
}

const char *style_name(int name)
{
    return style_texts[name];
}

/* An element that a style has, or one that it extends. */
static bool check_part(const struct style_reader *reader, const xmlNode *root,
    bool has_part, const char *name)
{
    if (!has_part) {
        diag_report(reader->diag, DIAG_STYLE_PART_MISSING,
            xml_pos(reader->xml, root), name);
    }
    return has_part;
}

static bool check_parts(const struct style_reader *reader, const xmlNode *root)
{
    bool has_colors = check_part(reader, root, reader->has_colors, "colors");
    bool has_table = check_part(reader, root, reader->has_table, "table");

    return check_part(
               reader, root, reader->style->palette_count > 0, "palette") &&
           has_colors && has_table;
}

static bool check(const struct style_reader *reader, const xmlNode *root)
{
    struct diag_pos pos = xml_pos(reader->xml, root);
    bool is_whole = style_check_page(reader, pos);

    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct text_style *text = &reader->style->text[i];

        if (!reader->has_text[i] || text->size <= 0 || text->line <= 0) {
            diag_report(reader->diag, DIAG_STYLE_MISSING, pos, style_texts[i]);
            is_whole = false;
        }
    }
    return is_whole && style_check_texts(reader, pos);
}

static bool is_title(enum style_name name)
{
    return (name >= STYLE_HEADING_1 && name <= STYLE_HEADING_4) ||
           name == STYLE_TOC_HEADING || name == STYLE_CAPTION ||
           name == STYLE_ATTACHMENT || name == STYLE_COVER_TITLE ||
           name == STYLE_COVER_SUBTITLE;
}

static bool is_on_grid(enum style_name name)
{
    return name <= STYLE_HEADING_4 || name == STYLE_LIST ||
           (name >= STYLE_COVER_TITLE && name <= STYLE_COVER_LINE) ||
           name >= STYLE_ATTACHMENTS;
}

/* All texts of one language; that of the body has been read. */
static void read_texts(struct style_reader *reader, const xmlNode *root)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct text_style *text = &reader->texts[i];

        read_text_style(reader, root, (enum style_name)i);
        text->is_on_grid = is_on_grid((enum style_name)i);
        text->is_balanced = is_title((enum style_name)i);
        style_count_lines(reader, (enum style_name)i, text);
    }
}

static bool read_style(struct style_reader *reader, const char *second)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(reader->xml));

    read_parts(reader, root);
    read_compositions(reader->style, root);
    read_text_style(reader, root, STYLE_BODY);
    style_read_pages(reader, root);
    read_texts(reader, root);
    if (second != NULL) {
        reader->lang = second;
        reader->texts = reader->style->second;
        read_text_style(reader, root, STYLE_BODY);
        read_texts(reader, root);
    }
    return check_parts(reader, root) && check(reader, root);
}

static void class_clear(void *data)
{
    struct class_composition *own = data;

    g_free(own->class);
}

/* NULL: reported. */
static struct style *read_file(const char *path, const char *lang,
    const char *second, GPtrArray *read, struct diag *diag)
{
    struct style_reader reader = {.lang = lang, .diag = diag};
    struct xml_doc *xml = style_load(path, read, diag);

    if (xml == NULL) {
        return NULL;
    }
    reader.xml = xml;
    reader.style = g_new0(struct style, 1);
    reader.style->classes =
        g_array_new(FALSE, FALSE, sizeof(struct class_composition));
    g_array_set_clear_func(reader.style->classes, class_clear);
    reader.texts = reader.style->text;
    if (!read_style(&reader, second)) {
        style_close(reader.style);
        reader.style = NULL;
    }
    xml_free(xml);
    return reader.style;
}

static void add_names(GPtrArray *to, const GPtrArray *names, guint first)
{
    for (guint i = first; i < names->len; i++) {
        g_ptr_array_add(to, g_strdup(names->pdata[i]));
    }
}

struct style *style_open(const char *path, const char *lang, const char *second,
    GPtrArray *read, struct diag *diag)
{
    g_autofree char *key =
        g_strjoin(" ", lang, second != NULL ? second : "", path, NULL);
    struct style *style = kept_take("style", key);
    struct diag_mark before = diag_mark(diag);
    guint first = read->len;

    if (style != NULL) {
        add_names(read, style->files, 0);
        return style;
    }
    style = read_file(path, lang, second, read, diag);
    if (style != NULL && diag_is_quiet(diag, &before)) {
        style->key = g_steal_pointer(&key);
        style->files = g_ptr_array_new_with_free_func(g_free);
        add_names(style->files, read, first);
    }
    return style;
}

static void style_free(void *data)
{
    struct style *style = data;

    if (style->files != NULL) {
        g_ptr_array_unref(style->files);
    }
    g_array_unref(style->classes);
    g_free(style->number);
    g_free(style->key);
    g_free(style);
}

void style_close(struct style *style)
{
    if (style != NULL && style->key != NULL) {
        kept_give("style", style->key, style, style_free);
    } else if (style != NULL) {
        style_free(style);
    }
}

const struct composition *style_composition(
    const struct style *style, const struct doc_node *node)
{
    if (style->classes->len == 0) {
        return &style->composition;
    }
    for (; node != NULL; node = node->parent) {
        for (guint i = 0; i < style->classes->len; i++) {
            const struct class_composition *own =
                &g_array_index(style->classes, struct class_composition, i);

            if (doc_has_class(node, own->class)) {
                return &own->composition;
            }
        }
    }
    return &style->composition;
}
