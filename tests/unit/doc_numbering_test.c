/*
 * Numbers of sections, tables and notes, from a tree made by hand.
 */
#include "doc/numbering.h"

#include <string.h>

#include <glib.h>

static void append(struct doc_node *parent, struct doc_node *child)
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

static struct doc_node section(int level, const char *class)
{
    struct doc_node node = {.kind = DOC_SECTION, .class = class};

    node.as.section.is_numbered = true;
    node.as.section.level = level;
    return node;
}

static void check(const char *lang, const char *const expected[7])
{
    struct doc_node root = {.kind = DOC_REPORT};
    struct doc_node first = section(1, NULL);
    struct doc_node second = section(1, NULL);
    struct doc_node inner = section(2, NULL);
    struct doc_node appendix = section(1, "wide appendix");
    struct doc_node table = {.kind = DOC_TABLE};
    struct doc_node caption = {.kind = DOC_CAPTION};
    struct doc_node bare = {.kind = DOC_TABLE};
    struct document document = {.root = &root, .lang = lang};
    struct numbering *numbering;

    append(&root, &first);
    append(&first, &bare);
    append(&root, &second);
    append(&second, &inner);
    append(&inner, &table);
    append(&table, &caption);
    append(&root, &appendix);
    numbering = numbering_new(&document, document.lang);
    g_assert_cmpstr(numbering_of(numbering, &first), ==, expected[0]);
    g_assert_cmpstr(numbering_of(numbering, &inner), ==, expected[1]);
    g_assert_cmpstr(numbering_reference(numbering, &inner), ==, expected[2]);
    g_assert_cmpstr(numbering_of(numbering, &appendix), ==, expected[3]);
    g_assert_cmpstr(numbering_of(numbering, &table), ==, expected[4]);
    g_assert_cmpstr(numbering_continued(numbering, &table), ==, expected[5]);
    g_assert_cmpstr(numbering_prefix(numbering, &inner), ==, expected[6]);
    g_assert_null(numbering_of(numbering, &bare));
    g_assert_null(numbering_of(numbering, &root));
    numbering_free(numbering);
}

static void test_numbers(void)
{
    static const char *const chinese[] = {
        "一、", "（一）", "第二节（一）", "附录一", "表1", "续表1", "（一）"};
    static const char *const english[] = {"1", "2.1", "Section 2.1",
        "Appendix A", "Table 1", "Table 1 (continued)", "2.1 "};

    check("zh-CN", chinese);
    check("en", english);
}

/* The numbers of attachments, and of the only one. */
static void check_attachments(
    const char *lang, int count, const char *number, const char *reference)
{
    struct doc_node root = {.kind = DOC_REPORT};
    struct doc_node body = section(1, NULL);
    struct doc_node first = section(1, "attachment");
    struct doc_node last = section(1, "attachment");
    struct doc_node inner = section(2, NULL);
    struct document document = {.root = &root, .lang = lang};
    struct numbering *numbering;

    append(&root, &body);
    if (count > 1) {
        append(&root, &first);
    }
    append(&root, &last);
    append(&last, &inner);
    numbering = numbering_new(&document, document.lang);
    g_assert_true(numbering_is_attachment(&last));
    g_assert_false(numbering_is_attachment(&body));
    g_assert_false(numbering_is_attachment(&inner));
    g_assert_cmpstr(numbering_of(numbering, &last), ==, number);
    g_assert_cmpstr(numbering_reference(numbering, &inner), ==, reference);
    numbering_free(numbering);
}

static void test_attachments(void)
{
    check_attachments("zh-CN", 1, "附件", "附件（一）");
    check_attachments("zh-CN", 2, "附件2", "附件2（一）");
    check_attachments("en", 1, "Attachment", "Attachment 1.1");
    check_attachments("en", 2, "Attachment 2", "Attachment 2.1");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/numbering/both", test_numbers);
    g_test_add_func("/numbering/attachments", test_attachments);
    return g_test_run();
}
