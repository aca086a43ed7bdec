/*
 * The library's validator takes its place among the handlers of a parser, in
 * front of others.  Here it is plugged into nothing and called by hand, so that
 * an element is known to be valid before it is used.
 */
#include "xml/schema_run.h"

#include <glib.h>
#include <libxml/xmlschemas.h>

#include "base/diag.h"
#include "xml/schema_parts.h"

struct schema_run {
    struct validation validation;
    xmlSchemaValidCtxt *validator;
    xmlSchemaSAXPlugStruct *plug;
    xmlSAXHandler *handlers; /* of the validator */
    void *context;           /* of these */
    const char *path;
};

struct schema_run *schema_run_new(const struct schema *schema,
    const struct xml_doc *doc, struct diag *diag)
{
    struct schema_run *run = g_new0(struct schema_run, 1);

    run->validation = (struct validation){
        .doc = doc, .rules = schema->rules, .diag = diag};
    run->path = schema->path;
    run->validator = xmlSchemaNewValidCtxt(schema->rules);
    if (run->validator != NULL) {
        xmlSchemaSetValidStructuredErrors(
            run->validator, schema_fault, &run->validation);
        run->plug =
            xmlSchemaSAXPlug(run->validator, &run->handlers, &run->context);
    }
    if (run->plug == NULL) {
        g_error("libxml2: out of memory");
    }
    return run;
}

void schema_run_free(struct schema_run *run)
{
    if (run != NULL) {
        xmlSchemaSAXUnplug(run->plug);
        xmlSchemaFreeValidCtxt(run->validator);
        g_free(run);
    }
}

/* The validator itself can fail, without a word. */
static void check_validator(struct schema_run *run)
{
    struct validation *validation = &run->validation;

    if (!validation->has_fault && xmlSchemaIsValid(run->validator) != 1) {
        validation->has_fault = true;
        if (validation->diag != NULL) {
            diag_report(
                validation->diag, DIAG_SCHEMA_FILE, DIAG_NOWHERE, run->path);
        }
    }
}

void schema_run_start(struct schema_run *run, const xmlParserCtxt *parser,
    const struct parse_tag *tag)
{
    run->validation.current = parser->node;
    run->validation.is_begun = true;
    run->handlers->startElementNs(run->context, tag->name, tag->prefix,
        tag->uri, tag->namespace_count, tag->namespaces, tag->attribute_count,
        0, tag->attributes);
    run->validation.is_begun = false;
    check_validator(run);
}

void schema_run_text(
    struct schema_run *run, const char *text, size_t size, bool is_cdata)
{
    const xmlChar *chars = (const xmlChar *)text;

    if (is_cdata) {
        run->handlers->cdataBlock(run->context, chars, (int)size);
    } else {
        run->handlers->characters(run->context, chars, (int)size);
    }
    check_validator(run);
}

void schema_run_end(struct schema_run *run, const xmlParserCtxt *parser)
{
    run->validation.current = parser->node;
    run->handlers->endElementNs(run->context, parser->node->name, NULL,
        parser->node->ns != NULL ? parser->node->ns->href : NULL);
    check_validator(run);
}

bool schema_run_is_valid(const struct schema_run *run)
{
    return !run->validation.has_fault;
}

void schema_run_mute(struct schema_run *run)
{
    run->validation.diag = NULL;
}
