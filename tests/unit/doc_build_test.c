/*
 * doc/build: white space, languages, the grid of a table, walking.  What is
 * refused, and with which words, is in tests/cases/layout/document-errors.
 */
#include "doc/build.h"

#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "xml/xml.h"

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct xml_doc *xml;
    struct document *document;
};

static void open_fixture(
    struct fixture *fixture, const char *lang, const char *blocks)
{
    g_autofree char *text = g_strconcat(
        "<report xmlns='urn:gongbao:document:1' date='2025-03-01' xml:lang='",
        lang, "'>\n <head><title> A\n title </title></head>\n ", blocks,
        "\n</report>", NULL);

    fixture->arena = arena_new();
    fixture->diag = diag_new("test");
    fixture->xml = xml_parse("test", text, strlen(text), fixture->diag);
    g_assert_nonnull(fixture->xml);
    fixture->document =
        document_build(fixture->xml, fixture->arena, fixture->diag);
}

static void close_fixture(struct fixture *fixture)
{
    arena_free(fixture->arena);
    xml_free(fixture->xml);
    diag_free(fixture->diag);
}

/* ---- White space ---- */

static void assert_folded(
    const char *lang, const char *paragraph, const char *expected)
{
    g_autofree char *blocks = g_strconcat("<p>", paragraph, "</p>", NULL);
    g_autofree char *text = NULL;
    struct fixture fixture;

    open_fixture(&fixture, lang, blocks);
    g_assert_nonnull(fixture.document);
    text = doc_text(doc_child(fixture.document->root, DOC_P));
    g_assert_cmpstr(text, ==, expected);
    close_fixture(&fixture);
}

static void test_space(void)
{
    assert_folded("en", " a \n\t b ", "a b");
    assert_folded("en", "a<em> b </em> c", "a b c");
    assert_folded("en", "a <em>\n b</em>c", "a bc");
    assert_folded("en", "<em> a</em> <strong>b </strong>", "a b");
    assert_folded("en", "a <br/> b", "a b");
    assert_folded("en", "a<!-- no -->b<![CDATA[ c]]>", "ab c");
    assert_folded("zh-CN", "经费\n  增长", "经费增长");
    assert_folded("zh-CN", "经费 增长", "经费 增长");
    assert_folded("zh-CN", "增长。\n  R&amp;D", "增长。R&D");
    assert_folded("zh-CN", "R&amp;D\n（研发）", "R&D（研发）");
    assert_folded("zh-CN", "R&amp;D\n经费", "R&D 经费");
    assert_folded("zh-CN", "他说\n  “好”", "他说“好”");
    assert_folded("en", "said\n “well”", "said “well”");
    assert_folded("zh-CN", "<em>经费</em>\n<em>增长</em>", "经费增长");
    assert_folded("zh-CN", "\xF0\xA0\xAE\xB7\n家", "\xF0\xA0\xAE\xB7家");
}

static void test_footnote_is_own_flow(void)
{
    struct fixture fixture;
    const struct doc_node *p;
    const struct doc_node *footnote;
    g_autofree char *outer = NULL;
    g_autofree char *inner = NULL;

    open_fixture(
        &fixture, "zh-CN", "<p>强度<footnote>\n 之比。 </footnote>\n为</p>");
    p = doc_child(fixture.document->root, DOC_P);
    footnote = doc_child(p, DOC_FOOTNOTE);
    outer = doc_text(p);
    inner = doc_text(footnote);
    g_assert_cmpstr(outer, ==, "强度为");
    g_assert_cmpstr(inner, ==, "之比。");
    close_fixture(&fixture);
}

/* White space between blocks is no text, and no node. */
static void test_structure_has_no_text(void)
{
    struct fixture fixture;
    const struct doc_node *item;

    open_fixture(&fixture, "en", "<ul> <li>\n <p>a</p> <p>b</p> </li> </ul>");
    item = fixture.document->root->first->first;
    g_assert_cmpint(item->kind, ==, DOC_LI);
    g_assert_cmpint(item->first->kind, ==, DOC_P);
    g_assert_true(item->first->next == item->last);
    g_assert_true(item->last->previous == item->first);
    g_assert_cmpint(item->last->kind, ==, DOC_P);
    close_fixture(&fixture);
}

/* ---- What nodes have ---- */

static void test_head_and_language(void)
{
    struct fixture fixture;
    const struct doc_node *p;
    const struct doc_node *span;

    open_fixture(&fixture, "zh-CN",
        "<section id='s'><h>头</h><p>a<span xml:lang='en'>b</span></p>"
        "</section>");
    p = doc_child(doc_find(fixture.document, "s"), DOC_P);
    span = doc_child(p, DOC_SPAN);
    g_assert_cmpstr(fixture.document->title, ==, "A title");
    g_assert_cmpstr(fixture.document->lang, ==, "zh-CN");
    g_assert_cmpstr(doc_lang(p), ==, "zh-CN");
    g_assert_cmpstr(doc_lang(span), ==, "en");
    g_assert_cmpstr(doc_lang(span->first), ==, "en");
    g_assert_null(doc_find(fixture.document, "t"));
    close_fixture(&fixture);
}

