/*
 * libxml2's parser behind a narrow door, with a line and column for each
 * element.  The library's tree has no columns and its lines point at the end
 * of a start tag: the offset of the "<" is kept in each node's _private field
 * instead, and turned into line and column when somebody asks.
 */
#include "xml/xml.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <sys/stat.h>

#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/i18n.h"
#include "xml/fault.h"

/* A place that was asked for: the next one is often behind it. */
struct place {
    size_t line; /* offset where its line begins */
    size_t offset;
    int col;
};

struct xml_doc {
    const char *path;
    char *bytes;
    size_t size;
    xmlDoc *tree;
    GArray *lines;      /* offset of the first byte of each line */
    struct place *last; /* so that one long line is not counted again */
};

/* What the callbacks of one parse see. */
struct parse {
    struct xml_doc *doc;
    struct diag *diag;
    bool stopped; /* nothing more is reported */
    bool failed;  /* something was */
};

void xml_open(void)
{
    LIBXML_TEST_VERSION
    xmlInitParser();
}

void xml_close(void)
{
    xmlCleanupParser();
}

static void index_lines(struct xml_doc *doc)
{
    size_t offset = 0;

    doc->lines = g_array_new(FALSE, FALSE, sizeof offset);
    g_array_append_val(doc->lines, offset);
    for (const char *p = doc->bytes;
         (p = memchr(p, '\n', doc->size - (size_t)(p - doc->bytes))) != NULL;
         p++) {
        offset = (size_t)(p - doc->bytes) + 1;
        g_array_append_val(doc->lines, offset);
    }
}

/* The column of an offset, in characters, of the line beginning at line. */
static int column(const struct xml_doc *doc, size_t line, size_t offset)
{
    struct place *last = doc->last;
    const char *from = doc->bytes + line;
    int col = 1;

    if (last->line == line && last->offset <= offset) {
        from = doc->bytes + last->offset;
        col = last->col;
    }
    col += (int)g_utf8_strlen(from, doc->bytes + offset - from);
    *last = (struct place){line, offset, col};
    return col;
}

static struct diag_pos position(const struct xml_doc *doc, size_t offset)
{
    guint low = 0;
    guint high = doc->lines->len;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(doc->lines, size_t, middle) <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (struct diag_pos){doc->path, (int)low + 1,
        column(doc, g_array_index(doc->lines, size_t, low), offset)};
}

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

static void start_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count,
    const xmlChar **attributes)
{
    xmlParserCtxt *parser = context;
    struct parse *parse = parser->_private;
    size_t offset;

    xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count,
        namespaces, attribute_count, defaulted_count, attributes);
    if (parser->node == NULL) {
        return;
    }
    offset = tag_offset(parser, parse->doc);
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): an offset, no pointer */
    parser->node->_private = GSIZE_TO_POINTER(offset + 1);
    if (parser->nameNr >= XML_NESTING_MAX && !parse->stopped) {
        g_autofree char *limit = g_strdup_printf("%d", XML_NESTING_MAX);

        parse->stopped = parse->failed = true;
        diag_report(
            parse->diag, DIAG_XML_DEPTH, position(parse->doc, offset), limit);
        xmlStopParser(parser);
    }
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
        parse->stopped = parse->failed = true;
        diag_report(parse->diag, DIAG_XML_DOCTYPE,
            position(parse->doc, tag_offset(parser, parse->doc)));
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
    parse->stopped = error->level == XML_ERR_FATAL;
    parse->failed = true;
    fault_report(error, position(parse->doc, parser_offset(parser, parse->doc)),
        parse->diag);
}

/* False, reported: a file of size bytes is too large to be read. */
static bool check_size(const char *path, size_t size, struct diag *diag)
{
    g_autofree char *have = g_strdup_printf("%zu", size);
    g_autofree char *limit = g_strdup_printf("%zu", XML_BYTES_MAX);

    if (size > XML_BYTES_MAX) {
        diag_report(diag, DIAG_XML_SIZE, DIAG_FILE(path), have, limit);
    }
    return size <= XML_BYTES_MAX;
}

/* A zero byte is no text, whatever the encoding. */
static bool check_bytes(const struct xml_doc *doc, struct diag *diag)
{
    const char *end = NULL;

    if (!check_size(doc->path, doc->size, diag)) {
        return false;
    }
    if (!g_utf8_validate(doc->bytes, (gssize)doc->size, &end)) {
        struct diag_pos pos = position(doc, (size_t)(end - doc->bytes));

        if (*end == '\0' && end < doc->bytes + doc->size) {
            diag_report(diag, DIAG_XML_SYNTAX, pos,
                _("a control character is not allowed"));
        } else {
            diag_report(diag, DIAG_XML_ENCODING, pos);
        }
        return false;
    }
    return true;
}

static bool is_utf8_name(const xmlChar *encoding)
{
    return encoding == NULL ||
           g_ascii_strcasecmp((const char *)encoding, "UTF-8") == 0;
}

