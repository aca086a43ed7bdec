/*
 * Sets a paragraph: flat list, lines, then page items for each line, a text
 * item for each stretch of one face and style.
 */
#include "page/para.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/flat.h"
#include "page/lines.h"
#include "page/link.h"
#include "page/lint.h"

len para_baseline(const struct text_style *style)
{
    /* The em box of a CJK face lies from -0.12 to 0.88 em. */
    return style->line / 2 + len_scale(style->size, 38, 100);
}

static void item_shift(struct page_item *item, len x, len y)
{
    switch (item->kind) {
    case PAGE_TEXT:
        item->as.text.x += (page_len)x;
        item->as.text.y += (page_len)y;
        break;
    case PAGE_FILL:
        item->as.fill.x += x;
        item->as.fill.y += y;
        break;
    case PAGE_PATH: {
        struct page_point *points =
            (struct page_point *)(uintptr_t)item->as.path.points;

        for (size_t i = 0; i < item->as.path.count; i++) {
            points[i].x += x;
            points[i].y += y;
        }
        break;
    }
    case PAGE_LINK:
        item->as.link.x += x;
        item->as.link.y += y;
        break;
    case PAGE_ANCHOR:
        item->as.anchor.x += x;
        item->as.anchor.y += y;
        break;
    }
}

void items_shift(struct page_item *first, len x, len y)
{
    for (struct page_item *item = first; item != NULL; item = item->next) {
        item_shift(item, x, y);
    }
}

void items_end_word(struct page_item *first)
{
    struct page_item *last = NULL;

    for (struct page_item *item = first; item != NULL; item = item->next) {
        last = item->kind == PAGE_TEXT ? item : last;
    }
    if (last != NULL) {
        last->as.text.ends_word = true;
    }
}

/* Setting one line. */
struct line_writer {
    struct compose *compose;
    const struct para *para;
    const struct line_range *range;
    struct line *line;
    len x;
    const struct doc_node *anchored; /* the last inline element with an id */
};

static void append_item(struct line *line, struct page_item *item)
{
    if (line->last == NULL) {
        line->first = item;
    } else {
        line->last->next = item;
    }
    line->last = item;
}

static struct page_item *new_item(struct line_writer *writer,
    enum page_item_kind kind, const struct doc_node *node)
{
    struct page_item *item =
        ARENA_NEW(writer->compose->arena, struct page_item);

    item->kind = kind;
    item->role = writer->para->role;
    item->part = writer->para->part;
    item->node = node;
    append_item(writer->line, item);
    return item;
}

/* Items from i on that share the run of the first, as many as have their text
 * within reach of a glyph. */
static size_t run_end(const struct line_writer *writer, size_t i)
{
    const struct flat *flat = writer->compose->flat;
    uint32_t run = flat_item(flat, i)->run;
    uint32_t base = flat_item(flat, i)->text;

    while (i <= writer->range->last && flat_item(flat, i)->run == run &&
           flat_item(flat, i)->text - base <= UINT16_MAX) {
        i++;
    }
    return i;
}

static uint32_t text_end(const struct flat *flat, size_t i)
{
    uint32_t last = flat_item(flat, i)->last;

    return last + 1 < flat->chars->len ? flat_char(flat, last + 1)->offset
                                       : (uint32_t)flat->text_size;
}

/* A hyphen at the line's end; it stands for U+00AD. */
static void add_hyphen(struct line_writer *writer, struct page_text *text,
    struct page_glyph *glyphs, len x)
{
    struct compose *compose = writer->compose;
    struct page_glyph *glyph = &glyphs[text->count++];

    glyph->id = (uint16_t)font_glyph(text->font, '-');
    /* No glyph but one of a thousand accents has more text. */
    glyph->text = (uint16_t)MIN(text->text_size, UINT16_MAX);
    glyph->x = (page_len)x;
    text->width =
        (page_len)(x + lines_hyphen_width(compose, writer->range->last));
    text->text = arena_printf(
        compose->texts, "%.*s\u00AD", (int)text->text_size, text->text);
    text->text_size += (uint32_t)strlen("\u00AD");
}

static bool is_within(const struct doc_node *node, const struct doc_node *top)
{
    while (node != NULL && node != top) {
        node = node->parent;
    }
    return node != NULL;
}

/* A footnote is where its text stands; what is repeated is nowhere. */
static bool is_place(
    const struct line_writer *writer, const struct doc_node *node)
{
    return node->id != NULL && node != writer->para->node &&
           node->kind != DOC_FOOTNOTE && writer->para->role == PAGE_CONTENT &&
           (writer->anchored == NULL || !is_within(writer->anchored, node));
}

/* Where the element begins, and inline elements around it that begin here. */
static void add_anchor(struct line_writer *writer, const struct doc_node *node)
{
    const struct doc_node *around = node->parent;

    if (around != NULL && around != writer->para->node &&
        doc_kind_content(around->kind) == DOC_CONTENT_INLINE) {
        add_anchor(writer, around);
    }
    if (is_place(writer, node)) {
        struct page_item *item = new_item(writer, PAGE_ANCHOR, node);

        item->as.anchor.name = node->id;
        item->as.anchor.x = writer->x;
        item->as.anchor.y = -writer->para->style->size;
        writer->anchored = node;
    }
}

