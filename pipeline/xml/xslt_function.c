/*
 * The functions of a template: from the library's stack of values to strings
 * and nodes, and back.
 */
#include "xml/xslt_parts.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "base/i18n.h"

/* The string value is made when it is asked for: that of a node set may be
 * long and of no use. */
struct xslt_object {
    xmlXPathObject *object;
    xmlChar *text;
};

const char *xslt_text(const struct xslt_argument *argument)
{
    struct xslt_object *object = argument->object;

    if (object->text == NULL) {
        object->text = xmlXPathCastToString(object->object);
    }
    return (const char *)object->text;
}

static int by_document_order(const void *left, const void *right)
{
    return -xmlXPathCmpNodes(*(xmlNode *const *)left, *(xmlNode *const *)right);
}

static struct xslt_argument argument(struct xslt_object *own)
{
    struct xslt_argument argument = {own, NULL, 0};
    const xmlXPathObject *object = own->object;
    xmlNodeSet *set =
        object->type == XPATH_NODESET || object->type == XPATH_XSLT_TREE
            ? object->nodesetval
            : NULL;

    if (set != NULL && set->nodeNr > 0) {
        qsort(set->nodeTab, (size_t)set->nodeNr, sizeof *set->nodeTab,
            by_document_order);
        argument.nodes = set->nodeTab;
        argument.node_count = (size_t)set->nodeNr;
    }
    return argument;
}

static const struct xslt_entry *find_function(
    const struct xslt_engine *engine, const char *name)
{
    const struct xslt_entry *entry = engine->setup->functions;

    while (entry->name != NULL && strcmp(entry->name, name) != 0) {
        entry++;
    }
    return entry;
}

#define ARGUMENTS_MAX 8

static char *call_function(const struct xslt_engine *engine,
    const struct xslt_entry *entry, xmlXPathObject **objects, size_t count,
    const char **fault)
{
    struct xslt_argument arguments[ARGUMENTS_MAX];
    struct xslt_object owns[ARGUMENTS_MAX];
    char *result = NULL;

    if (count < entry->least || count > entry->most) {
        *fault = N_("it has too many or too few arguments");
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        owns[i] = (struct xslt_object){objects[i], NULL};
        arguments[i] = argument(&owns[i]);
    }
    result = entry->call(engine->setup->data, arguments, count, fault);
    for (size_t i = 0; i < count; i++) {
        xmlFree(owns[i].text);
    }
    return result;
}

static void on_function(xmlXPathParserContext *parser, int count)
{
    xsltTransformContextPtr context = xsltXPathGetTransformContext(parser);
    struct xslt_engine *engine = context->_private;
    const char *name = (const char *)parser->context->function;
    const struct xslt_entry *entry = find_function(engine, name);
    xmlXPathObject *objects[ARGUMENTS_MAX];
    const char *fault = NULL;
    char *result = NULL;

    if (count > ARGUMENTS_MAX) {
        xmlXPathSetArityError(parser);
        return;
    }
    for (int i = count - 1; i >= 0; i--) {
        objects[i] = valuePop(parser);
    }
    result = call_function(engine, entry, objects, (size_t)count, &fault);
    if (result == NULL) {
        diag_report(engine->diag, DIAG_TEMPLATE_FUNCTION,
            xslt_pos(engine, context->inst), name, _(fault));
    }
    for (int i = 0; i < count; i++) {
        xmlXPathFreeObject(objects[i]);
    }
    valuePush(parser,
        xmlXPathNewString((const xmlChar *)(result != NULL ? result : "")));
    g_free(result);
}

void xslt_register_functions(
    const struct xslt_engine *engine, xsltTransformContextPtr context)
{
    const xmlChar *uri = (const xmlChar *)TEMPLATE_NAMESPACE;

    for (const struct xslt_entry *entry = engine->setup->functions;
         entry->name != NULL; entry++) {
        g_assert(entry->most <= ARGUMENTS_MAX);
        xsltRegisterExtFunction(
            context, (const xmlChar *)entry->name, uri, on_function);
    }
}
