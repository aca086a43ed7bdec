/*
 * libxml2's push parser, fed in pieces.  Of the bytes only a window is kept,
 * from the last place that was asked for: line and column of the next one are
 * counted on from there, so that all places together cost one pass.
 */
#include "xml/events.h"

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

struct events {
    const char *path;
    const struct events_handlers *handlers;
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
    GArray *attributes;  /* of struct events_attribute */
    GString *text;
};

/* ---- Places ---- */

static size_t parser_offset(const struct events *events)
{
    long consumed = xmlByteConsumed(events->parser);
    size_t end = events->window_begin + events->window->len;

    return CLAMP(consumed > 0 ? (size_t)consumed : 0, events->place, end);
}

/* Moves the place on to an offset. */
static struct diag_pos move_to(struct events *events, size_t offset)
{
    const char *p =
        events->window->str + (events->place - events->window_begin);
    const char *end = events->window->str + (offset - events->window_begin);

    for (; p < end; p++) {
        if (*p == '\n') {
            events->line++;
            events->col = 1;
        } else if (((unsigned char)*p & 0xc0) != 0x80) {
            events->col++;
        }
    }
    events->place = offset;
    return (struct diag_pos){events->path, events->line, events->col};
}

/* The parser stands behind a start tag; its "<" is the last one before. */
static struct diag_pos tag_pos(struct events *events)
{
    size_t offset = parser_offset(events);

    while (offset > events->place &&
           (offset == events->window_begin + events->window->len ||
               events->window->str[offset - events->window_begin] != '<')) {
        offset--;
    }
    return move_to(events, offset);
}

/* ---- What the parser calls ---- */

static void stop(struct events *events)
{
    events->stopped = events->failed = true;
    xmlStopParser(events->parser);
}

static const char *or_empty(const xmlChar *text)
{
    return text != NULL ? (const char *)text : "";
}

/* libxml2 gives five pointers an attribute: name, prefix, namespace, and
 * begin and end of the value, which no zero byte follows. */
static void keep_attributes(
    struct events *events, int count, const xmlChar **attributes)
{
    size_t room = 0;

    for (int i = 0; i < count; i++) {
        room += (size_t)(attributes[5 * i + 4] - attributes[5 * i + 3]) + 1;
    }
    /* So that it does not move while pointers into it are kept. */
    g_string_set_size(events->values, room);
    g_string_truncate(events->values, 0);
    g_array_set_size(events->attributes, 0);
    for (int i = 0; i < count; i++) {
        const xmlChar **from = attributes + (ptrdiff_t)5 * i;
        struct events_attribute attribute = {or_empty(from[0]),
            or_empty(from[2]), events->values->str + events->values->len};

        g_string_append_len(
            events->values, (const char *)from[3], from[4] - from[3]);
        g_string_append_c(events->values, '\0');
        g_array_append_val(events->attributes, attribute);
    }
}

/* False, reported: only UTF-8 is read. */
static bool check_encoding(struct events *events, struct diag_pos pos)
{
    const xmlChar *encoding = events->parser->encoding != NULL
                                  ? events->parser->encoding
                                  : events->parser->input->encoding;

    if (encoding == NULL ||
        g_ascii_strcasecmp((const char *)encoding, "UTF-8") == 0) {
        return true;
    }
    diag_report(events->diag, DIAG_XML_ENCODING, pos);
    stop(events);
    return false;
}

static void start_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count,
    const xmlChar **attributes)
{
    xmlParserCtxt *parser = context;
    struct events *events = parser->_private;
    struct events_element element = {(const char *)name, or_empty(uri), NULL,
        (size_t)attribute_count, {NULL, 0, 0}};

    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted_count;
    if (events->stopped) {
        return;
    }
    element.pos = tag_pos(events);
    if (!events->begun && !check_encoding(events, element.pos)) {
        return;
    }
    events->begun = true;
    if (parser->nameNr >= XML_NESTING_MAX) {
        g_autofree char *limit = g_strdup_printf("%d", XML_NESTING_MAX);

        diag_report(events->diag, DIAG_XML_DEPTH, element.pos, limit);
        stop(events);
        return;
    }
    keep_attributes(events, attribute_count, attributes);
    element.attributes =
        (const struct events_attribute *)(void *)events->attributes->data;
    g_string_truncate(events->text, 0);
    events->handlers->start(events->context, &element);
}