static void add_note(struct line_writer *writer, const struct doc_node *note)
{
    struct note_mark **end = &writer->line->notes;
    struct note_mark *mark;

    while (*end != NULL) {
        if ((*end)->note == note) {
            return;
        }
        end = &(*end)->next;
    }
    mark = ARENA_NEW(writer->compose->arena, struct note_mark);
    mark->note = note;
    *end = mark;
}

/* An emphasis dot under a Han character whose box begins at x of its run. */
static void add_dot(
    struct line_writer *writer, const struct flat_item *item, len x)
{
    const struct flat_style *style = flat_style(writer->compose->flat, item);
    struct page_item *dot = new_item(writer, PAGE_PATH, style->node);

    dot->role = PAGE_ARTIFACT;
    dot->as.path.color = style->color;
    emphasis_dot(writer->compose->arena, &dot->as.path,
        writer->x + x + item->advance / 2, style->size);
}

static void place_glyphs(struct line_writer *writer, struct page_text *text,
    struct page_glyph *glyphs, size_t first, size_t end)
{
    const struct flat *flat = writer->compose->flat;
    uint32_t base = flat_item(flat, first)->text;
    bool has_dots = flat_style(flat, flat_item(flat, first))->has_dots;
    len x = 0;

    for (size_t i = first; i < end; i++) {
        const struct flat_item *item = flat_item(flat, i);
        struct page_glyph *glyph = &glyphs[text->count++];

        if (i == writer->range->first) {
            x -= item->left; /* trimmed: the glyph hangs into the margin */
        }
        glyph->id = (uint16_t)item->glyph;
        glyph->text = (uint16_t)(item->text - base);
        glyph->x = (page_len)(x + item->x_offset);
        if (has_dots && item->class == CLASS_HAN) {
            add_dot(writer, item, x);
        }
        x += item->advance;
        if (i == writer->range->last) {
            x -= flat_end_blank(flat, item);
        }
        text->width = (page_len)x;
        x += i == writer->range->last ? 0 : item->gap;
    }
    writer->x += x;
}

/* Of the same glyphs, and of a hyphen behind them; NULL: all are on the
 * baseline. */
static const page_len *rises_of(
    const struct line_writer *writer, size_t first, size_t end, bool has_hyphen)
{
    const struct flat *flat = writer->compose->flat;
    len rise = flat_style(flat, flat_item(flat, first))->rise;
    bool has_rise = rise != 0;
    page_len *rises;

    for (size_t i = first; i < end && !has_rise; i++) {
        has_rise = flat_item(flat, i)->y_offset != 0;
    }
    if (!has_rise) {
        return NULL;
    }
    rises =
        ARENA_ARRAY(writer->compose->texts, end - first + has_hyphen, page_len);
    for (size_t i = first; i < end; i++) {
        rises[i - first] = (page_len)(rise + flat_item(flat, i)->y_offset);
    }
    return rises;
}

/* The line ends before end, and a blank that is not set parts it from what
 * comes next. */
static bool ends_word(const struct line_writer *writer, size_t end)
{
    const struct flat *flat = writer->compose->flat;

    if (end <= writer->range->last || end >= flat->items->len) {
        return false;
    }
    /* Two lines are two words in English; in Chinese nothing parts them. */
    return flat_item(flat, end)->class == CLASS_SPACE ||
           (!flat->is_chinese &&
               flat_item(flat, end - 1)->permit == PERMIT_FORCED);
}

/* One text item: items first to end, of one run. */
static void add_run(struct line_writer *writer, size_t first, size_t end)
{
    struct compose *compose = writer->compose;
    const struct flat *flat = compose->flat;
    const struct flat_item *head = flat_item(flat, first);
    const struct flat_style *style = flat_style(flat, head);
    bool has_hyphen = end > writer->range->last && writer->range->has_hyphen;
    struct page_glyph *glyphs = ARENA_ARRAY(
        compose->texts, end - first + has_hyphen, struct page_glyph);
    struct page_item *item;
    struct page_text *text;

    add_anchor(writer, style->node);
    item = new_item(writer, PAGE_TEXT, style->node);
    text = &item->as.text;
    text->font = flat_run(flat, head)->font;
    text->size = (page_len)style->size;
    text->x = (page_len)writer->x;
    text->color = style->color;
    text->is_chinese = strcmp(style->lang, "zh-CN") == 0;
    text->outline = (page_len)emphasis_outline(
        &compose->style->emphasis, text->font, text->size);
    text->text = flat->text + head->text;
    text->text_size = text_end(flat, end - 1) - head->text;
    text->glyphs = glyphs;
    place_glyphs(writer, text, glyphs, first, end);
    text->rises = rises_of(writer, first, end, has_hyphen);
    if (has_hyphen) {
        add_hyphen(writer, text, glyphs, text->width);
        writer->x = text->x + text->width;
    }
    text->ends_word = !has_hyphen && ends_word(writer, end);
    if (style->note != NULL) {
        item->part = PAGE_MARK;
        add_note(writer, style->note);
    }
}

