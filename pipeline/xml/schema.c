/*
 * libxml2's XML Schema validator, which finds the faults, and our own words
 * for the common ones: the library's are English, long, and name elements
 * with their namespace.  What is not in the table below keeps them.
 */
#include "xml/schema.h"

#include <string.h>

#include <glib.h>
#include <libxml/schemasInternals.h>
#include <libxml/xmlschemas.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "xml/schema_parts.h"
#include "xml/xml.h"

#define SHOWN_BYTES 120

/* One fault, as text; strings are owned. */
struct fault {
    struct diag_pos pos;
    const char *element;
    char *attribute; /* or the element where its text is at fault */
    char *value;
    char *detail;  /* the facet's value */
    char *message; /* the library's, readable */
};

/* What a value should look like, by the schema's pattern or type. */
static const struct {
    const char *rule;
    const char *hint;
} hints[] = {
    {"unknown|(1[89]|20|21)[0-9]{2}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2])"
     "(-(0[1-9]|[12][0-9]|3[01]))?)?",
        N_("a period from 1800 to 2199 such as 2024, 2024-S1, 2024-Q3, "
           "2024-07 or 2024-07-31, or unknown")},
    {"[a-z][a-z0-9]*(-[a-z0-9]+)*",
        N_("lower-case letters and digits in words joined by hyphens, as in "
           "rd-total")},
    {"-?(0|[1-9][0-9]*)(\\.[0-9]+)?",
        N_("a plain decimal number such as 2608.33, 0.6 or -5.8")},
    {"[1-9][0-9]*(-[1-9][0-9]*)?( [1-9][0-9]*(-[1-9][0-9]*)?)*",
        N_("line numbers such as 12, 12-14 or \"12-14 20\"")},
    {"(1[89]|20|21)[0-9]{2}", N_("a year from 1800 to 2199 such as 2024")},
    {"(1[89]|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}",
        N_("a day such as 2025-03-01, of a year from 1800 to 2199")},
    {"day", N_("a day such as 2025-03-01")},
    {"year", N_("a year such as 2024")},
    {"key", N_("a whole number from 1")},
    {"decimals", N_("a count of digits, such as 1")},
};

static const char *find_hint(const char *rule)
{
    for (size_t i = 0; rule != NULL && i < G_N_ELEMENTS(hints); i++) {
        if (strcmp(hints[i].rule, rule) == 0) {
            return _(hints[i].hint);
        }
    }
    return NULL;
}

/* ---- Reading the library's report ---- */

/* Text on one line, without namespaces and final stop. */
static char *readable(const char *message)
{
    GString *text = g_string_new(NULL);

    for (const char *p = message; *p != '\0'; p++) {
        const char *end = p[0] == '{' && p[1] != '\'' ? strchr(p, '}') : NULL;

        if (end != NULL && strpbrk(p, ":/") != NULL && strpbrk(p, ":/") < end) {
            p = end;
        } else {
            g_string_append_c(text, *p == '\n' ? ' ' : *p);
        }
    }
    g_strstrip(text->str);
    g_string_truncate(text, strlen(text->str));
    if (g_str_has_suffix(text->str, ".")) {
        g_string_truncate(text, text->len - 1);
    }
    return g_string_free(text, FALSE);
}

/* What stands between two pieces of text; NULL: they are not there. */
static char *between(const char *text, const char *before, const char *after)
{
    const char *start = strstr(text, before);
    const char *end;

    if (start == NULL) {
        return NULL;
    }
    start += strlen(before);
    end = strstr(start, after);
    return end != NULL ? g_strndup(start, (gsize)(end - start)) : NULL;
}

/* A name without its namespace; xml: is given back its prefix. */
static char *plain_name(const char *name)
{
    const char *end = strrchr(name, '}');

    if (end == NULL) {
        return g_strdup(name);
    }
    return g_strconcat(
        strstr(name, "XML/1998") != NULL ? "xml:" : "", end + 1, NULL);
}

/* Values are shown up to a length; the cut is marked. */
static char *shown(const char *value)
{
    const char *end = value;

    if (strlen(value) <= SHOWN_BYTES) {
        return g_strdup(value);
    }
    while (*end != '\0' && end - value < SHOWN_BYTES) {
        end = g_utf8_next_char(end);
    }
    return g_strdup_printf("%.*s…", (int)(end - value), value);
}

