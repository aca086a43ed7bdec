/*
 * Elements indented by two, as libxml2's writer has them, without its copies.
 */
#include "model/markup.h"

#include <string.h>

#include "base/out.h"

#define PASSED_ON ((gsize)1 << 16) /* bytes that are worth it */

void markup_begin(struct markup *markup)
{
    markup->bytes =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    markup->names = g_ptr_array_new();
    markup->out = NULL;
    markup->is_in_tag = false;
    markup->has_text = false;
}

void markup_begin_out(struct markup *markup, struct out *out)
{
    markup_begin(markup);
    markup->out = out;
}

static void pass_on(struct markup *markup)
{
    out_append(markup->out, markup->bytes->str, markup->bytes->len);
    g_string_truncate(markup->bytes, 0);
}

GString *markup_end(struct markup *markup)
{
    while (markup->names->len > 0) {
        markup_close(markup);
    }
    g_ptr_array_unref(markup->names);
    return g_steal_pointer(&markup->bytes);
}

void markup_end_out(struct markup *markup)
{
    GString *rest = NULL;

    pass_on(markup);
    rest = markup_end(markup);
    out_append(markup->out, rest->str, rest->len);
    g_string_free(rest, TRUE);
}

static void end_tag(struct markup *markup, const char *with)
{
    if (markup->is_in_tag) {
        g_string_append(markup->bytes, with);
        markup->is_in_tag = false;
    }
}

static void indent(struct markup *markup)
{
    for (guint i = 0; i < markup->names->len; i++) {
        g_string_append_len(markup->bytes, "  ", 2);
    }
}

gsize markup_size(const struct markup *markup)
{
    return markup->bytes->len;
}

void markup_open(struct markup *markup, const char *name)
{
    end_tag(markup, ">\n");
    indent(markup);
    g_string_append_c(markup->bytes, '<');
    g_string_append(markup->bytes, name);
    g_ptr_array_add(markup->names, (gpointer)g_intern_string(name));
    markup->is_in_tag = true;
}

void markup_close(struct markup *markup)
{
    const char *name = g_ptr_array_steal_index(
        markup->names, markup->names->len - 1);

    if (markup->is_in_tag) {
        end_tag(markup, "/>\n");
    } else {
        if (!markup->has_text) {
            indent(markup);
        }
        g_string_append(markup->bytes, "</");
        g_string_append(markup->bytes, name);
        g_string_append(markup->bytes, ">\n");
    }
    markup->has_text = false;
    if (markup->out != NULL && markup->bytes->len > PASSED_ON) {
        pass_on(markup);
    }
}

static const char *escape_of(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

/* Text with the characters of special escaped. */
static void append_escaped(
    GString *bytes, const char *text, const char *special)
{
    for (size_t size; *text != '\0'; text += size + 1) {
        size = strcspn(text, special);
        g_string_append_len(bytes, text, (gssize)size);
        if (text[size] == '\0') {
            break;
        }
        g_string_append(bytes, escape_of(text[size]));
    }
}

void markup_text(struct markup *markup, const char *text)
{
    end_tag(markup, ">");
    append_escaped(markup->bytes, text, "<>&\"\r");
    markup->has_text = true;
}

/* An empty value too. */
static void append_attribute(
    struct markup *markup, const char *name, const char *value)
{
    g_string_append_c(markup->bytes, ' ');
    g_string_append(markup->bytes, name);
    g_string_append_len(markup->bytes, "=\"", 2);
    append_escaped(markup->bytes, value, "<>&\"\t\n\r");
    g_string_append_c(markup->bytes, '"');
}

void markup_attribute(
    struct markup *markup, const char *name, const char *value)
{
    if (value != NULL && *value != '\0') {
        append_attribute(markup, name, value);
    }
}

void markup_attribute_int(struct markup *out, const char *name, int value)
{
    char text[16];

    g_snprintf(text, sizeof text, "%d", value);
    markup_attribute(out, name, text);
}

void markup_attribute_number(
    struct markup *out, const char *name, const number *value)
{
    if (value != NULL) {
        g_autofree char *text = number_text(value);

        markup_attribute(out, name, text);
    }
}

void markup_texts(
    struct markup *out, const char *name, const struct dataset_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        const struct dataset_text *text = &texts->items[i];

        markup_open(out, name);
        markup_attribute(out, "xml:lang", text->lang);
        markup_attribute(out, "one", text->one);
        markup_text(out, text->text);
        markup_close(out);
    }
}

