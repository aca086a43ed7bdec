/*
 * libxml2's push parser, fed in pieces.  Of the bytes only a window is kept,
 * from the last place that was asked for: line and column of the next one are
 * counted on from there, so that all places together cost one pass.
 */
#include "xml/stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "xml/fault.h"
#include "xml/xml.h"

#define PIECE ((size_t)1 << 16)
#define WINDOW_KEPT ((size_t)1 << 18)

struct stream {
    const char *path;
    const struct stream_handlers *handlers;
    void *context;
    struct diag *diag;
    xmlParserCtxt *parser;
    bool stopped; /* nothing more is reported */
    bool failed;  /* something was */
    bool begun;   /* the root element was seen */

    GString *window;
    size_t window_begin; /* offset in the file of its first byte */
    size_t place;        /* offset of the last place, in the window */
    int line;            /* of the place */
    int col;

    GString *values;     /* of an element's attributes, one after another */
    GArray *attributes;  /* of struct stream_attribute */
    GString *text;
};

/* ---- Places ---- */

static size_t parser_offset(const struct stream *stream)
{
    long consumed = xmlByteConsumed(stream->parser);
    size_t end = stream->window_begin + stream->window->len;

    return CLAMP(consumed > 0 ? (size_t)consumed : 0, stream->place, end);
}

/* Moves the place on to an offset. */
static struct diag_pos move_to(struct stream *stream, size_t offset)
{
    const char *p = stream->window->str + (stream->place - stream->window_begin);
    const char *end = stream->window->str + (offset - stream->window_begin);

    for (; p < end; p++) {
        if (*p == '\n') {
            stream->line++;
            stream->col = 1;
        } else if (((unsigned char)*p & 0xc0) != 0x80) {
            stream->col++;
        }
    }
    stream->place = offset;
    return (struct diag_pos){stream->path, stream->line, stream->col};
}

/* The parser stands behind a start tag; its "<" is the last one before. */
static struct diag_pos tag_pos(struct stream *stream)
{
    size_t offset = parser_offset(stream);

    while (offset > stream->place &&
           (offset == stream->window_begin + stream->window->len ||
               stream->window->str[offset - stream->window_begin] != '<')) {
        offset--;
    }
    return move_to(stream, offset);
}

/* ---- What the parser calls ---- */

static void stop(struct stream *stream)
{
    stream->stopped = stream->failed = true;
    xmlStopParser(stream->parser);
}

static const char *or_empty(const xmlChar *text)
{
    return text != NULL ? (const char *)text : "";
}

/* libxml2 gives five pointers an attribute: name, prefix, namespace, and
 * begin and end of the value, which no zero byte follows. */
static void keep_attributes(
    struct stream *stream, int count, const xmlChar **attributes)
{
    size_t room = 0;

    for (int i = 0; i < count; i++) {
        room += (size_t)(attributes[5 * i + 4] - attributes[5 * i + 3]) + 1;
    }
    /* So that it does not move while pointers into it are kept. */
    g_string_set_size(stream->values, room);
    g_string_truncate(stream->values, 0);
    g_array_set_size(stream->attributes, 0);
    for (int i = 0; i < count; i++) {
        const xmlChar **from = attributes + (ptrdiff_t)5 * i;
        struct stream_attribute attribute = {or_empty(from[0]),
            or_empty(from[2]), stream->values->str + stream->values->len};

        g_string_append_len(
            stream->values, (const char *)from[3], from[4] - from[3]);
        g_string_append_c(stream->values, '\0');
        g_array_append_val(stream->attributes, attribute);
    }
}

/* False, reported: only UTF-8 is read. */
static bool check_encoding(struct stream *stream, struct diag_pos pos)
{
    const xmlChar *encoding = stream->parser->encoding != NULL
                                  ? stream->parser->encoding
                                  : stream->parser->input->encoding;

    if (encoding == NULL ||
        g_ascii_strcasecmp((const char *)encoding, "UTF-8") == 0) {
        return true;
    }
    diag_report(stream->diag, DIAG_XML_ENCODING, pos);
    stop(stream);
    return false;
}

static void start_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count,
    const xmlChar **attributes)
{
    xmlParserCtxt *parser = context;
    struct stream *stream = parser->_private;
    struct stream_element element = {(const char *)name, or_empty(uri), NULL,
        (size_t)attribute_count, {NULL, 0, 0}};

    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted_count;
    if (stream->stopped) {
        return;
    }
    element.pos = tag_pos(stream);
    if (!stream->begun && !check_encoding(stream, element.pos)) {
        return;
    }
    stream->begun = true;
    if (parser->nameNr >= XML_NESTING_MAX) {
        g_autofree char *limit = g_strdup_printf("%d", XML_NESTING_MAX);

        diag_report(stream->diag, DIAG_XML_DEPTH, element.pos, limit);
        stop(stream);
        return;
    }
    keep_attributes(stream, attribute_count, attributes);
    element.attributes =
        (const struct stream_attribute *)(void *)stream->attributes->data;
    g_string_truncate(stream->text, 0);
    stream->handlers->start(stream->context, &element);
}

