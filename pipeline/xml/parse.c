/*
 * Builds a tree by libxml2's own handlers, and beside it keeps where each
 * element begins, watches the limits, and lets others see what comes.
 */
#include "xml/parse.h"

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "base/i18n.h"
#include "xml/fault.h"
#include "xml/xml.h"

/* What the callbacks of one parse see. */
struct parse {
    struct xml_doc *doc;
    const struct parse_watch *watch; /* or NULL */
    GString *text; /* what the watch has not seen of a text node yet */
    struct diag *diag;
    size_t fed;   /* bytes that the parser has been given */
    bool stopped; /* nothing more is reported */
    bool failed;  /* something was */
};

/* How far the parser has come. */
static size_t parser_offset(xmlParserCtxt *parser, const struct xml_doc *doc)
{
    long consumed = xmlByteConsumed(parser);

    return consumed > 0 ? MIN((size_t)consumed, doc->size) : 0;
}

/* The parser stands behind a start tag; its "<" is the last one before. */
static size_t tag_offset(xmlParserCtxt *parser, const struct xml_doc *doc)
{
    size_t offset = parser_offset(parser, doc);

    while (offset > 0 && doc->bytes[offset] != '<') {
        offset--;
    }
    return offset;
}

/* Before anything is reported. */
static void fail(struct parse *parse)
{
    if (!parse->failed && parse->watch != NULL) {
        parse->watch->fault(parse->watch->data);
    }
    parse->failed = true;
}

/* ---- What the watch sees ---- */

/* A text node ends where another node begins or its parent ends. */
static void end_text(struct parse *parse)
{
    if (parse->text != NULL && parse->text->len > 0) {
        parse->watch->text(
            parse->watch->data, parse->text->str, parse->text->len, false);
        g_string_truncate(parse->text, 0);
    }
}

static void on_text(void *context, const xmlChar *text, int size)
{
    const xmlParserCtxt *parser = context;
    const struct parse *parse = parser->_private;

    xmlSAX2Characters(context, text, size);
    g_string_append_len(parse->text, (const char *)text, size);
}

static void on_cdata(void *context, const xmlChar *text, int size)
{
    const xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;

    end_text(parse);
    xmlSAX2CDataBlock(context, text, size);
    parse->watch->text(
        parse->watch->data, (const char *)text, (size_t)size, true);
}

static void on_comment(void *context, const xmlChar *text)
{
    const xmlParserCtxt *parser = context;

    end_text(parser->_private);
    xmlSAX2Comment(context, text);
}

static void on_instruction(
    void *context, const xmlChar *target, const xmlChar *text)
{
    const xmlParserCtxt *parser = context;

    end_text(parser->_private);
    xmlSAX2ProcessingInstruction(context, target, text);
}

static void end_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri)
{
    const xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;

    end_text(parse);
    if (parser->node != NULL) {
        parse->watch->end(parse->watch->data, parser);
    }
    xmlSAX2EndElementNs(context, name, prefix, uri);
}

/* ---- Elements ---- */

static void check_depth(xmlParserCtxt *parser, size_t offset)
{
    struct parse *parse = parser->_private;

    if (parser->nameNr >= XML_NESTING_MAX && !parse->stopped) {
        g_autofree char *limit = g_strdup_printf("%d", XML_NESTING_MAX);

        fail(parse);
        parse->stopped = true;
        diag_report(parse->diag, DIAG_XML_DEPTH,
            xml_position(parse->doc, offset), limit);
        xmlStopParser(parser);
    }
}

static void start_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count,
    const xmlChar **attributes)
{
    xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;
    const struct parse_tag tag = {name, prefix, uri, namespace_count,
        namespaces, attribute_count, attributes};
    size_t offset;

    end_text(parse);
    xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count,
        namespaces, attribute_count, defaulted_count, attributes);
    if (parser->node == NULL) {
        return;
    }
    offset = tag_offset(parser, parse->doc);
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): an offset, no pointer */
    parser->node->_private = GSIZE_TO_POINTER(offset + 1);
    parse->doc->tree = parser->myDoc;
    if (parse->watch != NULL) {
        parse->watch->start(parse->watch->data, parser, &tag);
    }
    check_depth(parser, offset);
}

static void internal_subset(void *context, const xmlChar *name,
    const xmlChar *external_id, const xmlChar *system_id)
{
    xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;

    (void)name;
    (void)external_id;
    (void)system_id;
    if (!parse->stopped) {
        fail(parse);
        parse->stopped = true;
        diag_report(parse->diag, DIAG_XML_DOCTYPE,
            xml_position(parse->doc, tag_offset(parser, parse->doc)));
    }
    xmlStopParser(parser);
}

/* What follows the first fatal error is its consequence. */
static void on_error(void *context, fault_error *error)
{
    xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;

    if (parse->stopped || error->level == XML_ERR_WARNING) {
        return;
    }
    fail(parse);
    parse->stopped = error->level == XML_ERR_FATAL;
    fault_report(error,
        xml_position(parse->doc, parser_offset(parser, parse->doc)),
        parse->diag);
}

static bool is_utf8_name(const xmlChar *encoding)
{
    return encoding == NULL ||
           g_ascii_strcasecmp((const char *)encoding, "UTF-8") == 0;
}

/* The parser's own copy of all bytes would be as large again. */
static int feed(void *context, char *buffer, int size)
{
    struct parse *parse = context;
    size_t count = MIN((size_t)size, parse->doc->size - parse->fed);

    memcpy(buffer, parse->doc->bytes + parse->fed, count);
    parse->fed += count;
    return (int)count;
}

static void set_handlers(xmlParserCtxt *parser, const struct parse *parse)
{
    parser->sax->startElementNs = start_element;
    parser->sax->internalSubset = internal_subset;
    parser->sax->serror = on_error;
    if (parse->watch != NULL) {
        parser->sax->endElementNs = end_element;
        parser->sax->characters = on_text;
        parser->sax->ignorableWhitespace = on_text;
        parser->sax->cdataBlock = on_cdata;
        parser->sax->comment = on_comment;
        parser->sax->processingInstruction = on_instruction;
    }
}

bool parse_document(
    struct xml_doc *doc, const struct parse_watch *watch, struct diag *diag)
{
    xmlParserCtxt *parser = xmlNewParserCtxt();
    struct parse parse = {.doc = doc, .watch = watch, .diag = diag};
    bool done;

    if (parser == NULL) {
        g_error("libxml2: out of memory");
    }
    parse.text = watch != NULL ? g_string_new(NULL) : NULL;
    parser->_private = &parse;
    set_handlers(parser, &parse);
    doc->tree = xmlCtxtReadIO(parser, feed, NULL, &parse, doc->path, NULL,
        XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    done = doc->tree != NULL && parser->wellFormed && !parse.failed;
    if (done && !is_utf8_name(doc->tree->encoding)) {
        fail(&parse);
        diag_report(diag, DIAG_XML_ENCODING, xml_position(doc, 0));
        done = false;
    } else if (!done && !parse.failed) {
        fail(&parse);
        diag_report(diag, DIAG_XML_SYNTAX, DIAG_FILE(doc->path),
            _("the file is not well-formed XML"));
    }
    if (parse.text != NULL) {
        g_string_free(parse.text, TRUE);
    }
    xmlFreeParserCtxt(parser);
    return done;
}