void markup_notes(struct markup *out, const struct dataset_notes *notes)
{
    for (size_t i = 0; i < notes->count; i++) {
        markup_open(out, "note");
        markup_attribute(out, "kind", dataset_note_name(notes->items[i].kind));
        markup_texts(out, "text", &notes->items[i].texts);
        markup_close(out);
    }
}

static void write_cite(struct markup *out, const struct dataset_cite *cite)
{
    markup_attribute(out, "source", cite->source_id);
    markup_attribute(out, "lines", cite->lines_text);
    /* An empty one is a fault of the dataset, which is not hidden. */
    append_attribute(out, "token", cite->token);
}

void markup_coverage(
    struct markup *out, const struct dataset_unused *unused, size_t count)
{
    if (count == 0) {
        return;
    }
    markup_open(out, "coverage");
    for (size_t i = 0; i < count; i++) {
        markup_open(out, "unused");
        write_cite(out, &unused[i].cite);
        markup_attribute(out, "why", dataset_why_name(unused[i].why));
        markup_close(out);
    }
    markup_close(out);
}

void markup_cites(struct markup *out, const struct dataset_cites *cites)
{
    for (size_t i = 0; i < cites->count; i++) {
        markup_open(out, "cite");
        write_cite(out, &cites->items[i]);
        markup_close(out);
    }
}

void markup_source(struct markup *out, const struct dataset_source *source)
{
    markup_open(out, "source");
    markup_attribute(out, "id", source->id);
    markup_attribute(out, "file", source->file);
    markup_attribute(out, "published", source->published.text);
    markup_texts(out, "title", &source->titles);
    markup_texts(out, "publisher", &source->publishers);
    markup_notes(out, &source->notes);
    markup_close(out);
}

void markup_unit(struct markup *out, const struct dataset_unit *unit)
{
    markup_open(out, "unit");
    markup_attribute(out, "id", unit->id);
    markup_attribute(out, "measures", dataset_measure_name(unit->measures));
    markup_texts(out, "label", &unit->labels);
    markup_close(out);
}

void markup_universe(
    struct markup *out, const struct dataset_universe *universe)
{
    if (universe == NULL) {
        return;
    }
    markup_open(out, "universe");
    markup_texts(out, "list", &universe->lists);
    markup_texts(out, "scope", &universe->scopes);
    markup_close(out);
}

void markup_parts_of(
    struct markup *out, const struct dataset_indicator *indicator)
{
    for (size_t i = 0; i < indicator->part_of_count; i++) {
        const struct dataset_part_of *part = &indicator->parts_of[i];

        markup_open(out, "partOf");
        markup_attribute(out, "indicator", part->indicator_id);
        markup_attribute(out, "group", part->group);
        markup_attribute(out, "exhaustive", part->is_exhaustive ? "yes" : "no");
        markup_close(out);
    }
}

void markup_base(struct markup *out, const struct dataset_base *base)
{
    if (base == NULL) {
        return;
    }
    markup_open(out, "base");
    markup_attribute(out, "period", base->period.text);
    markup_attribute(out, "value", base->value_text);
    markup_cites(out, &base->cites);
    markup_close(out);
}

void markup_ratio(struct markup *out, const struct dataset_ratio *ratio)
{
    if (ratio == NULL) {
        return;
    }
    markup_open(out, "ratio");
    markup_attribute(out, "of", ratio->of_id);
    markup_attribute(out, "to", ratio->to_id);
    markup_attribute(out, "group", ratio->group);
    if (ratio->has_exhaustive) {
        markup_attribute(
            out, "exhaustive", ratio->is_exhaustive ? "yes" : "no");
    }
    markup_close(out);
}
