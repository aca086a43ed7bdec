/*
 * The element t:msg: the translation of its t:text, with each {hole} replaced
 * by what the t:hole of that name makes.  Where the message counts something,
 * n is the count and t:plural the English text for any but one.
 *
 * A figure must not get lost in translation: the English text and each
 * translation use every t:hole but those with optional="yes", or the run
 * fails.
 */
#include "xml/xslt_parts.h"

#include <string.h>

#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include "base/i18n.h"
#include "xml/marks.h"
#include "xml/xml.h"

struct hole {
    char *name;
    xmlXPathCompExprPtr select; /* NULL: its content */
    xmlNode *content;
    bool is_optional; /* a language may do without it */
};

/* A t:msg that was met; parsed once. */
struct message {
    char *context; /* NULL: none */
    char *text;
    char *plural;          /* NULL: none */
    xmlXPathCompExprPtr n; /* with plural */
    GArray *holes;         /* of struct hole */
    xmlNs **namespaces;    /* in scope */
    int namespace_count;
    GHashTable *checked; /* translations known to have the same holes */
    bool is_good;
};

static void hole_clear(void *data)
{
    struct hole *hole = data;

    g_free(hole->name);
    xmlXPathFreeCompExpr(hole->select);
}

void xslt_message_free(void *data)
{
    struct message *message = data;

    g_free(message->context);
    g_free(message->text);
    g_free(message->plural);
    xmlXPathFreeCompExpr(message->n);
    g_array_unref(message->holes);
    xmlFree(message->namespaces);
    g_hash_table_unref(message->checked);
    g_free(message);
}

static bool is_part(const xmlNode *node, const char *name)
{
    return xml_is(node, name) && node->ns != NULL &&
           strcmp((const char *)node->ns->href, TEMPLATE_NAMESPACE) == 0;
}

static const struct hole *find_hole(
    const struct message *message, const char *name, size_t size)
{
    for (guint i = 0; i < message->holes->len; i++) {
        const struct hole *hole =
            &g_array_index(message->holes, struct hole, i);

        if (strlen(hole->name) == size &&
            strncmp(hole->name, name, size) == 0) {
            return hole;
        }
    }
    return NULL;
}

/*
 * The next hole at or after text: its name, and what follows in *after.  NULL:
 * there is none.
 */
static const char *next_hole(const char *text, const char **end)
{
    const char *open = strchr(text, '{');

    *end = open != NULL ? strchr(open, '}') : NULL;
    return *end != NULL ? open + 1 : NULL;
}

static bool has_hole(const char *text, const char *name, size_t size)
{
    const char *end = NULL;
    const char *hole = next_hole(text, &end);

    while (hole != NULL) {
        if ((size_t)(end - hole) == size && strncmp(hole, name, size) == 0) {
            return true;
        }
        hole = next_hole(end, &end);
    }
    return false;
}

/* True if text has each hole that it must have, and none that is not given. */
static bool check_holes(const struct message *message, const char *text)
{
    const char *end = NULL;
    const char *name = next_hole(text, &end);

    while (name != NULL) {
        if (find_hole(message, name, (size_t)(end - name)) == NULL) {
            return false;
        }
        name = next_hole(end, &end);
    }
    for (guint i = 0; i < message->holes->len; i++) {
        const struct hole *hole =
            &g_array_index(message->holes, struct hole, i);

        if (!hole->is_optional &&
            !has_hole(text, hole->name, strlen(hole->name))) {
            return false;
        }
    }
    return true;
}

/* ---- Reading a message ---- */

static xmlXPathCompExprPtr compile(xsltTransformContextPtr context,
    const xmlNode *node, const char *attribute, bool *is_good)
{
    const char *expression = xml_attribute(node, attribute);
    xmlXPathCompExprPtr compiled;

    if (expression == NULL) {
        return NULL;
    }
    compiled = xsltXPathCompile(context->style, (const xmlChar *)expression);
    if (compiled == NULL) {
        struct xslt_engine *engine = context->_private;

        diag_report(engine->diag, DIAG_TEMPLATE_EXPRESSION,
            xslt_pos(engine, node), expression);
        *is_good = false;
    }
    return compiled;
}

static void read_hole(
    xsltTransformContextPtr context, struct message *message, xmlNode *node)
{
    struct hole hole = {g_strdup(xml_attribute(node, "name")),
        compile(context, node, "select", &message->is_good), node->children,
        g_strcmp0(xml_attribute(node, "optional"), "yes") == 0};

    if (hole.name == NULL) {
        hole.name = g_strdup("");
    }
    g_array_append_val(message->holes, hole);
}

