/*
 * Folds white space: what an author's indentation put into the text goes,
 * what parts words stays.  Digits, the points between them, letters and percent
 * signs of full width become ordinary ones: they are ways of typing, not other
 * characters (GB/T 15835; validate notes them).  Works on the text nodes of one
 * flow element at a time, in place: folded text is never longer.
 */
#include "doc/parts.h"

#include <string.h>

#include <glib.h>

struct folding {
    struct doc_node *space; /* where the open run of white space began */
    bool has_break;         /* a line break is in that run */
    bool has_text;          /* something stands before it */
    gunichar before;        /* the character before; 0: none */
    bool before_is_chinese; /* its language */
};

static bool is_chinese(const struct doc_node *node)
{
    return strcmp(doc_lang(node), "zh-CN") == 0;
}

/* True for what fills a Han square, in Chinese the curly quotes too. */
static bool is_wide(gunichar c, bool in_chinese)
{
    if (c < 0xB7) {
        return false;
    }
    if (in_chinese && (c == 0xB7 || c == 0x2014 || c == 0x2026 ||
                          (c >= 0x2018 && c <= 0x201D))) {
        return true;
    }
    return (c >= 0x2E80 && c <= 0x312F) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

/* True for a full-width mark, beside which there is never a blank. */
static bool is_mark(gunichar c, bool in_chinese)
{
    return is_wide(c, in_chinese) && g_unichar_ispunct(c);
}

/* The run ends before c: what is left of it, and where it began, one blank. */
static void end_space(struct folding *folding, gunichar c, bool in_chinese)
{
    struct doc_node *node = folding->space;

    folding->space = NULL;
    if (node == NULL || !folding->has_text) {
        return;
    }
    if (folding->has_break &&
        (is_mark(c, in_chinese) ||
            is_mark(folding->before, folding->before_is_chinese) ||
            (is_wide(c, in_chinese) &&
                is_wide(folding->before, folding->before_is_chinese)))) {
        return;
    }
    ((char *)node->as.text)[node->text_size++] = ' ';
}

static void note_character(struct folding *folding, gunichar c, bool in_chinese)
{
    end_space(folding, c, in_chinese);
    folding->has_text = true;
    folding->before = c;
    folding->before_is_chinese = in_chinese;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What a character of full width stands for; others for themselves. */
static gunichar narrow(gunichar c)
{
    bool is_wide = (c >= 0xFF10 && c <= 0xFF19) ||
                   (c >= 0xFF21 && c <= 0xFF3A) ||
                   (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF05;

    return is_wide ? c - 0xFF01 + '!' : c;
}

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

/* A point of full width between digits, and not one that ends a sentence. */
static bool is_point(const struct folding *folding, gunichar c,
    const char *next, const char *end)
{
    return c == 0xFF0E && folding->space == NULL && is_digit(folding->before) &&
           next < end && is_digit(narrow(g_utf8_get_char(next)));
}

static void fold_text(struct folding *folding, struct doc_node *node)
{
    char *bytes = (char *)node->as.text;
    const char *end = bytes + node->text_size;
    bool in_chinese = is_chinese(node);
    const char *p = bytes;

    node->text_size = 0;
    while (p < end) {
        const char *next;
        gunichar c;

        if (is_space(*p)) {
            if (folding->space == NULL) {
                folding->space = node;
                folding->has_break = false;
            }
            folding->has_break = folding->has_break || *p == '\n';
            p++;
            continue;
        }
        next = g_utf8_next_char(p);
        c = narrow(g_utf8_get_char(p));
        c = is_point(folding, c, next, end) ? '.' : c;
        note_character(folding, c, in_chinese);
        if (c < 0x80) {
            bytes[node->text_size++] = (char)c;
        } else {
            memmove(bytes + node->text_size, p, (size_t)(next - p));
            node->text_size += (unsigned)(next - p);
        }
        p = next;
    }
}

/*
 * A break drops the white space around it; what layout writes for a reference
 * begins and ends like a word of its language.  Everything else is seen
 * through: a footnote's mark is no character of the text.
 */
static void fold_inline(struct folding *folding, const struct doc_node *node)
{
    if (node->kind == DOC_BR) {
        folding->space = NULL;
        folding->has_text = false;
    } else if (node->kind == DOC_REF) {
        note_character(
            folding, is_chinese(node) ? 0x4E00 : 'a', is_chinese(node));
    }
}

/* Ends each text with a zero byte and takes the empty ones out. */
static void close_text(struct doc_node *node)
{
    ((char *)node->as.text)[node->text_size] = '\0';
    if (node->text_size > 0) {
        return;
    }
    if (node->previous != NULL) {
        node->previous->next = node->next;
    } else {
        node->parent->first = node->next;
    }
    if (node->next != NULL) {
        node->next->previous = node->previous;
    } else {
        node->parent->last = node->previous;
    }
}

/* Blocks inside an item, and a footnote, are flows of their own. */
static bool is_flow(const struct doc_node *node)
{
    return node->kind == DOC_FOOTNOTE ||
           doc_kind_content(node->kind) != DOC_CONTENT_INLINE;
}

static struct doc_node *step(
    struct doc_node *node, struct doc_node *top, bool into)
{
    return (
        struct doc_node *)(into ? doc_next(node, top) : doc_skip(node, top));
}

static void fold_flow(struct doc_node *flow)
{
    struct folding folding = {NULL, false, false, 0, false};
    struct doc_node *node = step(flow, flow, true);

    while (node != NULL) {
        bool is_own = node->kind != DOC_TEXT && is_flow(node);

        if (node->kind == DOC_TEXT) {
            fold_text(&folding, node);
        } else {
            fold_inline(&folding, node);
        }
        node = step(node, flow, !is_own);
    }
    node = step(flow, flow, true);
    while (node != NULL) {
        bool is_own = node->kind != DOC_TEXT && is_flow(node);
        struct doc_node *next = step(node, flow, !is_own);

        if (node->kind == DOC_TEXT) {
            close_text(node);
        }
        node = next;
    }
}

void doc_fold_space(struct doc_node *root)
{
    for (struct doc_node *node = root; node != NULL;
         node = step(node, root, true)) {
        if (doc_kind_content(node->kind) == DOC_CONTENT_FLOW ||
            node->kind == DOC_FOOTNOTE) {
            fold_flow(node);
        }
    }
}
