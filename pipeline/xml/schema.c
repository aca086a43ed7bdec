/*
 * libxml2's XML Schema validator.  Its messages name elements with their
 * namespace in braces, which only hides the name: the braces go.
 */
#include "xml/schema.h"

#include <string.h>

#include <glib.h>
#include <libxml/xmlschemas.h>

#include "base/diag.h"
#include "xml/xml.h"

struct validation {
    const struct xml_doc *doc;
    struct diag *diag;
};

/* The message on one line, without namespaces and final stop. */
static char *readable(const char *message)
{
    GString *text = g_string_new(NULL);
    const char *p = message;

    while (*p != '\0') {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;

        if (end != NULL) {
            p = end + 1;
        } else {
            g_string_append_c(text, *p == '\n' ? ' ' : *p);
            p++;
        }
    }
    g_strstrip(text->str);
    text->len = strlen(text->str);
    if (text->len > 0 && text->str[text->len - 1] == '.') {
        g_string_truncate(text, text->len - 1);
    }
    return g_string_free(text, FALSE);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *context, const xmlError *error)
#else
static void on_error(void *context, xmlError *error)
#endif
{
    struct validation *validation = context;
    g_autofree char *message = readable(error->message);

    diag_report(validation->diag, DIAG_SCHEMA,
        xml_pos(validation->doc, error->node), message);
}

static xmlSchema *load_schema(const char *path, struct diag *diag)
{
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(path);
    xmlSchema *schema = NULL;

    if (parser != NULL) {
        schema = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
    }
    if (schema == NULL) {
        diag_report(diag, DIAG_SCHEMA_FILE, DIAG_NOWHERE, path);
    }
    return schema;
}

bool schema_validate(
    const struct xml_doc *doc, const char *path, struct diag *diag)
{
    struct validation validation = {doc, diag};
    xmlSchema *schema = load_schema(path, diag);
    xmlSchemaValidCtxt *validator;
    bool valid = false;

    if (schema == NULL) {
        return false;
    }
    validator = xmlSchemaNewValidCtxt(schema);
    if (validator != NULL) {
        xmlSchemaSetValidStructuredErrors(validator, on_error, &validation);
        valid = xmlSchemaValidateDoc(validator, xml_tree(doc)) == 0;
        xmlSchemaFreeValidCtxt(validator);
    }
    xmlSchemaFree(schema);
    return valid;
}
