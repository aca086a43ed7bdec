/*
 * Fills the flat list of a paragraph from the tree: characters and the style
 * of each.  What elements mean for the look of text is decided here.
 */
#include "page/flat.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flow.h"
#include "type/shape.h"

/* Raised and lowered text: size and shift, in thousandths of the size. */
#define SCRIPT_SIZE 650
#define SCRIPT_LEAST 9 /* half points: powers of powers stay readable */
#define SUPER_RISE 350
#define SUB_RISE (-160)

struct flat *flat_new(void)
{
    struct flat *flat = g_new0(struct flat, 1);

    flat->styles = g_array_new(FALSE, TRUE, sizeof(struct flat_style));
    flat->chars = g_array_new(FALSE, TRUE, sizeof(struct flat_char));
    flat->runs = g_array_new(FALSE, TRUE, sizeof(struct flat_run));
    flat->items = g_array_new(FALSE, TRUE, sizeof(struct flat_item));
    flat->glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
    flat->allowed = g_byte_array_new();
    flat->seen = g_string_new(NULL);
    return flat;
}

void flat_free(struct flat *flat)
{
    if (flat != NULL) {
        g_array_unref(flat->styles);
        g_array_unref(flat->chars);
        g_array_unref(flat->runs);
        g_array_unref(flat->items);
        g_array_unref(flat->glyphs);
        g_byte_array_unref(flat->allowed);
        g_string_free(flat->seen, TRUE);
        g_free(flat);
    }
}

void flat_begin(struct compose *compose, const struct doc_node *node)
{
    struct flat *flat = compose->flat;

    g_array_set_size(flat->styles, 0);
    g_array_set_size(flat->chars, 0);
    g_array_set_size(flat->runs, 0);
    g_array_set_size(flat->items, 0);
    flat->text = NULL;
    flat->text_size = 0;
    flat->rules = style_composition(compose->style, node);
    flat->lang = doc_lang(node);
    flat->is_chinese = strcmp(flat->lang, "zh-CN") == 0;
    flat->hyphens = HYPHENS_NONE;
    flat->hangs = false;
}

/* The style that is the last one in use, or a new one. */
static uint32_t style_index(struct flat *flat, const struct flat_style *style)
{
    guint count = flat->styles->len;

    if (count > 0) {
        const struct flat_style *last =
            &g_array_index(flat->styles, struct flat_style, count - 1);

        if (memcmp(last, style, sizeof *style) == 0) {
            return (uint32_t)(count - 1);
        }
    }
    g_array_append_val(flat->styles, *style);
    return (uint32_t)count;
}

static void add_chars(struct flat *flat, const struct flat_style *style,
    const char *text, size_t size)
{
    uint32_t index = style_index(flat, style);
    guint count = flat->chars->len;
    const char *end = text + size;

    /* As many as there are bytes, or fewer. */
    g_array_set_size(flat->chars, count + (guint)size);
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        unsigned char byte = (unsigned char)*p;
        uint32_t code = byte < 0x80 ? byte : g_utf8_get_char(p);
        struct flat_char c = {.code = code, .style = index};

        c.class = (uint8_t)class_of(code);
        c.is_raised = style->rise != 0 || style->note != NULL;
        *flat_char(flat, count++) = c;
    }
    g_array_set_size(flat->chars, count);
}

/* Letters and digits are slanted where Han has dots. */
static void add_dotted(struct flat *flat, const struct flat_style *style,
    const char *text, size_t size)
{
    struct flat_style slanted = *style;
    const char *end = text + size;

    slanted.has_dots = false;
    slanted.font.is_italic = true;
    while (text < end) {
        const char *p = text;
        bool is_western = class_is_western(class_of(g_utf8_get_char(text)));

        while (p < end &&
               class_is_western(class_of(g_utf8_get_char(p))) == is_western) {
            p = g_utf8_next_char(p);
        }
        add_chars(
            flat, is_western ? &slanted : style, text, (size_t)(p - text));
        text = p;
    }
}

