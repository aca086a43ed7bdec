/*
 * Document XML to document tree: one walk over the validated XML, then the
 * steps of parts.h.
 */
#include "doc/build.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/paths.h"
#include "doc/parts.h"
#include "xml/schema.h"
#include "xml/xml.h"

struct building {
    const struct xml_doc *xml;
    struct arena *arena;
    GHashTable *kinds; /* element name -> kind */
};

static GHashTable *kinds_by_name(void)
{
    GHashTable *kinds = g_hash_table_new(g_str_hash, g_str_equal);

    for (int kind = 0; kind < DOC_KIND_COUNT; kind++) {
        g_hash_table_insert(kinds, (void *)doc_kind_name((enum doc_kind)kind),
            /* NOLINTNEXTLINE(performance-no-int-to-ptr): a kind, no pointer */
            GINT_TO_POINTER(kind));
    }
    return kinds;
}

static void append_child(struct doc_node *parent, struct doc_node *child)
{
    child->parent = parent;
    child->previous = parent->last;
    if (parent->last != NULL) {
        parent->last->next = child;
    } else {
        parent->first = child;
    }
    parent->last = child;
}

/* Folded; NULL: the element does not have it. */
static const char *attribute(
    const struct building *building, const xmlNode *xml, const char *name)
{
    const char *raw = xml_attribute(xml, name);
    char *value = raw != NULL ? arena_strdup(building->arena, raw) : NULL;

    if (value != NULL) {
        xml_fold(value);
    }
    return value;
}

/* Index in names of what the attribute says; 0 where it is absent. */
static int choice(
    const xmlNode *xml, const char *name, const char *const *names)
{
    const char *value = xml_attribute(xml, name);

    for (int i = 0; value != NULL && names[i] != NULL; i++) {
        if (strcmp(value, names[i]) == 0) {
            return i;
        }
    }
    return 0;
}

static int integer(const xmlNode *xml, const char *name, int absent)
{
    const char *value = xml_attribute(xml, name);
    long number = value != NULL ? strtol(value, NULL, 10) : absent;

    return (int)CLAMP(number, 0, G_MAXINT);
}

static bool is_false(const char *value)
{
    return value != NULL &&
           (strcmp(value, "false") == 0 || strcmp(value, "0") == 0);
}

static const char *const align_names[] = {
    "start", "end", "center", "decimal", NULL};
static const char *const scope_names[] = {
    "col", "row", "colgroup", "rowgroup", NULL};
static const char *const chart_names[] = {"bar", "hbar", "grouped-bar",
    "stacked-bar", "stacked-hbar", "line", "slope", "multiples", NULL};
static const char *const toc_names[] = {"sections", "tables", "figures", NULL};
static const char *const ref_names[] = {"number", "page", "title", NULL};

static void read_cell(struct doc_node *node, const xmlNode *xml)
{
    int colspan = integer(xml, "colspan", 1);
    int rowspan = integer(xml, "rowspan", 1);

    node->as.cell.colspan = (unsigned)MIN(colspan, DOC_COLUMNS_MAX) & 0xFFFF;
    node->as.cell.rowspan = (unsigned)MIN(rowspan, DOC_ROWS_MAX) & DOC_ROWS_MAX;
    node->as.cell.has_align = xml_attribute(xml, "align") != NULL;
    node->as.cell.align = (enum doc_align)choice(xml, "align", align_names) & 7;
    node->as.cell.scope = (enum doc_scope)choice(xml, "scope", scope_names) & 3;
}

static void read_link(
    const struct building *building, struct doc_node *node, const xmlNode *xml)
{
    struct doc_link_data *link =
        ARENA_NEW(building->arena, struct doc_link_data);

    link->href = attribute(building, xml, "href");
    link->title = attribute(building, xml, "title");
    node->as.link = link;
}

static void read_ref(
    const struct building *building, struct doc_node *node, const xmlNode *xml)
{
    struct doc_ref_data *ref = ARENA_NEW(building->arena, struct doc_ref_data);

    ref->to = attribute(building, xml, "to");
    ref->what = (enum doc_ref)choice(xml, "what", ref_names);
    node->as.ref = ref;
}

