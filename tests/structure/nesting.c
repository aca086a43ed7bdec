/*
 * U3, U4, U6: only standard types, each where it may stand (ISO 32000-1,
 * 14.8.4); levels of headings; what lists, figures and notes must have.
 * Stricter than the standard, which leaves much open: what we write is to be
 * of the plainest kind.
 */
#include <string.h>

#include "tagged.h"

#define INLINE "Span Link Reference Note Lbl"
#define BLOCKS "Part Sect Div TOC Index P H1 H2 H3 H4 H5 H6 L Table Figure"

static const struct {
    const char *type;
    const char *kids;
    bool has_content; /* marks and annotations of its own */
} nestings[] = {
    {"Document", BLOCKS, false},
    {"Part", BLOCKS, false},
    {"Sect", BLOCKS, false},
    {"Div", BLOCKS " Caption", false},
    {"TOC", "TOC TOCI Caption", false},
    {"TOCI", "Lbl Reference P TOC", false},
    {"Index", "P Span Link Reference L", false},
    {"H1", INLINE, true},
    {"H2", INLINE, true},
    {"H3", INLINE, true},
    {"H4", INLINE, true},
    {"H5", INLINE, true},
    {"H6", INLINE, true},
    {"P", INLINE, true},
    {"L", "L LI Caption", false},
    {"LI", "Lbl LBody", false},
    {"Lbl", "Span Link", true},
    {"LBody", "P L " INLINE, true},
    {"Table", "Caption THead TBody TFoot TR", false},
    {"THead", "TR", false},
    {"TBody", "TR", false},
    {"TFoot", "TR", false},
    {"TR", "TH TD", false},
    {"TH", INLINE " P", true},
    {"TD", INLINE " P", true},
    {"Caption", INLINE " P", true},
    {"Figure", "Caption Span P", true},
    {"Note", INLINE " P", true},
    {"Reference", "Span Link Lbl Reference", true},
    {"Link", "Span Reference Lbl", true},
    {"Span", INLINE, true},
};

static bool has_word(const char *words, const char *word)
{
    size_t length = strlen(word);

    for (const char *p = strstr(words, word); p != NULL;
         p = strstr(p + 1, word)) {
        if ((p == words || p[-1] == ' ') &&
            (p[length] == ' ' || p[length] == '\0')) {
            return true;
        }
    }
    return false;
}

static void check_kids(struct tagged *tagged, const struct element *element)
{
    size_t i = 0;

    while (
        i < G_N_ELEMENTS(nestings) && !element_is(element, nestings[i].type)) {
        i++;
    }
    if (i == G_N_ELEMENTS(nestings)) {
        find(tagged, "u3", element, "a type that is not ours");
        return;
    }
    for (guint k = 0; k < element->kids->len; k++) {
        const struct kid *kid = &g_array_index(element->kids, struct kid, k);

        if (kid->element != NULL) {
            if (!has_word(nestings[i].kids, kid->element->type)) {
                find(tagged, "u4", kid->element, "it may not stand there");
            }
        } else if (!nestings[i].has_content) {
            find(tagged, "u4", element, "content of its own");
        }
    }
    if (element->kids->len == 0 && !element_is(element, "TD")) {
        find(tagged, "u4", element, "nothing is in it");
    }
}

/* Before a heading of a level there is one of the level above. */
static int check_heading(
    struct tagged *tagged, const struct element *element, int before)
{
    int level = element->type[0] == 'H' && element->type[2] == '\0'
                    ? g_ascii_digit_value(element->type[1])
                    : -1;

    if (level < 1) {
        return before;
    }
    if (level > before + 1) {
        find(tagged, "u3", element,
            before == 0 ? "the first heading is not H1" : "it skips a level");
    }
    return level;
}

static int count_kids(const struct element *element, const char *type)
{
    int count = 0;

    for (guint i = 0; i < element->kids->len; i++) {
        count += element_is(
            g_array_index(element->kids, struct kid, i).element, type);
    }
    return count;
}

