/*
 * Writes \gongbaosetup{...}: groups and keys have the names that elements and
 * attributes of a style file have.
 */
#include "render/latex_style.h"

#include <inttypes.h>
#include <stdbool.h>

#include "base/len.h"
#include "doc/doc.h"
#include "page/style.h"
#include "page/style_words.h"
#include "render/latex_escape.h"
#include "type/font.h"

/* A letter and a Han: the faces that have them have the others. */
#define LETTER 'a'
#define HAN 0x4E2D

/* ", key=10.5bp" after the first of a group; nothing for 0. */
static void write_len(GString *out, const char *key, len length)
{
    int64_t milli = len_to_milli(length);
    int64_t whole = ABS(milli) / 1000;
    int part = (int)(ABS(milli) % 1000);

    if (milli == 0) {
        return;
    }
    g_string_append_printf(out, "%s%s=%s%" PRId64,
        out->str[out->len - 1] == '{' ? "" : ",", key, milli < 0 ? "-" : "",
        whole);
    if (part > 0) {
        g_string_append_printf(out, ".%03d", part);
        while (out->str[out->len - 1] == '0') {
            g_string_truncate(out, out->len - 1);
        }
    }
    g_string_append(out, "bp");
}

static void write_rgb(GString *out, const char *before, struct page_color color)
{
    g_string_append_printf(
        out, "%s%02X%02X%02X", before, color.red, color.green, color.blue);
}

/* With blanks that stay beside Chinese marks. */
static void write_spaced(GString *out, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);

    for (int i = 0; words[i] != NULL; i++) {
        g_string_append(out, i > 0 ? "\\ " : "");
        latex_escape(out, words[i], LATEX_TEXT);
    }
}

/* ",number={-\ \thepage{}\ -}" of "- {} -". */
static void write_number(GString *out, const char *number)
{
    g_auto(GStrv) parts = g_strsplit(number, "{}", 2);

    g_string_append(out, ",number={");
    write_spaced(out, parts[0]);
    g_string_append(out, "\\thepage{}");
    write_spaced(out, parts[1]);
    g_string_append_c(out, '}');
}

static void write_page(GString *out, const struct style *style)
{
    const struct page_style *page = &style->page;

    g_string_append(out, "  page={");
    write_len(out, "width", page->width);
    write_len(out, "height", page->height);
    write_len(out, "left", page->left);
    write_len(out, "top", page->top);
    write_len(out, "measure", page->measure);
    write_len(out, "depth", page->depth);
    write_len(out, "head", page->head);
    g_string_append(out, page->head == 0 ? ",head=0bp" : "");
    write_len(out, "foot", page->foot);
    g_string_append(out, page->has_grid ? ",grid" : "");
    g_string_append(out, page->is_facing ? ",facing" : "");
    if (style->number != NULL) {
        write_number(out, style->number);
    }
    g_string_append(out, "},\n");
    if (!style->has_cover_page) {
        g_string_append(out, "  cover={place=head},\n");
    }
    g_string_append_printf(out, "  columns={count=%d", style->columns.count);
    write_len(out, "gap", style->columns.gap);
    g_string_append(out, "},\n");
}

static void write_pair(GString *out, const struct pair_style *pair)
{
    g_string_append(out, "  pair={");
    write_len(out, "first", pair->first);
    write_len(out, "gutter", pair->gutter);
    g_string_append(out, "},\n");
}

static void write_composition(GString *out, const struct style *style)
{
    const struct composition *composition = &style->composition;

    g_string_append_printf(out,
        "  composition={level=%s,punctuation=%s%s,spacing=%s%s},\n",
        style_levels[composition->level], style_marks[composition->marks],
        composition->is_tight ? ",adjacent=1em" : "",
        style_spacings[composition->spacing],
        composition->has_last_line ? ",last-line" : "");
    g_string_append_printf(
        out, "  emphasis={em=%s},\n", style_ems[style->emphasis.em]);
}

static void write_table(GString *out, const struct table_style *table)
{
    g_string_append(out, "  table={");
    write_len(out, "heavy", table->heavy);
    write_len(out, "light", table->light);
    write_len(out, "pad", table->pad);
    write_len(out, "gap", table->gap);
    g_string_append(out, "},\n");
}

