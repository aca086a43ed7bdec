/*
 * Counts sections, tables, figures and footnotes in one walk of the tree and
 * keeps the texts of those that have a number.
 */
#include "doc/numbering.h"

#include <string.h>

#include <glib.h>

#define LEVELS 6

/* What a section of level 1, and those in it, belong to. */
enum part { PART_BODY, PART_APPENDIX, PART_ATTACHMENT };

struct number_texts {
    char *number;
    char *prefix;
    char *reference;
    char *continued;
};

struct numbering {
    GHashTable *texts; /* doc_node -> number_texts */
    bool is_chinese;
    int sections[LEVELS + 1]; /* counts by level, from 1 */
    int appendices;
    int attachments;
    int attachment_total; /* the only one has no number */
    enum part part;       /* that the walk is in */
    int tables;
    int figures;
    int footnotes[2]; /* of the report's language, of the second */
};

static void texts_free(void *data)
{
    struct number_texts *texts = data;

    g_free(texts->number);
    g_free(texts->prefix);
    g_free(texts->reference);
    g_free(texts->continued);
    g_free(texts);
}

/* 1 to 99 as Chinese numerals; larger numbers in digits. */
static char *chinese_numeral(int n)
{
    static const char *const digits[] = {
        "", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    if (n < 1 || n > 99) {
        return g_strdup_printf("%d", n);
    }
    if (n < 10) {
        return g_strdup(digits[n]);
    }
    return g_strdup_printf(
        "%s十%s", n < 20 ? "" : digits[n / 10], digits[n % 10]);
}

/* How text names the section of level 1: 第一节, 附录一, 附件1. */
static char *top_chinese(const struct numbering *numbering)
{
    bool is_body = numbering->part == PART_BODY;
    g_autofree char *numeral = chinese_numeral(
        is_body ? numbering->sections[1] : numbering->appendices);

    if (numbering->part == PART_ATTACHMENT) {
        return numbering->attachment_total == 1
                   ? g_strdup("附件")
                   : g_strdup_printf("附件%d", numbering->attachments);
    }
    return g_strdup_printf(is_body ? "第%s节" : "附录%s", numeral);
}

/* From the third level on: "第一节（二）3", "第一节（二）3（4）". */
static char *deep_reference(const struct numbering *numbering, int level,
    const char *top, const char *second)
{
    GString *text = g_string_new(NULL);

    g_string_printf(text, "%s（%s）%d", top, second, numbering->sections[3]);
    for (int i = 4; i <= level; i++) {
        g_string_append_printf(text, "（%d）", numbering->sections[i]);
    }
    return g_string_free(text, FALSE);
}

static void section_chinese(
    const struct numbering *numbering, int level, struct number_texts *texts)
{
    int count = numbering->sections[level];
    g_autofree char *numeral = chinese_numeral(count);
    g_autofree char *second = chinese_numeral(numbering->sections[2]);
    g_autofree char *top = top_chinese(numbering);

    switch (level) {
    case 1:
        texts->number = numbering->part != PART_BODY
                            ? g_strdup(top)
                            : g_strdup_printf("%s、", numeral);
        texts->prefix = g_strconcat(
            texts->number, numbering->part != PART_BODY ? "　" : "", NULL);
        texts->reference = g_strdup(top);
        break;
    case 2:
        texts->number = g_strdup_printf("（%s）", numeral);
        texts->prefix = g_strdup(texts->number);
        texts->reference = g_strconcat(top, texts->number, NULL);
        break;
    default:
        texts->number = level == 3 ? g_strdup_printf("%d.", count)
                                   : g_strdup_printf("（%d）", count);
        texts->prefix = g_strconcat(texts->number, level == 3 ? " " : "", NULL);
        texts->reference = deep_reference(numbering, level, top, second);
        break;
    }
}

/* 1 is A; past Z in digits. */
static void append_letter(GString *text, int n)
{
    if (n >= 1 && n <= 26) {
        g_string_append_c(text, (char)('A' + n - 1));
    } else {
        g_string_append_printf(text, "%d", n);
    }
}

static void section_english(
    const struct numbering *numbering, int level, struct number_texts *texts)
{
    static const char *const names[] = {[PART_BODY] = "Section",
        [PART_APPENDIX] = "Appendix",
        [PART_ATTACHMENT] = "Attachment"};
    g_autoptr(GString) path = g_string_new(NULL);

    if (numbering->part == PART_APPENDIX) {
        append_letter(path, numbering->appendices);
    } else {
        g_string_append_printf(path, "%d",
            numbering->part == PART_BODY ? numbering->sections[1]
                                         : numbering->attachments);
    }
    for (int i = 2; i <= level; i++) {
        g_string_append_printf(path, ".%d", numbering->sections[i]);
    }
    texts->reference =
        g_strdup_printf("%s %s", names[numbering->part], path->str);
    if (level == 1 && numbering->attachment_total == 1 &&
        numbering->part == PART_ATTACHMENT) {
        texts->reference[strlen(names[PART_ATTACHMENT])] = '\0';
    }
    texts->number =
        g_strdup(numbering->part != PART_BODY && level == 1 ? texts->reference
                                                            : path->str);
    texts->prefix = g_strconcat(texts->number, " ", NULL);
}

static void count_section(struct numbering *numbering,
    const struct doc_node *node, struct number_texts *texts)
{
    int level = CLAMP(node->as.section.level, 1, LEVELS);

    if (level == 1) {
        numbering->part = doc_has_class(node, "appendix") ? PART_APPENDIX
                          : numbering_is_attachment(node) ? PART_ATTACHMENT
                                                          : PART_BODY;
    }
    if (level == 1 && numbering->part == PART_APPENDIX) {
        numbering->appendices++;
    } else if (level == 1 && numbering->part == PART_ATTACHMENT) {
        numbering->attachments++;
    } else {
        numbering->sections[level]++;
    }
    for (int i = level + 1; i <= LEVELS; i++) {
        numbering->sections[i] = 0;
    }
    if (numbering->is_chinese) {
        section_chinese(numbering, level, texts);
    } else {
        section_english(numbering, level, texts);
    }
}

static void count_float(const struct numbering *numbering, int count,
    const char *chinese, const char *english, struct number_texts *texts)
{
    if (numbering->is_chinese) {
        texts->number = g_strdup_printf("%s%d", chinese, count);
        texts->prefix = g_strconcat(texts->number, "　", NULL);
        texts->continued = g_strdup_printf("续%s%d", chinese, count);
    } else {
        texts->number = g_strdup_printf("%s %d", english, count);
        texts->prefix = g_strconcat(texts->number, " ", NULL);
        texts->continued = g_strdup_printf("%s %d (continued)", english, count);
    }
    texts->reference = g_strdup(texts->number);
}

bool numbering_is_attachment(const struct doc_node *node)
{
    return node->kind == DOC_SECTION && node->as.section.level == 1 &&
           node->as.section.is_numbered && doc_has_class(node, "attachment");
}

bool numbering_counts(const struct doc_node *node)
{
    if (node->kind == DOC_SECTION) {
        return node->as.section.is_numbered;
    }
    if (node->kind == DOC_TABLE) {
        return doc_child(node, DOC_CAPTION) != NULL;
    }
    if (node->kind == DOC_FIGURE) {
        return doc_child(node, DOC_FIGCAPTION) != NULL;
    }
    return node->kind == DOC_FOOTNOTE;
}

static void count_node(struct numbering *numbering,
    const struct document *document, const struct doc_node *node)
{
    struct number_texts *texts = g_new0(struct number_texts, 1);

    if (node->kind == DOC_SECTION) {
        count_section(numbering, node, texts);
    } else if (node->kind == DOC_TABLE) {
        count_float(numbering, ++numbering->tables, "表", "Table", texts);
    } else if (node->kind == DOC_FIGURE) {
        count_float(numbering, ++numbering->figures, "图", "Figure", texts);
    } else {
        texts->number = g_strdup_printf(
            "%d", ++numbering->footnotes[doc_is_translation(document, node)]);
        texts->prefix = g_strconcat(texts->number, " ", NULL);
        texts->reference = g_strdup(texts->number);
    }
    g_hash_table_insert(numbering->texts, (void *)node, texts);
}

struct numbering *numbering_new(
    const struct document *document, const char *lang)
{
    struct numbering *numbering = g_new0(struct numbering, 1);
    const struct doc_node *root = document->root;

    numbering->texts =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, texts_free);
    numbering->is_chinese = strcmp(lang, "zh-CN") == 0;
    for (const struct doc_node *node = root->first; node != NULL;
         node = node->next) {
        numbering->attachment_total += numbering_is_attachment(node);
    }
    for (const struct doc_node *node = root; node != NULL;
         node = doc_next(node, root)) {
        if (numbering_counts(node)) {
            count_node(numbering, document, node);
        }
    }
    return numbering;
}

