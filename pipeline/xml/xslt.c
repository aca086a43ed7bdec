/*
 * libxslt behind a narrow door: what it loads is loaded by xml_load and kept
 * to the template's folder, what it says becomes diagnostics, and functions
 * see strings and nodes instead of its stack.
 */
#include "xml/xslt.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <libexslt/exslt.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "base/i18n.h"
#include "base/kept.h"
#include "xml/xml.h"
#include "xml/xslt_parts.h"

/* The library's loader is one for the process: the run that it works for. */
static struct xslt_engine *loading;

/*
 * The library finds parts by the URL of what names them, which is the path with
 * all escaped that a URL has another use for: blanks, or Chinese.
 */
static xmlChar *url_of(const char *path)
{
    return xmlURIEscapeStr((const xmlChar *)path, (const xmlChar *)"/");
}

/* The other way; kept for the length of the run.  NULL of NULL. */
static const char *path_of(const char *url)
{
    char *path = url != NULL ? xmlURIUnescapeString(url, 0, NULL) : NULL;
    const char *kept = path != NULL ? g_intern_string(path) : NULL;

    xmlFree(path);
    return kept;
}

struct diag_pos xslt_pos(const struct xslt_engine *engine, const xmlNode *node)
{
    const char *path = path_of((const char *)node->doc->URL);

    for (guint i = 0; path != NULL && i < engine->template->files->len; i++) {
        const struct xml_doc *doc = engine->template->files->pdata[i];

        if (strcmp(xml_path(doc), path) == 0) {
            return xml_pos(doc, node);
        }
    }
    return DIAG_NOWHERE;
}

/* ---- Loading ---- */

static bool is_below(const struct xslt_engine *engine, const char *path)
{
    g_autofree char *real = realpath(path, NULL);
    const char *folder = engine->template->folder;
    size_t size = strlen(folder);

    return real == NULL ||
           (strncmp(real, folder, size) == 0 && real[size] == '/');
}

/* Gives each element of the copy its place in the original. */
static void copy_places(const struct xml_doc *doc, xmlDoc *copy)
{
    const xmlNode *from = xmlDocGetRootElement(xml_tree(doc));
    xmlNode *to = xmlDocGetRootElement(copy);

    while (from != NULL && to != NULL) {
        if (from->type == XML_ELEMENT_NODE) {
            to->_private = from->_private;
            to->line =
                (unsigned short)CLAMP(xml_pos(doc, from).line, 0, G_MAXUINT16);
        }
        if (from->type == XML_ELEMENT_NODE && from->children != NULL) {
            from = from->children;
            to = to->children;
            continue;
        }
        while (from != NULL && from->next == NULL) {
            from = from->parent;
            to = to->parent;
        }
        if (from != NULL) {
            from = from->next;
            to = to->next;
        }
    }
}

/*
 * A copy whose names are in dict: all the files of a template share one, and
 * the library compares their names by address.
 */
static xmlDoc *copy_with_dict(const struct xml_doc *doc, xmlDict *dict)
{
    xmlDoc *copy = xmlNewDoc(NULL);

    xmlDictReference(dict);
    copy->dict = dict;
    copy->URL = url_of(xml_path(doc));
    xmlDocSetRootElement(
        copy, xmlDocCopyNode(xmlDocGetRootElement(xml_tree(doc)), copy, 1));
    copy_places(doc, copy);
    return copy;
}

static xmlDoc *load(struct xslt_engine *engine, const char *path, xmlDict *dict)
{
    struct xml_doc *doc;

    g_ptr_array_add(engine->template->read, g_strdup(path));
    kept_note(path);
    doc = xml_load(g_intern_string(path), engine->diag);
    if (doc == NULL) {
        return NULL;
    }
    g_ptr_array_add(engine->template->files, doc);
    return copy_with_dict(doc, dict);
}

static xmlDoc *load_part(const xmlChar *uri, xmlDict *dict, int options,
    void *context, xsltLoadType type)
{
    const char *path = path_of((const char *)uri);
    xmlDoc *doc = NULL;

    (void)options;
    (void)context;
    (void)type;
    if (path != NULL && is_below(loading, path)) {
        doc = load(loading, path, dict);
    } else {
        diag_report(loading->diag, DIAG_TEMPLATE_FOLDER,
            DIAG_FILE(path != NULL ? path : ""));
    }
    return doc;
}