static void read_point(
    const struct building *building, struct doc_node *node, const xmlNode *xml)
{
    struct doc_point_data *point =
        ARENA_NEW(building->arena, struct doc_point_data);

    point->value = attribute(building, xml, "value");
    point->label = attribute(building, xml, "label");
    point->is_break = xml_attribute(xml, "break") != NULL;
    node->as.point = point;
}

static void read_section(struct doc_node *node, const xmlNode *xml)
{
    const struct doc_node *above = node->parent;
    bool is_inner = above->kind == DOC_SECTION;

    node->as.section.level = is_inner ? above->as.section.level + 1 : 1;
    node->as.section.is_numbered = !is_false(xml_attribute(xml, "numbered")) &&
                                   (!is_inner || above->as.section.is_numbered);
}

/* Where both languages are read as one, a blank parts them. */
static void read_alt(
    struct doc_chart_data *chart, const char *alt, struct arena *arena)
{
    const char *second = alt != NULL ? strstr(alt, DOC_ALT_SECOND) : NULL;

    chart->alt = alt;
    if (second != NULL) {
        chart->alt_first = (size_t)(second - alt);
        chart->alt = arena_printf(arena, "%.*s %s", (int)chart->alt_first, alt,
            second + strlen(DOC_ALT_SECOND));
    }
}

static void read_chart(
    const struct building *building, struct doc_node *node, const xmlNode *xml)
{
    struct doc_chart_data *chart =
        ARENA_NEW(building->arena, struct doc_chart_data);

    chart->type = (enum doc_chart)choice(xml, "type", chart_names);
    read_alt(chart, attribute(building, xml, "alt"), building->arena);
    chart->unit = attribute(building, xml, "unit");
    node->as.chart = chart;
}

/* What the kind has beyond the common attributes. */
static void read_attributes(
    const struct building *building, struct doc_node *node, const xmlNode *xml)
{
    if (node->kind == DOC_TH || node->kind == DOC_TD) {
        read_cell(node, xml);
    } else if (node->kind == DOC_COL) {
        node->as.align = (enum doc_align)choice(xml, "align", align_names);
    } else if (node->kind == DOC_OL) {
        node->as.list.start = integer(xml, "start", 1);
    } else if (node->kind == DOC_SECTION) {
        read_section(node, xml);
    } else if (node->kind == DOC_TOC) {
        node->as.toc.of = (enum doc_toc)choice(xml, "of", toc_names);
        node->as.toc.depth = integer(xml, "depth", 2);
    } else if (node->kind == DOC_A) {
        read_link(building, node, xml);
    } else if (node->kind == DOC_REF) {
        read_ref(building, node, xml);
    } else if (node->kind == DOC_CHART) {
        read_chart(building, node, xml);
    } else if (node->kind == DOC_CATEGORY) {
        node->as.label = attribute(building, xml, "total");
    } else if (node->kind == DOC_SERIES) {
        node->as.label = attribute(building, xml, "label");
    } else if (node->kind == DOC_POINT) {
        read_point(building, node, xml);
    }
}

static void set_place(struct doc_node *node, struct diag_pos pos)
{
    node->line = MIN((unsigned)MAX(pos.line, 0), DOC_LINE_MAX) & DOC_LINE_MAX;
    node->col = pos.col;
}

static const char *own_language(const xmlNode *xml)
{
    for (const xmlAttr *a = xml->properties; a != NULL; a = a->next) {
        if (a->ns != NULL && strcmp((const char *)a->name, "lang") == 0 &&
            a->children != NULL) {
            return (const char *)a->children->content;
        }
    }
    return NULL;
}

static struct doc_node *build_element(const struct building *building,
    struct doc_node *parent, const xmlNode *xml)
{
    struct doc_node *node = ARENA_NEW(building->arena, struct doc_node);
    const char *tag = own_language(xml);

    node->kind = (enum doc_kind)GPOINTER_TO_INT(
        g_hash_table_lookup(building->kinds, xml->name));
    set_place(node, xml_pos(building->xml, xml));
    node->id = attribute(building, xml, "id");
    node->class = attribute(building, xml, "class");
    node->is_chinese = tag != NULL && strcmp(tag, "zh-CN") == 0;
    if (parent != NULL) {
        if (tag == NULL) {
            node->is_chinese = parent->is_chinese;
        }
        append_child(parent, node);
    }
    read_attributes(building, node, xml);
    return node;
}