static void end_element(void *context, const xmlChar *name,
    const xmlChar *prefix, const xmlChar *uri)
{
    struct events *events = ((xmlParserCtxt *)context)->_private;

    (void)prefix;
    (void)uri;
    if (!events->stopped) {
        xml_fold(events->text->str);
        events->handlers->end(
            events->context, (const char *)name, events->text->str);
        g_string_truncate(events->text, 0);
    }
}

static void characters(void *context, const xmlChar *text, int length)
{
    struct events *events = ((xmlParserCtxt *)context)->_private;

    g_string_append_len(events->text, (const char *)text, length);
}

static void internal_subset(void *context, const xmlChar *name,
    const xmlChar *external_id, const xmlChar *system_id)
{
    struct events *events = ((xmlParserCtxt *)context)->_private;

    (void)name;
    (void)external_id;
    (void)system_id;
    if (!events->stopped) {
        diag_report(events->diag, DIAG_XML_DOCTYPE, tag_pos(events));
        stop(events);
    }
}

/* What follows the first fatal error is its consequence. */
static void on_error(void *context, fault_error *error)
{
    struct events *events = ((xmlParserCtxt *)context)->_private;

    if (events->stopped || error->level == XML_ERR_WARNING) {
        return;
    }
    events->stopped = error->level == XML_ERR_FATAL;
    events->failed = true;
    fault_report(error, move_to(events, parser_offset(events)), events->diag);
}

/* ---- Pieces of the file ---- */

/* Forgets what stands before the last place. */
static void drop_read(struct events *events)
{
    size_t read = events->place - events->window_begin;

    if (read > WINDOW_KEPT) {
        g_string_erase(events->window, 0, (gssize)read);
        events->window_begin = events->place;
    }
}

static void feed(struct events *events, const char *bytes, size_t size)
{
    drop_read(events);
    g_string_append_len(events->window, bytes, (gssize)size);
    xmlParseChunk(events->parser, bytes, (int)size, 0);
}

static void open_parser(struct events *events)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = characters,
        .cdataBlock = characters,
        .ignorableWhitespace = characters,
        .internalSubset = internal_subset,
        .serror = on_error,
    };

    events->parser =
        xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, events->path);
    if (events->parser == NULL) {
        g_error("libxml2: out of memory");
    }
    events->parser->_private = events;
    xmlCtxtUseOptions(events->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
}

static bool read_file(struct events *events, FILE *file)
{
    char bytes[PIECE];
    size_t size;

    open_parser(events);
    while (!events->stopped &&
           (size = fread(bytes, 1, sizeof bytes, file)) > 0) {
        feed(events, bytes, size);
    }
    if (ferror(file) != 0) {
        diag_report(events->diag, DIAG_INPUT_READ, DIAG_NOWHERE, events->path,
            g_strerror(errno));
        events->failed = true;
    } else if (!events->stopped) {
        xmlParseChunk(events->parser, bytes, 0, 1);
    }
    xmlFreeParserCtxt(events->parser);
    return !events->failed;
}

bool events_read(const char *path, const struct events_handlers *handlers,
    void *context, struct diag *diag)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct events events = {.path = is_stdin ? "<stdin>" : path,
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
    events.window = g_string_new(NULL);
    events.values = g_string_new(NULL);
    events.text = g_string_new(NULL);
    events.attributes =
        g_array_new(FALSE, FALSE, sizeof(struct events_attribute));
    done = read_file(&events, file);
    g_string_free(events.window, TRUE);
    g_string_free(events.values, TRUE);
    g_string_free(events.text, TRUE);
    g_array_unref(events.attributes);
    if (!is_stdin) {
        fclose(file);
    }
    return done;
}

/* ---- Elements ---- */

const char *events_attribute(
    const struct events_element *element, const char *name)
{
    for (size_t i = 0; i < element->count; i++) {
        if (element->attributes[i].uri[0] == '\0' &&
            strcmp(element->attributes[i].name, name) == 0) {
            return element->attributes[i].value;
        }
    }
    return NULL;
}

const char *events_lang(const struct events_element *element)
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