static int may_read(xsltSecurityPrefsPtr prefs, xsltTransformContextPtr context,
    const char *value)
{
    (void)prefs;
    (void)context;
    return is_below(loading, value) ? 1 : 0;
}

static xsltSecurityPrefsPtr security(void)
{
    xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();

    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, may_read);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(
        prefs, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
    return prefs;
}

/* ---- What the library says ---- */

/*
 * "runtime error: file F line N element E", or a part of it: the place of the
 * line that follows.
 */
static bool read_place(struct xslt_engine *engine, const char *line)
{
    const char *file = strstr(line, ": file ");
    const char *number = file != NULL ? g_strrstr(file, " line ") : NULL;
    g_autofree char *path = NULL;

    if (number == NULL) {
        return g_str_has_suffix(line, "error") ||
               strstr(line, "error: element ") != NULL;
    }
    file += strlen(": file ");
    path = g_strndup(file, (gsize)(number - file));
    engine->pos = (struct diag_pos){
        path_of(path), (int)strtol(number + strlen(" line "), NULL, 10), 0};
    return true;
}

/* Without the name of a function of the library, and the full stop. */
static char *readable(const char *line)
{
    size_t name = 0;
    char *text;

    if (g_str_has_prefix(line, "xml") || g_str_has_prefix(line, "xslt")) {
        while (g_ascii_isalnum(line[name])) {
            name++;
        }
        while (line[name] == ' ') {
            name++;
        }
        name = line[name] == ':' ? name + 1 : 0;
    }
    text = g_strstrip(g_strdup(line + name));
    if (g_str_has_suffix(text, ".")) {
        text[strlen(text) - 1] = '\0';
    }
    return text;
}

/* Of what is said about one place the first line is enough. */
static void end_line(struct xslt_engine *engine)
{
    g_autofree char *line = g_strstrip(g_strdup(engine->line->str));
    g_autofree char *text = NULL;
    g_autofree char *both = NULL;

    g_string_truncate(engine->line, 0);
    if (*line == '\0' || read_place(engine, line) ||
        (engine->told.file == engine->pos.file &&
            engine->told.line == engine->pos.line)) {
        return;
    }
    text = readable(line);
    if (engine->detail != NULL) {
        both = g_strconcat(engine->detail, ": ", text, NULL);
    }
    diag_report(
        engine->diag, DIAG_TEMPLATE, engine->pos, both != NULL ? both : text);
    g_clear_pointer(&engine->detail, g_free);
    engine->told = engine->pos;
}

static void on_message(void *data, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void on_message(void *data, const char *format, ...)
{
    struct xslt_engine *engine = data;
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '\n') {
            end_line(engine);
        } else {
            g_string_append_c(engine->line, *p);
        }
    }
}

/* XPath's own words come before the message that has the place: the first of
 * them are the most exact. */
static void keep_detail(struct xslt_engine *engine, const char *text)
{
    if (engine->detail == NULL) {
        engine->detail = readable(text);
    }
}

#if LIBXML_VERSION >= 21200
static void on_xpath(void *data, const xmlError *error)
#else
static void on_xpath(void *data, xmlError *error)
#endif
{
    keep_detail(data, error->message);
}