static bool holds_text(const struct doc_node *node)
{
    enum doc_content content = doc_kind_content(node->kind);

    return content == DOC_CONTENT_FLOW || content == DOC_CONTENT_INLINE;
}

static void build_text(const struct building *building, struct doc_node *parent,
    const xmlNode *xml)
{
    const char *content = (const char *)xml->content;
    struct doc_node *node;

    if (content == NULL || *content == '\0') {
        return;
    }
    node = ARENA_NEW(building->arena, struct doc_node);
    node->kind = DOC_TEXT;
    node->line = parent->line;
    node->is_chinese = parent->is_chinese;
    node->text_size = (unsigned)strlen(content);
    node->as.text = arena_strndup(building->arena, content, node->text_size);
    append_child(parent, node);
}

static bool is_text(const xmlNode *xml)
{
    return xml->type == XML_TEXT_NODE || xml->type == XML_CDATA_SECTION_NODE;
}

/* Both trees at once would be the most that a run needs. */
static void drop(xmlNode *xml)
{
    xmlUnlinkNode(xml);
    xmlFreeNode(xml);
}

/*
 * Everything below xml except the head, whose strings the document has; what
 * is built is dropped.
 */
static void build_below(
    const struct building *building, struct doc_node *root, xmlNode *top)
{
    struct doc_node *parent = root;
    xmlNode *xml = top->children;

    while (xml != NULL) {
        xmlNode *inner = NULL;
        xmlNode *done;

        if (xml->type == XML_ELEMENT_NODE && !xml_is(xml, "head")) {
            struct doc_node *node = build_element(building, parent, xml);

            inner = xml->children;
            parent = inner != NULL ? node : parent;
        } else if (is_text(xml) && holds_text(parent)) {
            build_text(building, parent, xml);
        }
        if (inner != NULL) {
            xml = inner;
            continue;
        }
        while (xml->next == NULL && xml->parent != top) {
            done = xml;
            xml = xml->parent;
            drop(done);
            parent = parent->parent;
        }
        done = xml;
        xml = xml->next;
        drop(done);
    }
}

static void read_head(const struct building *building,
    struct document *document, const xmlNode *head)
{
    for (const xmlNode *n = xml_first_child(head); n != NULL; n = xml_next(n)) {
        g_autofree char *text = xml_text(n);
        const char *kept = arena_strdup(building->arena, text);

        if (xml_is(n, "title")) {
            *(document->title == NULL ? &document->title
                                      : &document->second_title) = kept;
        } else if (xml_is(n, "author")) {
            document->author = kept;
        } else if (xml_is(n, "subject")) {
            document->subject = kept;
        } else {
            document->keywords = kept;
        }
    }
}

static struct document *build_tree(const struct building *building)
{
    xmlNode *top = xmlDocGetRootElement(xml_tree(building->xml));
    struct document *document = ARENA_NEW(building->arena, struct document);

    document->date = attribute(building, top, "date");
    document->translation = attribute(building, top, "translation");
    document->root = build_element(building, NULL, top);
    document->root->as.file = xml_pos(building->xml, top).file;
    document->lang = doc_lang(document->root);
    read_head(building, document, xml_first_child(top));
    build_below(building, document->root, top);
    doc_fold_space(document->root);
    return document;
}

static bool lay_grids(const struct document *document, struct diag *diag)
{
    bool fits = true;

    for (const struct doc_node *node = document->root; node != NULL;
         node = doc_next(node, document->root)) {
        if (node->kind == DOC_TABLE) {
            fits = doc_lay_grid((struct doc_node *)node, diag) && fits;
        }
    }
    return fits;
}

struct document *document_build(
    const struct xml_doc *xml, struct arena *arena, struct diag *diag)
{
    struct building building = {xml, arena, NULL};
    g_autofree char *schema = paths_data("schema/document.xsd");
    struct document *document;
    bool is_good;

    if (!schema_validate(xml, schema, diag)) {
        return NULL;
    }
    building.kinds = kinds_by_name();
    document = build_tree(&building);
    g_hash_table_unref(building.kinds);
    is_good = doc_index_ids(document, arena, diag);
    is_good = lay_grids(document, diag) && is_good;
    is_good = doc_verify(document, diag) && is_good;
    return is_good ? document : NULL;
}