static void write_colors(GString *out, const struct style *style)
{
    const struct color_style *colors = &style->colors;

    write_rgb(out, "  colors={text=", colors->text);
    write_rgb(out, ",accent=", colors->accent);
    write_rgb(out, ",quiet=", colors->quiet);
    write_rgb(out, ",rule=", colors->rule);
    write_rgb(out, ",grid=", colors->grid);
    write_rgb(out, ",tint=", colors->tint);
    write_rgb(out, ",link=", colors->link);
    g_string_append(out, "},\n  palette={");
    for (int i = 0; i < style->palette_count; i++) {
        write_rgb(out, i > 0 ? "," : "", style->palette[i]);
    }
    g_string_append(out, "},\n");
}

/* The four faces of a role that have the character. */
static void write_faces_for(GString *out, struct fonts *fonts, const char *lang,
    enum font_role role, gunichar character)
{
    for (int i = 0; i < 4; i++) {
        struct font_style style = {role, (i & 1) != 0, (i & 2) != 0};
        const struct font *font = fonts_choose(fonts, style, lang, character);

        g_string_append_printf(
            out, "%s%s", i > 0 ? "," : "", font != NULL ? font_name(font) : "");
    }
}

static bool is_used(const struct style *style, enum font_role role)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        if (style->text[i].font.role == role) {
            return true;
        }
    }
    return role == FONT_SERIF || role == FONT_SANS; /* TeX wants both */
}

static void write_faces(GString *out, const struct style *style,
    struct fonts *fonts, const char *lang)
{
    const char *separator = "  faces={\n    ";

    for (int i = 0; i < FONT_ROLE_COUNT; i++) {
        if (is_used(style, (enum font_role)i)) {
            g_string_append_printf(out, "%s%s={", separator, style_faces[i]);
            write_faces_for(out, fonts, lang, (enum font_role)i, LETTER);
            g_string_append_printf(out, "},\n    %s-cjk={", style_faces[i]);
            write_faces_for(out, fonts, lang, (enum font_role)i, HAN);
            g_string_append_c(out, '}');
            separator = ",\n    ";
        }
    }
    g_string_append(out, "},\n");
}

static const char *color_word(
    const struct color_style *colors, struct page_color color)
{
    static const char *const words[] = {
        "text", "accent", "quiet", "rule", "tint", "link"};
    const struct page_color values[] = {colors->text, colors->accent,
        colors->quiet, colors->rule, colors->tint, colors->link};
    size_t i = 0;

    while (i + 1 < G_N_ELEMENTS(words) &&
           (values[i].red != color.red || values[i].green != color.green ||
               values[i].blue != color.blue)) {
        i++;
    }
    return words[i];
}

static void write_role(GString *out, const struct style *style,
    enum style_name name, bool is_second)
{
    const struct text_style *text =
        is_second ? &style->second[name] : &style->text[name];
    /* Side by side both have the pitch of the first. */
    len line = name <= STYLE_LIST ? style->text[name].line : text->line;

    g_string_append_printf(out, "    %s%s={face=%s%s%s",
        is_second ? "second-" : "", style_texts[name],
        style_faces[text->font.role], text->font.is_bold ? ",bold" : "",
        text->font.is_italic ? ",italic" : "");
    write_len(out, "size", text->size);
    write_len(out, "track", text->track);
    write_len(out, "line", line);
    write_len(out, "before", text->before);
    write_len(out, "after", text->after);
    write_len(out, "indent", text->indent);
    write_len(out, "left", text->left);
    write_len(out, "right", text->right);
    g_string_append_printf(out, ",align=%s,color=%s}",
        style_aligns[text->align], color_word(&style->colors, text->color));
}

void latex_style_write(GString *out, const struct style *style,
    struct fonts *fonts, const struct document *document)
{
    g_string_append(out, "\\gongbaosetup{\n");
    write_page(out, style);
    write_pair(out, &style->pair);
    write_composition(out, style);
    write_table(out, &style->table);
    write_colors(out, style);
    write_faces(out, style, fonts, document->lang);
    for (int i = 0; i < STYLE_COUNT; i++) {
        g_string_append(out, i == 0 ? "  text={\n" : ",\n");
        write_role(out, style, (enum style_name)i, false);
    }
    for (int i = 0; document->translation != NULL && i < STYLE_COUNT; i++) {
        g_string_append(out, ",\n");
        write_role(out, style, (enum style_name)i, true);
    }
    g_string_append(out, "}}\n");
}
