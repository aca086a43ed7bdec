/*
 * Elements through libxml2's writer, which escapes and indents.  It fails only
 * for want of memory, which ends the program.
 */
#include "model/markup.h"

static void must(int written)
{
    if (written < 0) {
        g_error("out of memory while writing XML");
    }
}

static const xmlChar *chars(const char *text)
{
    return (const xmlChar *)text;
}

static int append(void *bytes, const char *more, int size)
{
    g_string_append_len(bytes, more, size);
    return size;
}

void markup_begin(struct markup *out)
{
    xmlOutputBuffer *output = NULL;

    out->bytes = g_string_new(NULL);
    output = xmlOutputBufferCreateIO(append, NULL, out->bytes, NULL);
    out->writer = output == NULL ? NULL : xmlNewTextWriter(output);
    if (out->writer == NULL) {
        g_error("out of memory while writing XML");
    }
    must(xmlTextWriterSetIndent(out->writer, 1));
    must(xmlTextWriterSetIndentString(out->writer, chars("  ")));
    must(xmlTextWriterStartDocument(out->writer, NULL, "UTF-8", NULL));
}

GString *markup_end(struct markup *out)
{
    must(xmlTextWriterEndDocument(out->writer));
    xmlFreeTextWriter(out->writer);
    return g_steal_pointer(&out->bytes);
}

gsize markup_size(const struct markup *out)
{
    must(xmlTextWriterFlush(out->writer));
    return out->bytes->len;
}

void markup_open(struct markup *out, const char *name)
{
    must(xmlTextWriterStartElement(out->writer, chars(name)));
}

void markup_close(struct markup *out)
{
    must(xmlTextWriterEndElement(out->writer));
}

void markup_attribute(struct markup *out, const char *name, const char *value)
{
    if (value != NULL && *value != '\0') {
        must(xmlTextWriterWriteAttribute(
            out->writer, chars(name), chars(value)));
    }
}

void markup_attribute_int(struct markup *out, const char *name, int value)
{
    g_autofree char *text = g_strdup_printf("%d", value);

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
        must(xmlTextWriterWriteString(out->writer, chars(text->text)));
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
    must(xmlTextWriterWriteAttribute(
        out->writer, chars("token"), chars(cite->token)));
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
