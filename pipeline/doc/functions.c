/*
 * From nodes of a template to the formatter: figures, and the table of all
 * functions.
 */
#include "doc/functions_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "doc/origin.h"
#include "xml/xml.h"

static const char *const no_node =
    N_("the expression selects no element that it could format");
static const char *const no_qualifier = N_("the qualifier is not known");

static void read_units(struct functions *functions, const xmlNode *data)
{
    for (xmlNode *n = xml_first_child(data); n != NULL; n = xml_next(n)) {
        if (!xml_is(n, "units")) {
            continue;
        }
        for (xmlNode *u = xml_first_child(n); u != NULL; u = xml_next(u)) {
            g_hash_table_insert(
                functions->units, (void *)xml_attribute(u, "id"), u);
        }
    }
}

struct functions *functions_new(
    const xmlNode *data, const char *tag, const char *tables)
{
    struct functions *functions = g_new0(struct functions, 1);
    const char *name = xml_attribute(data, "rounding");
    enum rounding rounding = ROUNDING_HALF_UP;

    if (name != NULL) {
        rounding_parse(name, &rounding);
    }
    functions->tag = tag;
    functions->format = format_new(tag, tables, rounding);
    functions->units = g_hash_table_new(g_str_hash, g_str_equal);
    read_units(functions, data);
    return functions;
}

void functions_free(struct functions *functions)
{
    if (functions != NULL) {
        format_free(functions->format);
        collate_free(functions->collate);
        g_hash_table_unref(functions->units);
        g_free(functions);
    }
}

/* ---- Arguments ---- */

/* The child element of that name in the report's language; NULL: none. */
static const xmlNode *in_language(
    const struct functions *functions, const xmlNode *node, const char *name)
{
    for (xmlNode *n = xml_first_child(node); n != NULL; n = xml_next(n)) {
        const char *lang = xml_is(n, name) ? xml_lang(n) : NULL;

        if (lang != NULL && strcmp(lang, functions->tag) == 0) {
            return n;
        }
    }
    return NULL;
}

static const char *node_text(const xmlNode *node)
{
    return node->children != NULL && node->children->content != NULL
               ? (const char *)node->children->content
               : "";
}

static void read_unit(const struct functions *functions, const xmlNode *unit,
    struct format_figure *figure)
{
    const xmlNode *label;

    figure->unit = "";
    if (unit == NULL) {
        return;
    }
    figure->measure = format_measure_parse(xml_attribute(unit, "measures"));
    label = in_language(functions, unit, "label");
    if (label != NULL) {
        figure->unit = node_text(label);
        figure->unit_one = xml_attribute(label, "one");
    }
}

/* The attribute of the element or of the nearest one above that has it. */
static const char *inherited(const xmlNode *node, const char *name)
{
    for (; node != NULL && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
        const char *value = xml_attribute(node, name);

        if (value != NULL) {
            return value;
        }
    }
    return NULL;
}

/*
 * An element with a value: an obs, or one of what follows from it.  Unit and
 * multiplier are its own or those of the obs or indicator that it is in.
 */
static bool read_figure(const struct functions *functions,
    const struct xslt_argument *argument, struct format_figure *figure,
    const char **fault)
{
    const xmlNode *node = argument->node_count > 0 ? argument->nodes[0] : NULL;
    const char *unit;

    *figure = (struct format_figure){.decimals = -1};
    if (node == NULL || node->type != XML_ELEMENT_NODE ||
        xml_attribute(node, "value") == NULL) {
        *fault = no_node;
        return false;
    }
    figure->value = xml_attribute(node, "value");
    figure->decimals = functions_int(xml_attribute(node, "decimals"), -1);
    figure->unit_mult = functions_int(inherited(node, "unitMult"), 0);
    if (!format_qualifier_parse(
            xml_attribute(node, "qualifier"), &figure->qualifier)) {
        *fault = no_qualifier;
        return false;
    }
    unit = inherited(node, "unit");
    read_unit(functions,
        unit != NULL ? g_hash_table_lookup(functions->units, unit) : NULL,
        figure);
    return true;
}

/* The result, which leads to the source of the argument, or the fault. */
static char *sourced(
    const struct xslt_argument *argument, char *text, const char **fault)
{
    return origin_mark(argument, functions_or_fault(text, fault));
}

/* ---- Figures ---- */

static char *figure(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    (void)count;
    return read_figure(functions, &arguments[0], &read, fault)
               ? sourced(&arguments[0],
                     format_value(functions->format, &read), fault)
               : NULL;
}