static void on_detail(void *data, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void on_detail(void *data, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    keep_detail(data, text);
}

/* ---- The run ---- */

/* False: reported. */
static bool compile(struct xslt_engine *engine, const char *path)
{
    xmlDict *dict = xmlDictCreate();
    xmlDoc *doc = load(engine, path, dict);
    xsltStylesheetPtr style = doc != NULL ? xsltParseStylesheetDoc(doc) : NULL;

    xmlDictFree(dict);
    engine->template->style = style;
    if (style == NULL) {
        xmlFreeDoc(doc);
    }
    if (style != NULL && style->errors == 0) {
        return true;
    }
    if (!diag_failed(engine->diag)) {
        diag_report(engine->diag, DIAG_TEMPLATE,
            DIAG_FILE(g_intern_string(path)),
            _("it is not an XSLT stylesheet"));
    }
    return false;
}

static xmlDoc *apply(struct xslt_engine *engine, const struct xml_doc *input)
{
    xsltStylesheetPtr style = engine->template->style;
    xsltTransformContextPtr context =
        xsltNewTransformContext(style, xml_tree(input));
    xsltSecurityPrefsPtr prefs = security();
    xmlDoc *result;

    context->_private = engine;
    xsltSetCtxtSecurityPrefs(prefs, context);
    xsltSetTransformErrorFunc(context, engine, on_message);
    xslt_register_functions(engine, context);
    xsltRegisterExtElement(context, (const xmlChar *)"msg",
        (const xmlChar *)TEMPLATE_NAMESPACE, xslt_message);
    xsltQuoteUserParams(context, engine->setup->parameters);
    result = xsltApplyStylesheetUser(
        style, xml_tree(input), NULL, NULL, NULL, context);
    if (result != NULL &&
        (context->state != XSLT_STATE_OK || diag_failed(engine->diag) ||
            xmlDocGetRootElement(result) == NULL)) {
        xmlFreeDoc(result);
        result = NULL;
    }
    xsltFreeTransformContext(context);
    xsltFreeSecurityPrefs(prefs);
    if (result == NULL && !diag_failed(engine->diag)) {
        diag_report(engine->diag, DIAG_TEMPLATE,
            DIAG_FILE(path_of((const char *)style->doc->URL)),
            _("the template made nothing"));
    }
    return result;
}

static void listen(struct xslt_engine *engine)
{
    loading = engine;
    xsltSetGenericErrorFunc(engine, engine != NULL ? on_message : NULL);
    xmlSetStructuredErrorFunc(engine, engine != NULL ? on_xpath : NULL);
    xmlSetGenericErrorFunc(engine, engine != NULL ? on_detail : NULL);
    xsltSetLoaderFunc(engine != NULL ? load_part : NULL);
}

static void register_exslt(void)
{
    exsltCommonRegister();
    exsltSetsRegister();
    exsltStrRegister();
}

static char *folder_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *real = realpath(folder, NULL);

    return g_strdup(real != NULL ? real : folder);
}

static struct xslt_template *template_new(const char *path)
{
    struct xslt_template *template = g_new0(struct xslt_template, 1);

    template->folder = folder_of(path);
    template->files = g_ptr_array_new_with_free_func((GDestroyNotify)xml_free);
    template->read = g_ptr_array_new_with_free_func(g_free);
    template->messages = g_hash_table_new_full(
        g_direct_hash, g_direct_equal, NULL, xslt_message_free);
    return template;
}

static void template_free(void *data)
{
    struct xslt_template *template = data;

    g_hash_table_unref(template->messages);
    if (template->style != NULL) {
        xsltFreeStylesheet(template->style);
    }
    g_ptr_array_unref(template->files);
    g_ptr_array_unref(template->read);
    g_free(template->folder);
    g_free(template);
}

/* What a run itself loads, document() does, is loaded by each. */
static void forget_files(struct xslt_template *template, guint count)
{
    g_ptr_array_set_size(template->files, (gint)count);
    g_ptr_array_set_size(template->read, (gint)count);
}

static void append_names(const GPtrArray *read, GPtrArray *inputs)
{
    for (guint i = 0; inputs != NULL && i < read->len; i++) {
        g_ptr_array_add(inputs, g_strdup(read->pdata[i]));
    }
}

/* With the template taken from those that are kept, or compiled. */
static xmlDoc *run(struct xslt_engine *engine, const struct xml_doc *input,
    const char *path, GPtrArray *inputs)
{
    struct diag_mark before = diag_mark(engine->diag);
    xmlDoc *result = NULL;
    bool is_compiled;
    guint count;

    engine->template = kept_take("template", path);
    is_compiled = engine->template != NULL;
    if (!is_compiled) {
        engine->template = template_new(path);
        is_compiled = compile(engine, path);
    }
    count = engine->template->files->len;
    if (is_compiled) {
        result = apply(engine, input);
    }
    append_names(engine->template->read, inputs);
    if (result != NULL && diag_is_quiet(engine->diag, &before)) {
        forget_files(engine->template, count);
        kept_give("template", path, engine->template, template_free);
    } else {
        template_free(engine->template);
    }
    return result;
}

xmlDoc *xslt_run(const struct xml_doc *input, const char *path,
    const struct xslt_setup *setup, GPtrArray *inputs, struct diag *diag)
{
    struct xslt_engine engine = {
        .setup = setup, .diag = diag, .line = g_string_new(NULL)};
    xmlDoc *result;

    register_exslt();
    listen(&engine);
    result = run(&engine, input, path, inputs);
    listen(NULL);
    g_string_free(engine.line, TRUE);
    g_free(engine.detail);
    return result;
}
