/*
 * A parse that is watched by the schema and by whoever takes the parts.
 */
#include "xml/stream.h"

#include "base/diag.h"
#include "xml/parse.h"
#include "xml/redact.h"
#include "xml/schema_run.h"
#include "xml/xml.h"

struct stream {
    const struct xml_parts *parts;
    struct xml_doc *doc;
    struct schema_run *run; /* or NULL */
    struct diag *diag;
    struct diag_mark mark; /* before the faults that the schema finds */
    xmlNode *taken;        /* was handed over, and is to go */
    int depth;             /* of the element that is open */
    bool failed;
};

/* The parser still needed it when it ended: it goes with what is before it. */
static void drop_taken(struct stream *stream)
{
    xmlNode *node = stream->taken;

    while (node != NULL) {
        xmlNode *before = node->prev;

        xmlUnlinkNode(node);
        xmlFreeNode(node);
        node = before != NULL && before->type != XML_ELEMENT_NODE ? before
                                                                  : NULL;
    }
    stream->taken = NULL;
}

static void on_start(
    void *data, const xmlParserCtxt *parser, const struct parse_tag *tag)
{
    struct stream *stream = data;

    stream->depth++;
    drop_taken(stream);
    if (stream->run != NULL) {
        schema_run_start(stream->run, parser, tag);
    }
}

static void on_text(void *data, const char *text, size_t size, bool is_cdata)
{
    struct stream *stream = data;

    if (stream->run != NULL) {
        schema_run_text(stream->run, text, size, is_cdata);
    }
}

static bool is_part(const struct stream *stream, const xmlNode *node)
{
    const char *const *name = stream->parts->names;

    if (stream->depth != stream->parts->depth || name == NULL) {
        return stream->depth == stream->parts->depth;
    }
    while (*name != NULL && !xml_is(node, *name)) {
        name++;
    }
    return *name != NULL;
}

static void on_end(void *data, const xmlParserCtxt *parser)
{
    struct stream *stream = data;

    if (stream->run != NULL) {
        schema_run_end(stream->run, parser);
    }
    drop_taken(stream);
    if (is_part(stream, parser->node)) {
        if (!stream->failed &&
            (stream->run == NULL || schema_run_is_valid(stream->run))) {
            stream->parts->take(
                stream->parts->data, stream->doc, parser->node);
        }
        stream->taken = parser->node;
    }
    stream->depth--;
}

/* A document that is not well-formed has no other faults. */
static void on_fault(void *data)
{
    struct stream *stream = data;

    stream->failed = true;
    diag_rewind(stream->diag, &stream->mark);
    if (stream->run != NULL) {
        schema_run_mute(stream->run);
    }
}

/* False: reported. */
static bool parse(struct xml_doc *doc, const struct schema *schema,
    const struct xml_parts *parts, struct diag *diag)
{
    struct stream stream = {.parts = parts,
        .doc = doc,
        .run = schema != NULL ? schema_run_new(schema, doc, diag) : NULL,
        .diag = diag,
        .mark = diag_mark(diag),
        .depth = -1};
    const struct parse_watch watch = {
        on_start, on_text, on_end, on_fault, &stream};
    bool is_good = parse_document(doc, &watch, diag);

    if (is_good) {
        drop_taken(&stream);
    }
    if (stream.run != NULL) {
        is_good = is_good && schema_run_is_valid(stream.run);
        schema_run_free(stream.run);
    }
    return is_good;
}

struct xml_doc *xml_stream(const char *path, const struct schema *schema,
    const struct xml_parts *parts, struct diag *diag)
{
    struct xml_doc *doc = xml_read_bytes(path, XML_STREAM_BYTES_MAX, diag);

    if (doc != NULL) {
        redact_conceal(doc->path, doc->bytes, doc->size, diag);
    }
    if (doc != NULL && !parse(doc, schema, parts, diag)) {
        xml_free(doc);
        return NULL;
    }
    return doc;
}
