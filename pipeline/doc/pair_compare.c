/*
 * What the two languages of a report must have in common.
 */
#include "doc/pair_parts.h"

#include <string.h>

#include <glib.h>

#include "xml/xml.h"

/* "<p>", or "</section>" where above ends. */
static char *place_name(const xmlNode *above, const xmlNode *node)
{
    return node != NULL ? g_strdup_printf("<%s>", (const char *)node->name)
                        : g_strdup_printf("</%s>", (const char *)above->name);
}

static char *place_of(const struct xml_doc *doc, const xmlNode *node)
{
    struct diag_pos pos = xml_pos(doc, node);

    return g_strdup_printf("%s:%d:%d", pos.file, pos.line, pos.col);
}

static bool is_words(const char *name)
{
    return strcmp(name, "alt") == 0 || strcmp(name, "unit") == 0 ||
           strcmp(name, "label") == 0 || strcmp(name, "title") == 0;
}

/* The text without the commas between digits. */
static char *ungrouped(const char *text)
{
    GString *plain = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p++) {
        if (*p != ',' || p == text || !g_ascii_isdigit(p[-1]) ||
            !g_ascii_isdigit(p[1])) {
            g_string_append_c(plain, *p);
        }
    }
    return g_string_free(plain, FALSE);
}

static bool same_ungrouped(const char *a, const char *b)
{
    g_autofree char *left = ungrouped(a);
    g_autofree char *right = ungrouped(b);

    return strcmp(left, right) == 0;
}

/* Words may differ, and how the digits of a total are grouped. */
static bool same_attribute(const xmlNode *a, const xmlNode *b, const char *name)
{
    const char *left = xml_attribute(a, name);
    const char *right = xml_attribute(b, name);

    if (is_words(name)) {
        return true;
    }
    return strcmp(name, "total") == 0 && left != NULL && right != NULL
               ? same_ungrouped(left, right)
               : g_strcmp0(left, right) == 0;
}

static bool report_attribute(struct pairing *pairing, const xmlNode *a,
    const xmlNode *b, const char *name)
{
    const char *left = xml_attribute(a, name);
    const char *right = xml_attribute(b, name);
    g_autofree char *place = place_of(pairing->second, b);

    diag_report(pairing->diag, DIAG_PAIR_ATTRIBUTE, xml_pos(pairing->first, a),
        name, left != NULL ? left : "", pairing->tag,
        right != NULL ? right : "", pairing->second_tag, place);
    return false;
}

/* Every attribute of one is that of the other. */
static bool compare_attributes(
    struct pairing *pairing, const xmlNode *a, const xmlNode *b)
{
    const xmlNode *nodes[] = {a, b};

    for (int i = 0; i < 2; i++) {
        for (const xmlAttr *at = nodes[i]->properties; at != NULL;
             at = at->next) {
            const char *name = (const char *)at->name;

            if (at->ns == NULL && !same_attribute(a, b, name)) {
                return report_attribute(pairing, a, b, name);
            }
        }
    }
    return true;
}

static int count_footnotes(const xmlNode *node)
{
    int count = 0;

    for (const xmlNode *n = xml_first_child(node); n != NULL; n = xml_next(n)) {
        count += xml_is(n, "footnote") ? 1 : count_footnotes(n);
    }
    return count;
}

static bool compare_footnotes(
    struct pairing *pairing, const xmlNode *a, const xmlNode *b)
{
    int left = count_footnotes(a);
    int right = count_footnotes(b);
    g_autofree char *place = NULL;
    g_autofree char *has = NULL;
    g_autofree char *wants = NULL;

    if (left == right) {
        return true;
    }
    place = place_of(pairing->second, b);
    has = g_strdup_printf("%d", left);
    wants = g_strdup_printf("%d", right);
    diag_report(pairing->diag, DIAG_PAIR_FOOTNOTES, xml_pos(pairing->first, a),
        has, pairing->tag, wants, pairing->second_tag, place);
    return false;
}

/* The digits, signs and points of a figure; "" where it has none. */
static char *figure_of(const xmlNode *cell)
{
    g_autofree char *text = xml_text(cell);
    GString *figure = g_string_new(NULL);
    bool has_digit = false;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_digit = c < 0x80 && g_ascii_isdigit((char)c);

        if (is_digit || c == '+' || c == '%' || c == 0x2212 ||
            (c == '.' && has_digit && g_ascii_isdigit(p[1]))) {
            g_string_append_unichar(figure, c);
        }
        has_digit = has_digit || is_digit;
    }
    if (!has_digit) {
        g_string_truncate(figure, 0);
    }
    return g_string_free(figure, FALSE);
}

/* Where both sides have digits: 首 is the first. */
static bool compare_figures(
    struct pairing *pairing, const xmlNode *a, const xmlNode *b)
{
    g_autofree char *left = figure_of(a);
    g_autofree char *right = figure_of(b);
    g_autofree char *place = NULL;

    if (*left == '\0' || *right == '\0' || strcmp(left, right) == 0) {
        return true;
    }
    place = place_of(pairing->second, b);
    diag_report(pairing->diag, DIAG_PAIR_FIGURE, xml_pos(pairing->first, a),
        left, pairing->tag, right, pairing->second_tag, place);
    return false;
}

/* The alignment of the column that a cell of a table without spans is in. */
static bool is_in_decimal_column(const xmlNode *cell)
{
    const xmlNode *table = cell->parent->parent->parent;
    const xmlNode *col = NULL;

    for (const xmlNode *n = xml_first_child(table); n != NULL && col == NULL;
         n = xml_next(n)) {
        col = xml_is(n, "col") ? n : NULL;
    }
    for (const xmlNode *n = xml_first_child(cell->parent);
         n != cell && col != NULL; n = xml_next(n)) {
        col = xml_next(col);
    }
    return col != NULL && xml_is(col, "col") &&
           g_strcmp0(xml_attribute(col, "align"), "decimal") == 0;
}

static bool holds_text(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n != NULL; n = n->next) {
        if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n)) {
            return true;
        }
    }
    return false;
}

bool pair_compare(struct pairing *pairing, const xmlNode *above_a,
    const xmlNode *a, const xmlNode *above_b, const xmlNode *b)
{
    if (a == NULL || b == NULL || !xml_is(b, (const char *)a->name)) {
        g_autofree char *left = place_name(above_a, a);
        g_autofree char *right = place_name(above_b, b);
        g_autofree char *place =
            place_of(pairing->second, b != NULL ? b : above_b);

        diag_report(pairing->diag, DIAG_PAIR_ELEMENT,
            xml_pos(pairing->first, a != NULL ? a : above_a), left,
            pairing->tag, right, pairing->second_tag, place);
        return false;
    }
    if (!compare_attributes(pairing, a, b)) {
        return false;
    }
    if (xml_is(a, "td") && is_in_decimal_column(a) &&
        !compare_figures(pairing, a, b)) {
        return false;
    }
    return !holds_text(a) || compare_footnotes(pairing, a, b);
}

bool pair_same_text(const xmlNode *a, const xmlNode *b)
{
    g_autofree char *left = xml_text(a);
    g_autofree char *right = xml_text(b);

    return same_ungrouped(left, right);
}