/* Zeroed to the last byte, for memcmp. */
static void base_style(struct flat_style *style, const struct text_style *text,
    const struct doc_node *node)
{
    memset(style, 0, sizeof *style);
    style->font.role = text->font.role;
    style->font.is_bold = text->font.is_bold;
    style->font.is_italic = text->font.is_italic;
    style->size = text->size;
    style->track = text->track;
    style->color = text->color;
    style->lang = doc_lang(node);
    style->node = node;
}

void flat_add_text(struct compose *compose, const struct text_style *style,
    const struct doc_node *node, const char *text)
{
    struct flat_style flat_style;

    base_style(&flat_style, style, node);
    add_chars(compose->flat, &flat_style, text, strlen(text));
}

static void raise_text(struct flat_style *style, int rise)
{
    style->track = 0;
    style->rise += len_scale(style->size, rise, 1000);
    style->size = MAX(len_scale(style->size, SCRIPT_SIZE, 1000),
        MIN(style->size, SCRIPT_LEAST * LEN_PT / 2));
}

static void apply_link(const struct compose *compose, struct flat_style *style,
    const struct doc_node *node)
{
    if (style->link == NULL) {
        style->link = node;
        if (node->kind == DOC_A && !doc_has_class(node, "source")) {
            style->color = compose->style->colors.link;
        }
    }
}

/* The second language of a cell: of its own size and colour, not bold. */
static void apply_translation(const struct compose *compose,
    struct flat_style *style, const struct text_style *text)
{
    const struct text_style *second = &compose->style->second[text->name];

    style->size = second->size;
    style->color = second->color;
    style->font.is_bold = second->font.is_bold;
}

/* What one inline element does to the text in it. */
static void apply_node(const struct compose *compose, struct flat_style *style,
    const struct doc_node *node)
{
    if (node->kind == DOC_STRONG) {
        style->font.is_bold = true;
    } else if (node->kind == DOC_EM) {
        emphasis_apply(&compose->style->emphasis, style);
    } else if (node->kind == DOC_SUP) {
        raise_text(style, SUPER_RISE);
    } else if (node->kind == DOC_SUB) {
        raise_text(style, SUB_RISE);
    } else if (node->kind == DOC_A || node->kind == DOC_REF) {
        apply_link(compose, style, node);
    }
}

/* The style of what stands in node, below top. */
static void inner_style(const struct compose *compose,
    const struct text_style *text, const struct doc_node *node,
    const struct doc_node *top, struct flat_style *style)
{
    base_style(style, text, top);
    style->lang = doc_lang(node);
    for (const struct doc_node *n = node; n != top; n = n->parent) {
        if (n->kind == DOC_SPAN && doc_has_class(n, "translation") &&
            doc_is_translation(compose->document, n)) {
            apply_translation(compose, style, text);
        }
    }
    for (const struct doc_node *n = node; n != top; n = n->parent) {
        apply_node(compose, style, n);
    }
    style->node = node;
}

void flat_add_suffix(struct compose *compose, const struct text_style *style,
    const struct doc_node *node, const char *text)
{
    const struct doc_node *last = node->last;
    struct flat_style flat_style;

    if (last == NULL || last->kind == DOC_TEXT ||
        !doc_is_translation(compose->document, last)) {
        last = node;
    }
    inner_style(compose, style, last, node, &flat_style);
    add_chars(compose->flat, &flat_style, text, strlen(text));
}

/* The page of a node: known from this pass, or the one before, or not yet. */
static const char *page_label(struct compose *compose, const char *id)
{
    const char *label = g_hash_table_lookup(compose->labels_now, id);

    if (label == NULL) {
        label = g_hash_table_lookup(compose->labels, id);
        compose->has_forward = true;
    }
    return label != NULL ? label : "00";
}

static const struct doc_node *title_of(const struct doc_node *node)
{
    static const enum doc_kind kinds[] = {
        DOC_H, DOC_CAPTION, DOC_FIGCAPTION, DOC_LABEL};

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const struct doc_node *title = doc_child(node, kinds[i]);

        if (title != NULL) {
            return title;
        }
    }
    return node;
}