/* "'a', 'b'" as "a, b". */
static char *unquoted(const char *list)
{
    g_auto(GStrv) parts = g_strsplit(list, "'", -1);

    return g_strjoinv("", parts);
}

/* What an element begins in is at fault where it may hold no elements. */
static bool is_of_parent(int code)
{
    return code == XML_SCHEMAV_CVC_ELT_3_2_1 ||
           code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1 ||
           code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2 ||
           code == XML_SCHEMAV_CVC_TYPE_3_1_2;
}

static const xmlNode *find_element(
    const struct validation *validation, fault_error *error)
{
    const xmlNode *element = validation->current;

    if (element == NULL) {
        return error->node;
    }
    return validation->is_begun && is_of_parent(error->code) ? element->parent
                                                             : element;
}

static struct fault fault_read(
    const struct validation *validation, fault_error *error)
{
    const xmlNode *node = find_element(validation, error);
    struct fault fault = {
        .pos = xml_pos(validation->doc, node),
        .element =
            node != NULL && node->name != NULL ? (const char *)node->name : "",
        .message = readable(error->message),
    };
    g_autofree char *attribute =
        between(error->message, "', attribute '", "': ");

    fault.attribute = plain_name(attribute != NULL ? attribute : fault.element);
    fault.value = shown(error->str1 != NULL ? error->str1 : "");
    fault.detail = g_strdup(error->str2);
    return fault;
}

static void fault_clear(struct fault *fault)
{
    g_free(fault->attribute);
    g_free(fault->value);
    g_free(fault->detail);
    g_free(fault->message);
}

/* ---- Our words; each says false where it does not know the report ---- */

static bool say_root(
    const struct validation *validation, const struct fault *fault)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(validation->doc));
    const xmlChar *own = validation->rules->targetNamespace;
    bool has_namespace = root != NULL && root->ns != NULL;

    if (own == NULL) {
        return false;
    }
    diag_report(validation->diag, DIAG_SCHEMA_ROOT, fault->pos, fault->element,
        has_namespace ? (const char *)root->ns->href : "", (const char *)own);
    return true;
}

static bool say_attribute_missing(
    const struct validation *validation, const struct fault *fault)
{
    g_autofree char *name = plain_name(fault->value);

    if (*name == '\0') {
        return false;
    }
    diag_report(validation->diag, DIAG_SCHEMA_ATTRIBUTE_MISSING, fault->pos,
        fault->element, name);
    return true;
}

static bool say_attribute_unknown(
    const struct validation *validation, const struct fault *fault)
{
    diag_report(validation->diag, DIAG_SCHEMA_ATTRIBUTE_UNKNOWN, fault->pos,
        fault->element, fault->attribute);
    return true;
}

static bool say_content(
    const struct validation *validation, const struct fault *fault)
{
    g_autofree char *expected = between(fault->message, "( ", " )");
    bool is_missing = strstr(fault->message, "Missing child") != NULL;

    if (expected != NULL) {
        diag_report(validation->diag,
            is_missing ? DIAG_SCHEMA_ELEMENT_MISSING
                       : DIAG_SCHEMA_ELEMENT_UNEXPECTED,
            fault->pos, fault->element, expected);
    } else if (!is_missing) {
        /* Of some places libxml2 does not say what else could stand there. */
        diag_report(validation->diag, DIAG_SCHEMA_ELEMENT_MISPLACED, fault->pos,
            fault->element);
    }
    return expected != NULL || !is_missing;
}

static bool say_element_in_text(
    const struct validation *validation, const struct fault *fault)
{
    diag_report(validation->diag, DIAG_SCHEMA_ELEMENT_IN_TEXT, fault->pos,
        fault->element);
    return true;
}

static bool say_empty(
    const struct validation *validation, const struct fault *fault)
{
    diag_report(
        validation->diag, DIAG_SCHEMA_EMPTY, fault->pos, fault->element);
    return true;
}

static bool say_text(
    const struct validation *validation, const struct fault *fault)
{
    diag_report(validation->diag, DIAG_SCHEMA_TEXT, fault->pos, fault->element);
    return true;
}