/* A link area over the text items of one link from the given one on. */
static void add_link(struct line_writer *writer, const struct doc_node *link,
    const struct page_item *from)
{
    struct compose *compose = writer->compose;
    const struct page_item *last = writer->line->last;
    len size = writer->para->style->size;
    struct page_item *item = new_item(writer, PAGE_LINK, link);

    item->part = link->kind == DOC_FOOTNOTE ? PAGE_MARK : PAGE_BODY;
    item->as.link.x = from->as.text.x;
    item->as.link.y = -size;
    item->as.link.width =
        last->as.text.x + last->as.text.width - from->as.text.x;
    item->as.link.height = len_scale(size, 13, 10);
    link_target(compose, link, &item->as.link);
}

/* What the text at item i leads to, or NULL. */
static const struct doc_node *link_at(
    const struct line_writer *writer, size_t i)
{
    const struct flat *flat = writer->compose->flat;
    const struct flat_style *style = flat_style(flat, flat_item(flat, i));

    if (writer->para->role != PAGE_CONTENT) {
        return NULL;
    }
    return style->note != NULL ? style->note : style->link;
}

static void write_runs(struct line_writer *writer)
{
    size_t i = writer->range->first;

    while (i <= writer->range->last) {
        const struct doc_node *link = link_at(writer, i);
        const struct page_item *from = NULL;

        do {
            size_t end = run_end(writer, i);

            add_run(writer, i, end);
            from = from == NULL ? writer->line->last : from;
            i = end;
        } while (i <= writer->range->last && link_at(writer, i) == link);
        if (link != NULL) {
            add_link(writer, link, from);
        }
    }
}

static struct line *write_line(
    struct compose *compose, const struct para *para, size_t i, len indent)
{
    const struct text_style *style = para->style;
    const struct line_range *range = lines_at(compose, i);
    len width = lines_width(compose, range);
    len rest = para->measure - style->right - indent - width;
    struct line_fit fit = {.rest = MIN(rest, 0)};
    struct line_writer writer = {.compose = compose,
        .para = para,
        .range = range,
        .line = ARENA_NEW(
            para->lines != NULL ? para->lines : compose->arena, struct line),
        .x = indent};

    if (style->align == STYLE_JUSTIFY && (!range->is_last || rest < 0)) {
        fit = justify_line(compose, range, rest);
    } else if (style->align == STYLE_CENTER) {
        writer.x += rest / 2;
    } else if (style->align == STYLE_END) {
        writer.x += rest;
    }
    if (compose->lint != NULL) {
        lint_line(compose, para, i, &fit);
    }
    write_runs(&writer);
    writer.line->width = writer.x;
    return writer.line;
}

struct line *para_set_flat(struct compose *compose, const struct para *para)
{
    const struct text_style *style = para->style;
    struct line_shape shape = {
        .first = para->measure - style->left - style->right - style->indent,
        .rest = para->measure - style->left - style->right,
        .is_justified = style->align == STYLE_JUSTIFY,
        .is_balanced = style->is_balanced && style->align != STYLE_JUSTIFY,
        .is_trapezoid = style->is_trapezoid,
    };
    size_t count = lines_break(compose, &shape);
    struct line *first = NULL;
    struct line **end = &first;

    for (size_t i = 0; i < count; i++) {
        len indent = style->left + (i == 0 ? style->indent : 0);

        *end = write_line(compose, para, i, indent);
        end = &(*end)->next;
    }
    return first;
}

static void begin(struct compose *compose, const struct para *para)
{
    flat_begin(compose, para->node);
    compose->flat->hangs =
        compose->flat->rules->hangs && para->style->align == STYLE_JUSTIFY;
    if (para->prefix != NULL) {
        flat_add_text(compose, para->style, para->node, para->prefix);
    }
}

/* The blank between a number and the title that it belongs to. */
static void widen_prefix(const struct flat *flat, const struct para *para)
{
    size_t end = para->prefix_gap > 0 && para->prefix != NULL
                     ? (size_t)g_utf8_strlen(para->prefix, -1)
                     : 0;

    for (size_t i = 0; i < flat->items->len && i < end; i++) {
        struct flat_item *item = flat_item(flat, i);

        if (item->last + 1 == end && item->class == CLASS_SPACE) {
            item->advance = (int32_t)para->prefix_gap;
        }
    }
}

void para_fill(struct compose *compose, const struct para *para)
{
    begin(compose, para);
    flat_add_children(compose, para->style, para->node);
    if (para->suffix != NULL) {
        flat_add_suffix(compose, para->style, para->node, para->suffix);
    }
    flat_finish(compose);
    widen_prefix(compose->flat, para);
}

struct line *para_set(struct compose *compose, const struct para *para)
{
    para_fill(compose, para);
    return para_set_flat(compose, para);
}

struct line *para_set_text(
    struct compose *compose, const struct para *para, const char *text)
{
    begin(compose, para);
    flat_add_text(compose, para->style, para->node, text);
    flat_finish(compose);
    widen_prefix(compose->flat, para);
    return para_set_flat(compose, para);
}