/* "Table 3" is one word: all but the last character hold the next one. */
static void bind_chars(const struct flat *flat, size_t first)
{
    for (size_t i = first; i + 1 < flat->chars->len; i++) {
        flat_char(flat, i)->is_bound = true;
    }
}

/* The number of a page is not parted from the word before it. */
static void hold_blank(const struct flat *flat)
{
    guint count = flat->chars->len;

    if (count > 0 &&
        (flat_char(flat, count - 1)->class == CLASS_SPACE ||
            flat_char(flat, count - 1)->class == CLASS_FIXED_SPACE)) {
        flat_char(flat, count - 1)->is_bound = true;
    }
}

static void add_reference(struct compose *compose,
    const struct flat_style *style, const struct doc_node *ref)
{
    const struct doc_node *target =
        doc_find(compose->document, ref->as.ref->to);
    const char *text = NULL;
    g_autofree char *title = NULL;

    if (target == NULL) {
        return; /* reported when the tree was built */
    }
    if (ref->as.ref->what == DOC_REF_PAGE) {
        hold_blank(compose->flat);
        text = page_label(compose, ref->as.ref->to);
    } else if (ref->as.ref->what == DOC_REF_NUMBER) {
        text = numbering_reference(compose_numbering(compose, ref), target);
    }
    if (text == NULL) {
        text = title = doc_text(title_of(target));
        add_chars(compose->flat, style, text, strlen(text));
    } else {
        guint first = compose->flat->chars->len;

        add_chars(compose->flat, style, text, strlen(text));
        bind_chars(compose->flat, first);
    }
}

static void add_mark(struct compose *compose, struct flat_style *style,
    const struct doc_node *note)
{
    const char *number = flow_note_number(compose, note);

    raise_text(style, SUPER_RISE);
    style->note = note;
    add_chars(compose->flat, style, number, strlen(number));
}

void flat_add_children(struct compose *compose, const struct text_style *text,
    const struct doc_node *top)
{
    const struct doc_node *node = top->first;

    while (node != NULL) {
        struct flat_style style;
        bool is_leaf = true;

        if (node->kind == DOC_TEXT) {
            inner_style(compose, text, node->parent, top, &style);
            (style.has_dots ? add_dotted : add_chars)(
                compose->flat, &style, node->as.text, node->text_size);
        } else if (node->kind == DOC_FOOTNOTE) {
            inner_style(compose, text, node, top, &style);
            add_mark(compose, &style, node);
        } else if (node->kind == DOC_REF) {
            inner_style(compose, text, node, top, &style);
            add_reference(compose, &style, node);
        } else if (node->kind == DOC_BR) {
            inner_style(compose, text, node->parent, top, &style);
            add_chars(compose->flat, &style, "\n", 1);
        } else {
            is_leaf = doc_kind_content(node->kind) != DOC_CONTENT_INLINE;
        }
        node = is_leaf ? doc_skip(node, top) : doc_next(node, top);
    }
}

void flat_finish(struct compose *compose)
{
    flat_resolve(compose);
    flat_permit(compose);
    flat_shape(compose);
    flat_space(compose->flat);
}

void flat_widths(const struct flat *flat, len *min, len *max)
{
    len piece = 0;
    len line = 0;

    *min = *max = 0;
    for (size_t i = 0; i < flat->items->len; i++) {
        const struct flat_item *item = flat_item(flat, i);
        bool is_space = item->class == CLASS_SPACE;

        piece += is_space ? 0 : item->advance;
        line += item->advance;
        *min = MAX(*min, piece - flat_end_blank(flat, item));
        *max = MAX(*max,
            line - (is_space ? item->advance : flat_end_blank(flat, item)));
        if (item->permit == PERMIT_NO) {
            piece += is_space ? item->advance : 0;
            piece += item->gap;
            line += item->gap;
        } else if (item->permit == PERMIT_FORCED) {
            piece = line = 0;
        } else {
            piece = item->permit == PERMIT_HYPHEN ? piece : 0;
            line += item->gap;
        }
    }
}