static char *counted(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    (void)count;
    return read_figure(functions, &arguments[0], &read, fault)
               ? sourced(&arguments[0],
                     format_counted(functions->format, &read), fault)
               : NULL;
}

/* The figure without its sign, and without the word of its qualifier. */
static char *amount(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    (void)count;
    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    read.value += *read.value == '-' ? 1 : 0;
    read.qualifier = FORMAT_EXACT;
    return sourced(
        &arguments[0], format_value(functions->format, &read), fault);
}

/* t:value(value, unitMult, unit, qualifier, decimals) */
static char *value(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    g_autofree char *printed = functions_plain_text(&arguments[0]);
    char *text;
    struct format_figure read = {.value = printed,
        .decimals =
            functions_int(count > 4 ? xslt_text(&arguments[4]) : NULL, -1),
        .unit_mult = functions_int(xslt_text(&arguments[1]), 0)};

    if (!format_qualifier_parse(
            count > 3 ? xslt_text(&arguments[3]) : NULL, &read.qualifier)) {
        *fault = no_qualifier;
        return NULL;
    }
    read_unit(functions,
        arguments[2].node_count > 0 ? arguments[2].nodes[0] : NULL, &read);
    text = format_value(functions->format, &read);
    return sourced(&arguments[0], text, fault);
}

/* The scale of the largest of the figures, so that all fit one column. */
static char *scale(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    int largest = G_MININT;

    (void)count;
    for (size_t i = 0; i < arguments[0].node_count; i++) {
        struct xslt_argument one = {NULL, &arguments[0].nodes[i], 1};
        struct format_figure read;

        if (!read_figure(functions, &one, &read, fault)) {
            return NULL;
        }
        largest = MAX(largest, format_table_scale(functions->format, &read));
    }
    if (largest == G_MININT) {
        *fault = no_node;
        return NULL;
    }
    return g_strdup_printf("%d", largest);
}

/* The scale that the second argument says, else the figure's own. */
static int scale_argument(const struct functions *functions,
    const struct xslt_argument *arguments, size_t count,
    const struct format_figure *figure)
{
    return count > 1 ? functions_int(xslt_text(&arguments[1]), 0)
                     : format_table_scale(functions->format, figure);
}

static char *cell(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    return sourced(&arguments[0],
        format_cell(functions->format, &read,
            scale_argument(functions, arguments, count, &read), count > 1),
        fault);
}

static char *unit(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    return format_unit(functions->format, &read,
        scale_argument(functions, arguments, count, &read));
}

/* The two parts of t:figure, for a card: its number, its unit. */
static char *figure_number(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    (void)count;
    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    return sourced(&arguments[0],
        format_cell(functions->format, &read,
            format_scale(functions->format, &read), false),
        fault);
}

static char *figure_unit(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    (void)count;
    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    return format_unit(
        functions->format, &read, format_scale(functions->format, &read));
}

static char *point(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    struct format_figure read;

    if (!read_figure(functions, &arguments[0], &read, fault)) {
        return NULL;
    }
    return functions_or_fault(format_point(functions->format, &read,
                        scale_argument(functions, arguments, count, &read)),
        fault);
}

const struct xslt_entry functions_table[] = {
    {"figure", figure, 1, 1},
    {"figure-number", figure_number, 1, 1},
    {"figure-unit", figure_unit, 1, 1},
    {"counted", counted, 1, 1},
    {"amount", amount, 1, 1},
    {"value", value, 3, 5},
    {"scale", scale, 1, 1},
    {"cell", cell, 1, 2},
    {"unit", unit, 1, 2},
    {"point", point, 1, 2},
    {"number", functions_number, 1, 2},
    {"size", functions_size, 1, 1},
    {"signed", functions_signed, 1, 2},
    {"magnitude", functions_magnitude, 1, 2},
    {"sign", functions_sign, 1, 2},
    {"compare", functions_compare, 2, 2},
    {"date", functions_date, 1, 2},
    {"named", functions_named, 1, 2},
    {"when", functions_when, 1, 2},
    {"base", functions_base, 2, 2},
    {"place", functions_place, 2, 3},
    {"run", functions_run, 1, 1},
    {"number-words", functions_number_words, 1, 1},
    {"text", functions_text, 1, 1},
    {"capital", functions_capital, 1, 1},
    {"join", functions_join, 1, 1},
    {"clauses", functions_clauses, 1, 1},
    {"plain", functions_plain, 1, 1},
    {"key", functions_key, 1, 1},
    {"from", functions_from, 2, 2},
    {"sort-key", functions_sort_key, 1, 1},
    {"uuid", functions_uuid, 1, 1},
    {NULL, NULL, 0, 0},
};
