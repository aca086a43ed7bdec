/*
 * The functions of templates that make dates and words.
 */
#include "doc/functions_parts.h"

#include <string.h>

#include "doc/origin.h"
#include "xml/marks.h"
#include "xml/xml.h"

/* A period of an indicator whose figures are those of the year so far. */
static bool is_cumulative(const struct xslt_argument *argument)
{
    const xmlNode *node = argument->node_count > 0 ? argument->nodes[0] : NULL;

    while (node != NULL && !xml_is(node, "indicator")) {
        node = node->parent;
    }
    return node != NULL &&
           g_strcmp0(xml_attribute(node, "cumulative"), "yes") == 0;
}

static char *date(const struct functions *functions,
    const struct xslt_argument *arguments, size_t count, enum format_date form)
{
    const char *period = xslt_text(&arguments[0]);

    return is_cumulative(&arguments[0])
               ? format_date_cumulative(functions->format, period, form)
               : format_date(functions->format, period,
                     count > 1 ? xslt_text(&arguments[1]) : NULL, form);
}

char *functions_date(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)fault;
    return date(data, arguments, count, FORMAT_DATE);
}

char *functions_named(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)fault;
    return date(data, arguments, count, FORMAT_DATE_NAME);
}

char *functions_when(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)fault;
    return date(data, arguments, count, FORMAT_DATE_WHEN);
}

/* A whole number among words: "three places". */
char *functions_number_words(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;
    g_autofree char *plain = functions_plain_text(&arguments[0]);

    (void)count;
    (void)fault;
    return origin_mark(
        &arguments[0], format_number_words(functions->format, plain));
}

/* Of texts in several languages the one in the report's; else nothing. */
char *functions_text(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;

    (void)count;
    (void)fault;
    for (size_t i = 0; i < arguments[0].node_count; i++) {
        const xmlNode *node = arguments[0].nodes[i];
        const char *lang =
            node->type == XML_ELEMENT_NODE ? xml_lang(node) : NULL;

        if (lang != NULL && strcmp(lang, functions->tag) == 0) {
            return xml_text(node);
        }
    }
    return g_strdup("");
}

char *functions_capital(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    const char *text = xslt_text(&arguments[0]);
    const char *first = marks_skip(text);
    g_autofree char *before = g_strndup(text, (gsize)(first - text));
    g_autofree char *capital = format_capital(first);

    (void)data;
    (void)count;
    (void)fault;
    return g_strconcat(before, capital, NULL);
}

/* t:plain(text): without what leads to the sources of its figures. */
char *functions_plain(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    char *text = g_strdup(xslt_text(&arguments[0]));

    (void)data;
    (void)count;
    (void)fault;
    marks_drop(text);
    return text;
}

/* t:key(node): the key of a figure; "" for what is none. */
char *functions_key(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    char *key = arguments[0].node_count > 0 ? origin_key(arguments[0].nodes[0])
                                            : NULL;

    (void)data;
    (void)count;
    (void)fault;
    return key != NULL ? key : g_strdup("");
}

/* t:from(node, text): text, which comes from the figure. */
char *functions_from(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)data;
    (void)count;
    (void)fault;
    return origin_mark(&arguments[0], g_strdup(xslt_text(&arguments[1])));
}

static char *joined(struct functions *functions, enum format_joint joint,
    const struct xslt_argument *argument)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);

    for (size_t i = 0; i < argument->node_count; i++) {
        g_ptr_array_add(items, xml_text(argument->nodes[i]));
    }
    return format_join(functions->format, joint,
        (const char *const *)items->pdata, items->len);
}

char *functions_join(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)count;
    (void)fault;
    return joined(data, FORMAT_ITEMS, &arguments[0]);
}

char *functions_clauses(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    (void)count;
    (void)fault;
    return joined(data, FORMAT_CLAUSES, &arguments[0]);
}

char *functions_sort_key(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;

    (void)count;
    (void)fault;
    if (functions->collate == NULL) {
        functions->collate = collate_new(functions->tag);
    }
    return collate_key(functions->collate, xslt_text(&arguments[0]));
}

/*
 * t:uuid(name): a name that is unique, of one that may be long or say too much
 * (RFC 9562, 5.5: version 5, in the namespace of addresses).
 */
char *functions_uuid(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    static const guint8 addresses[] = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11,
        0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    guint8 d[20];
    gsize size = sizeof d;

    (void)data;
    (void)count;
    (void)fault;
    g_checksum_update(sum, addresses, sizeof addresses);
    g_checksum_update(sum, (const guchar *)xslt_text(&arguments[0]), -1);
    g_checksum_get_digest(sum, d, &size);
    return g_strdup_printf("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
                           "%02x%02x%02x%02x%02x%02x",
        d[0], d[1], d[2], d[3], d[4], d[5], (d[6] & 0x0f) | 0x50, d[7],
        (d[8] & 0x3f) | 0x80, d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}