static bool say_choice(
    const struct validation *validation, const struct fault *fault)
{
    g_autofree char *list = NULL;

    if (fault->detail == NULL) {
        return false;
    }
    list = unquoted(fault->detail);
    diag_report(validation->diag, DIAG_SCHEMA_CHOICE, fault->pos,
        fault->attribute, fault->value, list);
    return true;
}

static bool say_pattern(
    const struct validation *validation, const struct fault *fault)
{
    const char *hint = find_hint(fault->detail);

    if (fault->detail == NULL) {
        return false;
    }
    diag_report(validation->diag,
        hint != NULL ? DIAG_SCHEMA_VALUE : DIAG_SCHEMA_PATTERN, fault->pos,
        fault->attribute, fault->value, hint != NULL ? hint : fault->detail);
    return true;
}

static bool say_type(
    const struct validation *validation, const struct fault *fault)
{
    g_autofree char *type = between(fault->message, "atomic type '", "'");
    const char *hint = find_hint(type);

    if (hint == NULL) {
        return false;
    }
    diag_report(validation->diag, DIAG_SCHEMA_VALUE, fault->pos,
        fault->attribute, fault->value, hint);
    return true;
}

/* The limit is the last thing that the library puts in quotes. */
static bool say_limit(
    const struct validation *validation, const struct fault *fault)
{
    g_autofree char *limit = NULL;
    const char *last = strrchr(fault->message, '\'');
    const char *first = last;

    while (first != NULL && first > fault->message && first[-1] != '\'') {
        first--;
    }
    if (first == NULL || first == last) {
        return false;
    }
    limit = g_strndup(first, (gsize)(last - first));
    diag_report(validation->diag, DIAG_SCHEMA_LIMIT, fault->pos,
        fault->attribute, fault->value, limit);
    return true;
}

static const struct {
    int code; /* xmlParserErrors */
    bool (*say)(const struct validation *validation, const struct fault *fault);
} words[] = {
    {XML_SCHEMAV_CVC_ELT_1, say_root},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_4, say_attribute_missing},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, say_attribute_unknown},
    {XML_SCHEMAV_ELEMENT_CONTENT, say_content},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, say_empty},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, say_element_in_text},
    {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, say_text},
    {XML_SCHEMAV_CVC_ENUMERATION_VALID, say_choice},
    {XML_SCHEMAV_CVC_PATTERN_VALID, say_pattern},
    {XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, say_type},
    {XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, say_limit},
    {XML_SCHEMAV_CVC_MININCLUSIVE_VALID, say_limit},
    {XML_SCHEMAV_CVC_MAXLENGTH_VALID, say_limit},
    {XML_SCHEMAV_CVC_MINLENGTH_VALID, say_limit},
};

void schema_fault(void *context, fault_error *error)
{
    struct validation *validation = context;
    struct fault fault;
    bool is_said = false;

    validation->has_fault = true;
    if (validation->diag == NULL) {
        return;
    }
    fault = fault_read(validation, error);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (words[i].code == error->code) {
            is_said = words[i].say(validation, &fault);
        }
    }
    if (!is_said) {
        g_autofree char *message = shown(fault.message);

        diag_report(validation->diag, DIAG_SCHEMA, fault.pos, message);
    }
    fault_clear(&fault);
}

/* ---- The run ---- */

bool schema_check(
    const struct schema *schema, const struct xml_doc *doc, struct diag *diag)
{
    struct validation validation = {
        .doc = doc, .rules = schema->rules, .diag = diag};
    xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt(schema->rules);
    bool is_valid = false;

    if (validator != NULL) {
        xmlSchemaSetValidStructuredErrors(validator, schema_fault, &validation);
        is_valid = xmlSchemaValidateDoc(validator, xml_tree(doc)) == 0;
        xmlSchemaFreeValidCtxt(validator);
    }
    /* The validator itself can fail, without a word. */
    if (!is_valid && !validation.has_fault) {
        diag_report(diag, DIAG_SCHEMA_FILE, DIAG_NOWHERE, schema->path);
    }
    return is_valid;
}

bool schema_validate(
    const struct xml_doc *doc, const char *path, struct diag *diag)
{
    struct schema *schema = schema_open(path, diag);
    bool is_valid = schema != NULL && schema_check(schema, doc, diag);

    schema_close(schema);
    return is_valid;
}
