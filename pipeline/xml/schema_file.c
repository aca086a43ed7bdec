/*
 * A schema is compiled once, though many documents are checked by it.
 */
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "base/diag.h"
#include "base/kept.h"
#include "xml/schema.h"
#include "xml/schema_parts.h"

/* The library's own, while a schema is read. */
static xmlExternalEntityLoader load;

/* Also what the schema imports. */
static xmlParserInput *load_noted(
    const char *path, const char *id, xmlParserCtxt *parser)
{
    if (path != NULL) {
        kept_note(path);
    }
    return load(path, id, parser);
}

/* A schema of ours that cannot be read is reported once, by its name. */
static void ignore_error(void *context, fault_error *error)
{
    (void)context;
    (void)error;
}

/* NULL: it cannot be read. */
static xmlSchema *compile(const char *path)
{
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(path);
    xmlSchema *rules = NULL;

    if (parser != NULL) {
        xmlSchemaSetParserStructuredErrors(parser, ignore_error, NULL);
        rules = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
    }
    return rules;
}

static xmlSchema *read_rules(const char *path)
{
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *context = xmlStructuredErrorContext;
    xmlSchema *rules;

    load = xmlGetExternalEntityLoader();
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    xmlSetExternalEntityLoader(load_noted);
    rules = compile(path);
    xmlSetExternalEntityLoader(load);
    xmlSetStructuredErrorFunc(context, handler);
    return rules;
}

struct schema *schema_open(const char *path, struct diag *diag)
{
    struct schema *schema = kept_take("schema", path);
    xmlSchema *rules;

    if (schema != NULL) {
        return schema;
    }
    rules = read_rules(path);
    if (rules == NULL) {
        diag_report(diag, DIAG_SCHEMA_FILE, DIAG_NOWHERE, path);
        return NULL;
    }
    schema = g_new0(struct schema, 1);
    schema->path = g_strdup(path);
    schema->rules = rules;
    return schema;
}

static void schema_free(void *data)
{
    struct schema *schema = data;

    xmlSchemaFree(schema->rules);
    g_free(schema->path);
    g_free(schema);
}

void schema_close(struct schema *schema)
{
    if (schema != NULL) {
        kept_give("schema", schema->path, schema, schema_free);
    }
}
