/*
 * Properties in the order of their namespaces.  Text can be anything that a
 * document or the name of a file holds: it is escaped, and what XML 1.0 has no
 * character for becomes U+FFFD.
 */
#include "render/pdf_xmp.h"

#include <string.h>

#include "base/version.h"
#include "doc/doc.h"
#include "render/pdf_file.h"
#include "render/pdf_info.h"
#include "render/pdf_record.h"

#define REPLACEMENT 0xFFFD
#define DIGEST_SIZE 32 /* SHA-256 */
#define UUID_SIZE 16
#define UAID_NAMESPACE "http://www.aiim.org/pdfua/ns/id/"

static const struct {
    const char *prefix;
    const char *uri;
} namespaces[] = {
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"pdf", "http://ns.adobe.com/pdf/1.3/"},
    {"xmp", "http://ns.adobe.com/xap/1.0/"},
    {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
    {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
    {"pdfuaid", UAID_NAMESPACE},
    {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
    {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
    {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
    {"gongbao", PDF_RECORD_NAMESPACE},
};

/* XML 1.0, 2.2: the production Char. */
static bool is_xml(gunichar c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF
                     : c == '\t' || c == '\n' || c == '\r';
}

static void append_character(GString *out, gunichar c)
{
    switch (c) {
    case '&':
        g_string_append(out, "&amp;");
        break;
    case '<':
        g_string_append(out, "&lt;");
        break;
    case '>':
        g_string_append(out, "&gt;");
        break;
    case '\r':
        g_string_append(out, "&#13;"); /* else read as a line feed */
        break;
    default:
        g_string_append_unichar(out, is_xml(c) ? c : REPLACEMENT);
        break;
    }
}

static void append_text(GString *out, const char *text)
{
    g_autofree char *utf8 = g_utf8_make_valid(text, -1);

    for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char(p)) {
        append_character(out, g_utf8_get_char(p));
    }
}

static void append_element(
    GString *out, const char *prefix, const char *name, const char *value)
{
    g_string_append_printf(out, "<%s:%s>", prefix, name);
    append_text(out, value);
    g_string_append_printf(out, "</%s:%s>\n", prefix, name);
}

static bool is_stated(const char *value)
{
    return value != NULL && *value != '\0';
}

/* Nothing where there is no value. */
static void append_property(
    GString *out, const char *prefix, const char *name, const char *value)
{
    if (is_stated(value)) {
        append_element(out, prefix, name, value);
    }
}

/* --- dc --- */

/* An array: "Bag", "Seq". */
static void begin_array(GString *out, const char *name, const char *type)
{
    g_string_append_printf(out, "<dc:%s><rdf:%s>\n", name, type);
}

static void end_array(GString *out, const char *name, const char *type)
{
    g_string_append_printf(out, "</rdf:%s></dc:%s>\n", type, name);
}

static void append_alternative(GString *out, const char *lang, const char *text)
{
    g_string_append_printf(out, "<rdf:li xml:lang=\"%s\">", lang);
    append_text(out, text);
    g_string_append(out, "</rdf:li>\n");
}

/* In the report's language, which is that of who asks for none, and in its
 * second one where there is any. */
static void append_alternatives(GString *out, const char *name,
    const struct document *document, const char *text, const char *second)
{
    if (!is_stated(text)) {
        return;
    }
    begin_array(out, name, "Alt");
    append_alternative(out, "x-default", text);
    append_alternative(out, pdf_info_lang(document->lang), text);
    if (document->translation != NULL && is_stated(second)) {
        append_alternative(out, pdf_info_lang(document->translation), second);
    }
    end_array(out, name, "Alt");
}

static void append_item(
    GString *out, const char *name, const char *type, const char *text)
{
    if (is_stated(text)) {
        begin_array(out, name, type);
        append_element(out, "rdf", "li", text);
        end_array(out, name, type);
    }
}

static bool parts_keywords(gunichar c)
{
    return c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B || c == 0x3001;
}

/* The keywords one by one; pdf:Keywords has them as they stand. */
static void append_subjects(GString *out, const char *keywords)
{
    g_autoptr(GString) word = g_string_new(NULL);

    if (!is_stated(keywords)) {
        return;
    }
    begin_array(out, "subject", "Bag");
    for (const char *p = keywords;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c != '\0' && !parts_keywords(c)) {
            g_string_append_unichar(word, c);
            continue;
        }
        g_strstrip(word->str);
        append_property(out, "rdf", "li", word->str);
        g_string_truncate(word, 0);
        if (c == '\0') {
            break;
        }
    }
    end_array(out, "subject", "Bag");
}

static void append_languages(GString *out, const struct document *document)
{
    begin_array(out, "language", "Bag");
    append_element(out, "rdf", "li", pdf_info_lang(document->lang));
    if (document->translation != NULL) {
        append_element(out, "rdf", "li", pdf_info_lang(document->translation));
    }
    end_array(out, "language", "Bag");
}

static void append_dublin_core(GString *out, const struct pdf_facts *facts)
{
    const struct document *document = facts->document;

    append_element(out, "dc", "format", "application/pdf");
    append_alternatives(
        out, "title", document, document->title, document->second_title);
    append_item(out, "creator", "Seq", document->author);
    append_alternatives(out, "description", document, document->subject, NULL);
    append_subjects(out, document->keywords);
    append_languages(out, document);
    append_item(out, "date", "Seq", facts->date);
}

/* --- the extension schemas: ISO 19005-3, 6.6.2.3 --- */

static void append_declaration(
    GString *out, const char *name, const char *type, const char *description)
{
    g_string_append(out, "<rdf:li rdf:parseType=\"Resource\">\n");
    append_element(out, "pdfaProperty", "name", name);
    append_element(out, "pdfaProperty", "valueType", type);
    append_element(out, "pdfaProperty", "category", "internal");
    append_element(out, "pdfaProperty", "description", description);
    g_string_append(out, "</rdf:li>\n");
}

static void begin_schema(
    GString *out, const char *schema, const char *namespace, const char *prefix)
{
    g_string_append(out, "<rdf:li rdf:parseType=\"Resource\">\n");
    append_element(out, "pdfaSchema", "schema", schema);
    append_element(out, "pdfaSchema", "namespaceURI", namespace);
    append_element(out, "pdfaSchema", "prefix", prefix);
    g_string_append(out, "<pdfaSchema:property><rdf:Seq>\n");
}

static void end_schema(GString *out)
{
    g_string_append(out, "</rdf:Seq></pdfaSchema:property>\n"
                         "</rdf:li>\n");
}

static bool is_recorded(const struct pdf_record *record)
{
    for (size_t i = 0; record != NULL && i < record->count; i++) {
        if (record->properties[i].value != NULL) {
            return true;
        }
    }
    return false;
}

static void append_schemas(GString *out, const struct pdf_record *record)
{
    g_string_append(out, "<pdfaExtension:schemas><rdf:Bag>\n");
    begin_schema(out, "PDF/UA identification", UAID_NAMESPACE, "pdfuaid");
    append_declaration(
        out, "part", "Integer", "Part of ISO 14289 that the file conforms to");
    end_schema(out);
    if (is_recorded(record)) {
        begin_schema(out, "gongbao report", PDF_RECORD_NAMESPACE, "gongbao");
        for (size_t i = 0; i < record->count; i++) {
            if (record->properties[i].value != NULL) {
                append_declaration(out, record->properties[i].name, "Text",
                    record->properties[i].description);
            }
        }
        end_schema(out);
    }
    g_string_append(out, "</rdf:Bag></pdfaExtension:schemas>\n");
}

static void append_record(GString *out, const struct pdf_record *record)
{
    for (size_t i = 0; record != NULL && i < record->count; i++) {
        if (record->properties[i].value != NULL) {
            append_element(out, "gongbao", record->properties[i].name,
                record->properties[i].value);
        }
    }
}

/* --- the whole --- */

/* All but the identifiers, which are made of it. */
static GString *properties(const struct pdf_facts *facts)
{
    GString *out = g_string_new(NULL);

    append_element(out, "pdfaid", "part", "3");
    append_element(out, "pdfaid", "conformance", "A");
    append_element(out, "pdfuaid", "part", "1");
    append_dublin_core(out, facts);
    append_property(out, "pdf", "Keywords", facts->document->keywords);
    append_element(out, "pdf", "Producer", PDF_INFO_PRODUCER);
    append_element(out, "xmp", "CreatorTool", PDF_INFO_CREATOR);
    append_property(out, "xmp", "CreateDate", facts->date);
    append_property(out, "xmp", "ModifyDate", facts->date);
    append_property(out, "xmp", "MetadataDate", facts->date);
    append_record(out, facts->record);
    append_schemas(out, facts->record);
    return out;
}

/* "urn:uuid:..." of version 8 (RFC 9562, 5.8), from a SHA-256 of the text. */
static char *identifier(const GString *text)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    GString *uuid = g_string_new("urn:uuid:");
    guint8 digest[DIGEST_SIZE];
    gsize size = sizeof digest;

    g_checksum_update(checksum, (const guchar *)text->str, (gssize)text->len);
    g_checksum_get_digest(checksum, digest, &size);
    digest[6] = (guint8)((digest[6] & 0x0F) | 0x80); /* version */
    digest[8] = (guint8)((digest[8] & 0x3F) | 0x80); /* variant */
    for (int i = 0; i < UUID_SIZE; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            g_string_append_c(uuid, '-');
        }
        g_string_append_printf(uuid, "%02x", digest[i]);
    }
    return g_string_free(uuid, FALSE);
}