static bool build_tree(struct xml_doc *doc, struct diag *diag)
{
    xmlParserCtxt *parser = xmlNewParserCtxt();
    struct parse parse = {doc, diag, false, false};
    bool done;

    if (parser == NULL) {
        g_error("libxml2: out of memory");
    }
    parser->_private = &parse;
    parser->sax->startElementNs = start_element;
    parser->sax->internalSubset = internal_subset;
    parser->sax->serror = on_error;
    doc->tree = xmlCtxtReadMemory(parser, doc->bytes, (int)doc->size, doc->path,
        NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    done = doc->tree != NULL && parser->wellFormed && !parse.failed;
    if (done && !is_utf8_name(doc->tree->encoding)) {
        diag_report(diag, DIAG_XML_ENCODING, position(doc, 0));
        done = false;
    } else if (!done && !parse.failed) {
        diag_report(diag, DIAG_XML_SYNTAX, DIAG_FILE(doc->path),
            _("the file is not well-formed XML"));
    }
    xmlFreeParserCtxt(parser);
    return done;
}

/* Takes bytes over. */
static struct xml_doc *from_bytes(
    const char *name, char *bytes, size_t size, struct diag *diag)
{
    struct xml_doc *doc = g_new0(struct xml_doc, 1);

    doc->path = name;
    doc->bytes = bytes;
    doc->size = size;
    doc->last = g_new0(struct place, 1);
    doc->last->col = 1;
    index_lines(doc);
    if (!check_bytes(doc, diag) || !build_tree(doc, diag)) {
        xml_free(doc);
        return NULL;
    }
    return doc;
}

/*
 * Appends all of a stream, or enough to see that it is above the limit.
 * False: errno says why.
 */
static bool read_all(FILE *stream, GString *text)
{
    char buffer[1 << 16];
    size_t got;

    while (text->len <= XML_BYTES_MAX &&
           (got = fread(buffer, 1, sizeof buffer, stream)) > 0) {
        g_string_append_len(text, buffer, (gssize)got);
    }
    return ferror(stream) == 0;
}

static struct xml_doc *load_stream(
    const char *path, FILE *stream, struct diag *diag)
{
    GString *text;
    struct stat info;
    size_t size = 0;
    char *bytes;

    /* A pipe has no size; a directory fails at reading. */
    if (fstat(fileno(stream), &info) == 0 && S_ISREG(info.st_mode)) {
        size = (size_t)info.st_size;
    }
    if (!check_size(path, size, diag)) {
        return NULL;
    }
    text = g_string_sized_new(size + 1);
    if (!read_all(stream, text)) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, g_strerror(errno));
        g_string_free(text, TRUE);
        return NULL;
    }
    size = text->len;
    bytes = g_string_free(text, FALSE);
    return from_bytes(path, bytes, size, diag);
}

struct xml_doc *xml_load(const char *path, struct diag *diag)
{
    struct xml_doc *doc;
    FILE *stream;

    if (strcmp(path, "-") == 0) {
        return load_stream("<stdin>", stdin, diag);
    }
    stream = fopen(path, "rb");
    if (stream == NULL) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, g_strerror(errno));
        return NULL;
    }
    doc = load_stream(path, stream, diag);
    fclose(stream);
    return doc;
}

struct xml_doc *xml_parse(
    const char *name, const char *bytes, size_t size, struct diag *diag)
{
    return from_bytes(name, g_strndup(bytes, size), size, diag);
}

void xml_free(struct xml_doc *doc)
{
    if (doc != NULL) {
        xmlFreeDoc(doc->tree);
        g_array_unref(doc->lines);
        g_free(doc->last);
        g_free(doc->bytes);
        g_free(doc);
    }
}

xmlDoc *xml_tree(const struct xml_doc *doc)
{
    return doc->tree;
}

const char *xml_path(const struct xml_doc *doc)
{
    return doc->path;
}

const char *xml_bytes(const struct xml_doc *doc, size_t *size)
{
    *size = doc->size;
    return doc->bytes;
}

struct diag_pos xml_pos(const struct xml_doc *doc, const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE) {
        node = node->parent;
    }
    if (node == NULL || node->_private == NULL) {
        return DIAG_FILE(doc->path);
    }
    return position(doc, GPOINTER_TO_SIZE(node->_private) - 1);
}

const char *xml_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        if (a->ns == NULL && strcmp((const char *)a->name, name) == 0) {
            return a->children != NULL ? (const char *)a->children->content
                                       : "";
        }
    }
    return NULL;
}

const char *xml_lang(const xmlNode *node)
{
    for (; node != NULL && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
        for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
            if (a->ns != NULL && xmlStrEqual(a->ns->href, XML_XML_NAMESPACE) &&
                strcmp((const char *)a->name, "lang") == 0 &&
                a->children != NULL) {
                return (const char *)a->children->content;
            }
        }
    }
    return NULL;
}

static xmlNode *element_from(xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE) {
        node = node->next;
    }
    return node;
}

xmlNode *xml_first_child(const xmlNode *node)
{
    return element_from(node->children);
}

xmlNode *xml_next(const xmlNode *node)
{
    return element_from(node->next);
}

bool xml_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE &&
           strcmp((const char *)node->name, name) == 0;
}

void xml_fold(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        if (strchr(" \t\r\n", *from) == NULL) {
            *to++ = *from;
        } else if (to > text && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to > text && to[-1] == ' ') {
        to--;
    }
    *to = '\0';
}

char *xml_text(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    char *text = g_strdup((const char *)content);

    xmlFree(content);
    xml_fold(text);
    return text;
}