static struct message *read_message(
    xsltTransformContextPtr context, const xmlNode *element)
{
    struct message *message = g_new0(struct message, 1);

    message->is_good = true;
    message->context = g_strdup(xml_attribute(element, "context"));
    message->n = compile(context, element, "n", &message->is_good);
    message->holes = g_array_new(FALSE, FALSE, sizeof(struct hole));
    g_array_set_clear_func(message->holes, hole_clear);
    message->checked = g_hash_table_new(g_direct_hash, g_direct_equal);
    message->namespaces = xmlGetNsList(element->doc, element);
    while (message->namespaces != NULL &&
           message->namespaces[message->namespace_count] != NULL) {
        message->namespace_count++;
    }
    for (xmlNode *n = xml_first_child(element); n != NULL; n = xml_next(n)) {
        if (is_part(n, "text") && message->text == NULL) {
            message->text = xml_text(n);
        } else if (is_part(n, "plural") && message->plural == NULL) {
            message->plural = xml_text(n);
        } else if (is_part(n, "hole")) {
            read_hole(context, message, n);
        } else {
            g_clear_pointer(&message->text, g_free);
            break;
        }
    }
    return message;
}

static struct message *lookup(xsltTransformContextPtr context, xmlNode *element)
{
    struct xslt_engine *engine = context->_private;
    GHashTable *messages = engine->template->messages;
    struct message *message = g_hash_table_lookup(messages, element);

    if (message != NULL) {
        return message;
    }
    message = read_message(context, element);
    g_hash_table_insert(messages, element, message);
    if (message->text == NULL ||
        (message->plural != NULL) != (message->n != NULL)) {
        diag_report(
            engine->diag, DIAG_TEMPLATE_MESSAGE, xslt_pos(engine, element));
        message->is_good = false;
    } else if (!check_holes(message, message->text) ||
               (message->plural != NULL &&
                   !check_holes(message, message->plural))) {
        diag_report(engine->diag, DIAG_TEMPLATE_HOLE, xslt_pos(engine, element),
            message->text);
        message->is_good = false;
    }
    return message;
}

/* ---- Writing one ---- */

static char *evaluate(xsltTransformContextPtr context,
    const struct message *message, xmlXPathCompExprPtr expression)
{
    xmlChar *text = xsltEvalXPathStringNs(
        context, expression, message->namespace_count, message->namespaces);
    char *copy = g_strdup(text != NULL ? (const char *)text : "");

    xmlFree(text);
    return copy;
}

static void write_text(
    xsltTransformContextPtr context, const char *text, size_t size)
{
    g_autofree char *copy = g_strndup(text, size);

    if (size > 0) {
        xsltCopyTextString(context, context->insert, (const xmlChar *)copy, 0);
    }
}

static void write_hole(xsltTransformContextPtr context,
    const struct message *message, const struct hole *hole)
{
    if (hole->select != NULL) {
        g_autofree char *text = evaluate(context, message, hole->select);

        write_text(context, text, strlen(text));
    } else {
        xsltApplyOneTemplate(context, context->node, hole->content, NULL, NULL);
    }
}

static void write_message(xsltTransformContextPtr context,
    const struct message *message, const char *text)
{
    const char *end = NULL;
    const char *hole = next_hole(text, &end);

    while (hole != NULL) {
        write_text(context, text, (size_t)(hole - 1 - text));
        write_hole(
            context, message, find_hole(message, hole, (size_t)(end - hole)));
        text = end + 1;
        hole = next_hole(text, &end);
    }
    write_text(context, text, strlen(text));
}

static bool check_translation(xsltTransformContextPtr context,
    const struct message *message, const char *text, const xmlNode *element)
{
    struct xslt_engine *engine = context->_private;

    if (g_hash_table_contains(message->checked, text)) {
        return true;
    }
    if (!check_holes(message, text)) {
        diag_report(engine->diag, DIAG_TEMPLATE_TRANSLATION,
            xslt_pos(engine, element), message->text, text);
        return false;
    }
    g_hash_table_add(message->checked, (void *)text);
    return true;
}

static const char *translate(
    xsltTransformContextPtr context, const struct message *message)
{
    g_autofree char *count = NULL;

    if (message->plural == NULL) {
        return i18n_report(message->context, message->text);
    }
    count = evaluate(context, message, message->n);
    marks_drop(count);
    return i18n_report_plural(message->context, message->text, message->plural,
        strcmp(count, "1") == 0 ? 1 : 2);
}

void xslt_message(xsltTransformContextPtr context, xmlNodePtr node,
    xmlNodePtr element, xsltElemPreCompPtr unused)
{
    struct message *message = lookup(context, element);
    const char *text;

    (void)node;
    (void)unused;
    if (!message->is_good) {
        context->state = XSLT_STATE_STOPPED;
        return;
    }
    text = translate(context, message);
    if (!check_translation(context, message, text, element)) {
        context->state = XSLT_STATE_STOPPED;
        return;
    }
    write_message(context, message, text);
}