static void append_identifiers(GString *out, const char *id)
{
    append_element(out, "dc", "identifier", id);
    append_element(out, "xmpMM", "DocumentID", id);
    append_element(out, "xmpMM", "InstanceID", id);
}

/* ISO 16684-1, 7.3: the mark of byte order says that this is UTF-8.  "r": not
 * to be changed in place, so that no room is kept for it. */
static void begin_packet(GString *out)
{
    g_string_append(out,
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\"");
    for (size_t i = 0; i < G_N_ELEMENTS(namespaces); i++) {
        g_string_append_printf(
            out, "\n xmlns:%s=\"%s\"", namespaces[i].prefix, namespaces[i].uri);
    }
    g_string_append(out, ">\n");
}

GString *pdf_xmp_packet(const struct pdf_facts *facts)
{
    GString *stated = properties(facts);
    g_autofree char *id = identifier(stated);
    GString *out = g_string_new(NULL);

    begin_packet(out);
    g_string_append_len(out, stated->str, (gssize)stated->len);
    append_identifiers(out, id);
    g_string_append(out, "</rdf:Description>\n"
                         "</rdf:RDF>\n"
                         "</x:xmpmeta>\n"
                         "<?xpacket end=\"r\"?>\n");
    g_string_free(stated, TRUE);
    return out;
}

struct pdf_object *pdf_xmp_write(
    const struct pdf_facts *facts, struct pdf_file *file)
{
    GString *packet = pdf_xmp_packet(facts);
    struct pdf_object *object = pdf_stream_new_plain(file,
        g_string_new("/Type /Metadata\n/Subtype /XML\n"), packet->str,
        packet->len);

    g_string_free(packet, TRUE);
    return object;
}