static void check_item(struct tagged *tagged, const struct element *element)
{
    const struct kid *first = &g_array_index(element->kids, struct kid, 0);

    if (count_kids(element, "LBody") != 1 || count_kids(element, "Lbl") > 1 ||
        (count_kids(element, "Lbl") == 1 &&
            !element_is(first->element, "Lbl"))) {
        find(tagged, "u6", element, "it is not a label and a body");
    }
    if (count_kids(element, "Lbl") == 1 && !element->parent->has_numbering) {
        find(tagged, "u6", element->parent, "its ListNumbering is missing");
    }
}

static bool is_blank(const char *text)
{
    return text == NULL || text[strspn(text, " \t\n")] == '\0';
}

static void check_figure(struct tagged *tagged, const struct element *element)
{
    if (is_blank(element->alt)) {
        find(tagged, "u6", element, "it has no Alt");
    }
    if (!element->has_box) {
        find(tagged, "u6", element, "it has no BBox");
    }
}

/* --- the tree of IDs (14.7.2) --- */

struct ids {
    struct tagged *tagged;
    char *before;
    guint count;
};

static void check_id(struct ids *ids, qpdf_oh name, qpdf_oh value)
{
    struct tagged *tagged = ids->tagged;
    char *id = g_strdup(qpdf_oh_get_string_value(tagged->qpdf, name));
    const struct element *element =
        g_hash_table_lookup(tagged->element_by_id, id);

    if (element == NULL ||
        element->object != qpdf_oh_get_object_id(tagged->qpdf, value)) {
        find(tagged, "u6", element, "the tree of IDs has another ID %s", id);
    }
    if (ids->before != NULL && strcmp(ids->before, id) >= 0) {
        find(tagged, "u6", element, "the tree of IDs has %s not after %s", id,
            ids->before);
    }
    ids->count++;
    g_free(ids->before);
    ids->before = id;
}

static void walk_ids(struct ids *ids, qpdf_oh node)
{
    qpdf_data qpdf = ids->tagged->qpdf;
    qpdf_oh names = qpdf_oh_get_key(qpdf, node, "/Names");
    qpdf_oh kids = qpdf_oh_get_key(qpdf, node, "/Kids");
    int count = pdf_count(qpdf, names);

    for (int i = 0; i + 1 < count; i += 2) {
        qpdf_oh name = qpdf_oh_get_array_item(qpdf, names, i);
        qpdf_oh value = qpdf_oh_get_array_item(qpdf, names, i + 1);

        check_id(ids, name, value);
        qpdf_oh_release(qpdf, name);
        qpdf_oh_release(qpdf, value);
    }
    count = pdf_count(qpdf, kids);
    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);

        walk_ids(ids, kid);
        qpdf_oh_release(qpdf, kid);
    }
    qpdf_oh_release(qpdf, names);
    qpdf_oh_release(qpdf, kids);
}

static void check_ids(struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh catalog = qpdf_get_root(qpdf);
    qpdf_oh root = qpdf_oh_get_key(qpdf, catalog, "/StructTreeRoot");
    qpdf_oh tree = qpdf_oh_get_key_if_dict(qpdf, root, "/IDTree");
    struct ids ids = {.tagged = tagged};

    if (qpdf_oh_is_dictionary(qpdf, tree)) {
        walk_ids(&ids, tree);
    }
    if (ids.count != g_hash_table_size(tagged->element_by_id)) {
        find(tagged, "u6", NULL, "the tree of IDs has %u of %u", ids.count,
            g_hash_table_size(tagged->element_by_id));
    }
    g_free(ids.before);
    qpdf_oh_release(qpdf, tree);
    qpdf_oh_release(qpdf, root);
    qpdf_oh_release(qpdf, catalog);
}

void check_nesting(struct tagged *tagged)
{
    int level = 0;

    for (guint i = 0; i < tagged->elements->len; i++) {
        const struct element *element = g_ptr_array_index(tagged->elements, i);

        check_kids(tagged, element);
        level = check_heading(tagged, element, level);
        if (element_is(element, "LI") && element->kids->len > 0) {
            check_item(tagged, element);
        } else if (element_is(element, "Figure")) {
            check_figure(tagged, element);
        } else if (element_is(element, "Note") && element->id == NULL) {
            find(tagged, "u6", element, "it has no ID");
        }
    }
    if (tagged->elements->len > 0 &&
        !element_is(g_ptr_array_index(tagged->elements, 0), "Document")) {
        find(tagged, "u3", NULL, "the top of the tree is no Document");
    }
    check_ids(tagged);
}