static void test_sections(void)
{
    struct fixture fixture;
    const struct doc_node *inner;

    open_fixture(&fixture, "en",
        "<section numbered='false'><h>A</h><section id='i'><h>B</h>"
        "</section></section><section id='o'><h>C</h></section>");
    inner = doc_find(fixture.document, "i");
    g_assert_cmpint(inner->as.section.level, ==, 2);
    g_assert_false(inner->as.section.is_numbered);
    g_assert_true(doc_find(fixture.document, "o")->as.section.is_numbered);
    close_fixture(&fixture);
}

static void test_attribute_text(void)
{
    struct fixture fixture;
    const struct doc_node *chart;

    open_fixture(&fixture, "en",
        "<figure><chart type='hbar' alt=' R&amp;D\n of\t a '>"
        "<category>c</category><series label='s'><point value='1.50' "
        "label='1.50'/></series></chart></figure>");
    chart = fixture.document->root->first->first;
    g_assert_cmpstr(chart->as.chart->alt, ==, "R&D of a");
    g_assert_null(chart->as.chart->unit);
    g_assert_cmpint(chart->as.chart->type, ==, DOC_HBAR);
    g_assert_cmpstr(chart->last->first->as.point->value, ==, "1.50");
    close_fixture(&fixture);
}

/* ---- The grid ---- */

static void assert_cell(const struct doc_node *cell, const char *text,
    int column, enum doc_align align)
{
    g_autofree char *has = doc_text(cell);

    g_assert_cmpstr(has, ==, text);
    g_assert_cmpint(cell->as.cell.column, ==, column);
    g_assert_cmpint(cell->as.cell.align, ==, align);
}

static void test_grid(void)
{
    struct fixture fixture;
    const struct doc_node *table;
    const struct doc_node *row;

    open_fixture(&fixture, "en",
        "<table><col/><col align='decimal'/><col align='end'/>"
        "<thead><tr><th rowspan='2'>a</th><th colspan='2' align='center'>b"
        "</th></tr><tr><th>c</th><th>d</th></tr></thead>"
        "<tbody><tr><th scope='row'>e</th><td rowspan='2'>f</td><td>g</td>"
        "</tr><tr><th scope='row'>h</th><td>i</td></tr></tbody></table>");
    g_assert_nonnull(fixture.document);
    table = fixture.document->root->first;
    g_assert_cmpint(table->as.table.columns, ==, 3);
    row = doc_child(table, DOC_THEAD)->first;
    assert_cell(row->first, "a", 0, DOC_START);
    assert_cell(row->last, "b", 1, DOC_CENTER);
    assert_cell(row->next->first, "c", 1, DOC_DECIMAL);
    assert_cell(row->next->last, "d", 2, DOC_END);
    row = doc_child(table, DOC_TBODY)->first;
    g_assert_cmpint(row->first->as.cell.scope, ==, DOC_SCOPE_ROW);
    assert_cell(row->next->first, "h", 0, DOC_START);
    assert_cell(row->next->last, "i", 2, DOC_END);
    close_fixture(&fixture);
}

/* ---- Walking ---- */

static void test_walk(void)
{
    struct fixture fixture;
    const struct doc_node *list;
    GString *kinds = g_string_new(NULL);

    open_fixture(
        &fixture, "en", "<ul><li>a<em>b</em></li><li>c</li></ul><p>after</p>");
    list = fixture.document->root->first;
    for (const struct doc_node *n = list; n != NULL; n = doc_next(n, list)) {
        g_string_append_printf(kinds, "%s ", doc_kind_name(n->kind));
    }
    g_assert_cmpstr(kinds->str, ==, "ul li #text em #text li #text ");
    g_assert_true(doc_skip(list->first, list) == list->last);
    g_assert_null(doc_skip(list->last, list));
    g_assert_null(doc_skip(list, list));
    g_string_free(kinds, TRUE);
    close_fixture(&fixture);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    xml_open();
    g_test_add_func("/build/space", test_space);
    g_test_add_func("/build/footnote", test_footnote_is_own_flow);
    g_test_add_func("/build/structure", test_structure_has_no_text);
    g_test_add_func("/build/language", test_head_and_language);
    g_test_add_func("/build/sections", test_sections);
    g_test_add_func("/build/attributes", test_attribute_text);
    g_test_add_func("/build/grid", test_grid);
    g_test_add_func("/build/walk", test_walk);
    status = g_test_run();
    xml_close();
    return status;
}
