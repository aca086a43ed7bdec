/*
 * A schema is compiled once, though many documents are checked by it; what it
 * was read from, imports included, is looked at again each time.
 */
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "base/diag.h"
#include "base/files.h"
#include "xml/schema.h"
#include "xml/schema_parts.h"

/* Of struct schema by path; NULL: none yet. */
static GHashTable *kept;

/* While a schema is read: the library's own loader, and what it loads. */
static struct {
    xmlExternalEntityLoader load;
    struct files_seen *seen;
} loading;

static xmlParserInput *load_noted(
    const char *path, const char *id, xmlParserCtxt *parser)
{
    if (path != NULL) {
        files_seen_add(loading.seen, path);
    }
    return loading.load(path, id, parser);
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

static struct schema *read_schema(const char *path)
{
    struct schema *schema = g_new0(struct schema, 1);
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *context = xmlStructuredErrorContext;

    schema->path = g_strdup(path);
    schema->seen = files_seen_new();
    schema->users = 1;
    loading.load = xmlGetExternalEntityLoader();
    loading.seen = schema->seen;
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    xmlSetExternalEntityLoader(load_noted);
    schema->rules = compile(path);
    xmlSetExternalEntityLoader(loading.load);
    xmlSetStructuredErrorFunc(context, handler);
    return schema;
}

static void let_go(gpointer schema)
{
    schema_close(schema);
}

struct schema *schema_open(const char *path, struct diag *diag)
{
    struct schema *schema;

    if (kept == NULL) {
        kept = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, let_go);
    }
    schema = g_hash_table_lookup(kept, path);
    if (schema == NULL || !files_seen_hold(schema->seen)) {
        schema = read_schema(path);
        if (schema->rules == NULL) {
            diag_report(diag, DIAG_SCHEMA_FILE, DIAG_NOWHERE, path);
            schema_close(schema);
            return NULL;
        }
        g_hash_table_replace(kept, schema->path, schema);
    }
    schema->users++;
    return schema;
}

void schema_close(struct schema *schema)
{
    if (schema == NULL || --schema->users > 0) {
        return;
    }
    xmlSchemaFree(schema->rules);
    files_seen_free(schema->seen);
    g_free(schema->path);
    g_free(schema);
}

void schema_forget(void)
{
    g_clear_pointer(&kept, g_hash_table_unref);
}