void numbering_free(struct numbering *numbering)
{
    if (numbering != NULL) {
        g_hash_table_destroy(numbering->texts);
        g_free(numbering);
    }
}

static const struct number_texts *lookup(
    const struct numbering *numbering, const struct doc_node *node)
{
    static const struct number_texts none = {NULL, NULL, NULL, NULL};
    const struct number_texts *texts =
        g_hash_table_lookup(numbering->texts, node);

    return texts != NULL ? texts : &none;
}

const char *numbering_of(
    const struct numbering *numbering, const struct doc_node *node)
{
    return lookup(numbering, node)->number;
}

const char *numbering_prefix(
    const struct numbering *numbering, const struct doc_node *node)
{
    return lookup(numbering, node)->prefix;
}

const char *numbering_reference(
    const struct numbering *numbering, const struct doc_node *node)
{
    return lookup(numbering, node)->reference;
}

const char *numbering_continued(
    const struct numbering *numbering, const struct doc_node *node)
{
    return lookup(numbering, node)->continued;
}

const char *numbering_continued_mark(const struct numbering *numbering)
{
    return numbering->is_chinese ? "（续）" : " (continued)";
}

const char *numbering_attachments(const struct numbering *numbering)
{
    if (numbering->is_chinese) {
        return "附件：";
    }
    return numbering->attachment_total == 1 ? "Attachment: " : "Attachments: ";
}
