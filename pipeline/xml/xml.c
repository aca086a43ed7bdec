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
#include <libxml/parser.h>

#include "base/i18n.h"
#include "xml/parse.h"

void xml_open(void)
{
    LIBXML_TEST_VERSION
    xmlInitParser();
}

void xml_close(void)
{
    xmlCleanupParser();
}

/* Lines are counted from the beginning of a block at most. */
#define BLOCK ((size_t)1 << 12)

/* Moves a place ahead to an offset; leaves the column alone. */
static void advance(
    const struct xml_doc *doc, struct place *place, size_t offset)
{
    const char *end = doc->bytes + offset;

    for (const char *p = doc->bytes + place->offset;
         (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++) {
        place->line++;
        place->line_start = (size_t)(p - doc->bytes) + 1;
    }
    place->offset = offset;
}

static void mark_blocks(struct xml_doc *doc)
{
    struct place place = {.line = 1};

    doc->marks = g_array_sized_new(FALSE, FALSE, sizeof place,
        (guint)(doc->size / BLOCK) + 1);
    g_array_append_val(doc->marks, place);
    while (place.offset + BLOCK <= doc->size) {
        advance(doc, &place, place.offset + BLOCK);
        g_array_append_val(doc->marks, place);
    }
}

struct diag_pos xml_position(const struct xml_doc *doc, size_t offset)
{
    struct place *last = doc->last;
    struct place place =
        g_array_index(doc->marks, struct place, offset / BLOCK);
    size_t from;

    if (last->offset <= offset && last->offset >= place.offset) {
        place = *last;
    }
    advance(doc, &place, offset);
    from = place.line_start;
    place.col = 1;
    if (last->line_start == place.line_start && last->offset <= offset) {
        from = last->offset;
        place.col = last->col;
    }
    place.col += (int)g_utf8_strlen(doc->bytes + from, (gssize)(offset - from));
    *last = place;
    return (struct diag_pos){doc->path, place.line, place.col};
}

static size_t asked_most; /* 0: nothing */

void xml_limit_bytes(size_t most)
{
    asked_most = most;
}

/* False, reported: a file of size bytes is too large to be read. */
static bool check_size(
    const char *path, size_t size, size_t most, struct diag *diag)
{
    g_autofree char *have = g_strdup_printf("%zu", size);
    g_autofree char *limit = g_strdup_printf("%zu", most);

    if (size > most) {
        diag_report(diag, DIAG_XML_SIZE, DIAG_FILE(path), have, limit);
    }
    return size <= most;
}

/* A zero byte is no text, whatever the encoding. */
static bool check_bytes(
    const struct xml_doc *doc, size_t most, struct diag *diag)
{
    const char *end = NULL;

    if (!check_size(doc->path, doc->size, most, diag)) {
        return false;
    }
    if (!g_utf8_validate(doc->bytes, (gssize)doc->size, &end)) {
        struct diag_pos pos = xml_position(doc, (size_t)(end - doc->bytes));

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

/* Takes bytes over. */
static struct xml_doc *from_bytes(const char *name, char *bytes, size_t size,
    size_t most, struct diag *diag)
{
    struct xml_doc *doc = g_new0(struct xml_doc, 1);

    doc->path = name;
    doc->bytes = bytes;
    doc->size = size;
    doc->last = g_new0(struct place, 1);
    doc->last->line = doc->last->col = 1;
    mark_blocks(doc);
    if (!check_bytes(doc, most, diag)) {
        xml_free(doc);
        return NULL;
    }
    return doc;
}

/*
 * Appends all of a stream, or enough to see that it is above the limit.
 * False: errno says why.
 */
static bool read_all(FILE *stream, size_t most, GString *text)
{
    char buffer[1 << 16];
    size_t got;

    while (text->len <= most &&
           (got = fread(buffer, 1, sizeof buffer, stream)) > 0) {
        g_string_append_len(text, buffer, (gssize)got);
    }
    return ferror(stream) == 0;
}

static struct xml_doc *load_stream(
    const char *path, FILE *stream, size_t most, struct diag *diag)
{
    GString *text;
    struct stat info;
    size_t size = 0;
    char *bytes;

    /* A pipe has no size; a directory fails at reading. */
    if (fstat(fileno(stream), &info) == 0 && S_ISREG(info.st_mode)) {
        size = (size_t)info.st_size;
    }
    if (!check_size(path, size, most, diag)) {
        return NULL;
    }
    text = g_string_sized_new(size + 1);
    if (!read_all(stream, most, text)) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, g_strerror(errno));
        g_string_free(text, TRUE);
        return NULL;
    }
    size = text->len;
    bytes = g_string_free(text, FALSE);
    return from_bytes(path, bytes, size, most, diag);
}

struct xml_doc *xml_read_bytes(
    const char *path, size_t most, struct diag *diag)
{
    struct xml_doc *doc;
    FILE *stream;

    if (asked_most != 0) {
        most = MIN(most, asked_most);
    }
    if (strcmp(path, "-") == 0) {
        return load_stream("<stdin>", stdin, most, diag);
    }
    stream = fopen(path, "rb");
    if (stream == NULL) {
        diag_report(
            diag, DIAG_INPUT_READ, DIAG_NOWHERE, path, g_strerror(errno));
        return NULL;
    }
    doc = load_stream(path, stream, most, diag);
    fclose(stream);
    return doc;
}

/* Takes the document over, or NULL. */
static struct xml_doc *with_tree(struct xml_doc *doc, struct diag *diag)
{
    if (doc != NULL && !parse_document(doc, NULL, diag)) {
        xml_free(doc);
        return NULL;
    }
    return doc;
}

struct xml_doc *xml_load(const char *path, struct diag *diag)
{
    return with_tree(xml_read_bytes(path, XML_BYTES_MAX, diag), diag);
}

struct xml_doc *xml_parse(
    const char *name, const char *bytes, size_t size, struct diag *diag)
{
    return with_tree(from_bytes(name, g_strndup(bytes, size), size,
                         XML_BYTES_MAX, diag),
        diag);
}

void xml_free(struct xml_doc *doc)
{
    if (doc != NULL) {
        xmlFreeDoc(doc->tree);
        g_array_unref(doc->marks);
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
    return xml_position(doc, GPOINTER_TO_SIZE(node->_private) - 1);
}

const char *xml_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        if (a->ns == NULL && *a->name == (xmlChar)*name &&
            strcmp((const char *)a->name, name) == 0) {
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