static void end_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri)
{
    struct stream *stream = ((xmlParserCtxt *)context)->_private;

    (void)prefix;
    (void)uri;
    if (!stream->stopped) {
        xml_fold(stream->text->str);
        stream->handlers->end(
            stream->context, (const char *)name, stream->text->str);
        g_string_truncate(stream->text, 0);
    }
}

static void characters(void *context, const xmlChar *text, int length)
{
    struct stream *stream = ((xmlParserCtxt *)context)->_private;

    g_string_append_len(stream->text, (const char *)text, length);
}

static void internal_subset(void *context, const xmlChar *name,
    const xmlChar *external_id, const xmlChar *system_id)
{
    struct stream *stream = ((xmlParserCtxt *)context)->_private;

    (void)name;
    (void)external_id;
    (void)system_id;
    if (!stream->stopped) {
        diag_report(stream->diag, DIAG_XML_DOCTYPE, tag_pos(stream));
        stop(stream);
    }
}

/* What follows the first fatal error is its consequence. */
static void on_error(void *context, fault_error *error)
{
    struct stream *stream = ((xmlParserCtxt *)context)->_private;

    if (stream->stopped || error->level == XML_ERR_WARNING) {
        return;
    }
    stream->stopped = error->level == XML_ERR_FATAL;
    stream->failed = true;
    fault_report(error, move_to(stream, parser_offset(stream)), stream->diag);
}

/* ---- Pieces of the file ---- */

/* Forgets what stands before the last place. */
static void drop_read(struct stream *stream)
{
    size_t read = stream->place - stream->window_begin;

    if (read > WINDOW_KEPT) {
        g_string_erase(stream->window, 0, (gssize)read);
        stream->window_begin = stream->place;
    }
}

static void feed(struct stream *stream, const char *bytes, size_t size)
{
    drop_read(stream);
    g_string_append_len(stream->window, bytes, (gssize)size);
    xmlParseChunk(stream->parser, bytes, (int)size, 0);
}

static void open_parser(struct stream *stream)
{
    static xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = characters,
        .cdataBlock = characters,
        .ignorableWhitespace = characters,
        .internalSubset = internal_subset,
        .serror = on_error,
    };

    stream->parser =
        xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, stream->path);
    if (stream->parser == NULL) {
        g_error("libxml2: out of memory");
    }
    stream->parser->_private = stream;
    xmlCtxtUseOptions(stream->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
}

static bool read_file(struct stream *stream, FILE *file)
{
    char bytes[PIECE];
    size_t size;

    open_parser(stream);
    while (!stream->stopped &&
           (size = fread(bytes, 1, sizeof bytes, file)) > 0) {
        feed(stream, bytes, size);
    }
    if (ferror(file) != 0) {
        diag_report(stream->diag, DIAG_INPUT_READ, DIAG_NOWHERE, stream->path,
            g_strerror(errno));
        stream->failed = true;
    } else if (!stream->stopped) {
        xmlParseChunk(stream->parser, bytes, 0, 1);
    }
    xmlFreeParserCtxt(stream->parser);
    return !stream->failed;
}

bool stream_read(const char *path, const struct stream_handlers *handlers,
    void *context, struct diag *diag)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct stream stream = {.path = is_stdin ? "<stdin>" : path,
        .handlers = handlers,
        .context = context,
        .diag = diag,
        .line = 1,
        .col = 1};
    FILE *file = is_stdin ? stdin : fopen(path, "rb");
    bool done;

    if (file == NULL) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, g_strerror(errno));
        return false;
    }
    stream.window = g_string_new(NULL);
    stream.values = g_string_new(NULL);
    stream.text = g_string_new(NULL);
    stream.attributes =
        g_array_new(FALSE, FALSE, sizeof(struct stream_attribute));
    done = read_file(&stream, file);
    g_string_free(stream.window, TRUE);
    g_string_free(stream.values, TRUE);
    g_string_free(stream.text, TRUE);
    g_array_unref(stream.attributes);
    if (!is_stdin) {
        fclose(file);
    }
    return done;
}

/* ---- Elements ---- */

const char *stream_attribute(
    const struct stream_element *element, const char *name)
{
    for (size_t i = 0; i < element->count; i++) {
        if (element->attributes[i].uri[0] == '\0' &&
            strcmp(element->attributes[i].name, name) == 0) {
            return element->attributes[i].value;
        }
    }
    return NULL;
}

const char *stream_lang(const struct stream_element *element)
{
    for (size_t i = 0; i < element->count; i++) {
        if (strcmp(element->attributes[i].name, "lang") == 0 &&
            strcmp(element->attributes[i].uri,
                (const char *)XML_XML_NAMESPACE) == 0) {
            return element->attributes[i].value;
        }
    }
    return NULL;
}
