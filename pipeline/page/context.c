/*
 * Characters in their context: which form a shared quotation mark takes, which
 * blanks are only habits of writing, which marks are signs.  Then the text of
 * the paragraph, as it will be copied and searched.
 */
#include <string.h>

#include "base/arena.h"
#include "page/compose.h"
#include "page/flat.h"

#define QUOTES_MAX 32

#define NONE ((size_t)-1)

/* The nearest character before i that rules see; NONE: there is none. */
static size_t before(const struct flat *flat, size_t i)
{
    while (i-- > 0) {
        const struct flat_char *c = flat_char(flat, i);

        if (!c->is_raised && !c->is_dropped && c->class != CLASS_CONTROL) {
            return i;
        }
    }
    return NONE;
}

static size_t after(const struct flat *flat, size_t i)
{
    while (++i < flat->chars->len) {
        const struct flat_char *c = flat_char(flat, i);

        if (!c->is_raised && c->class != CLASS_CONTROL) {
            return i;
        }
    }
    return NONE;
}

static bool is_quote(const struct flat_char *c)
{
    return c->code == 0x2018 || c->code == 0x2019 || c->code == 0x201C ||
           c->code == 0x201D;
}

/* Class of the nearest neighbour that is no quotation mark itself. */
static enum char_class neighbour(
    const struct flat *flat, size_t i, bool is_forward)
{
    do {
        i = is_forward ? after(flat, i) : before(flat, i);
    } while (i != NONE && is_quote(flat_char(flat, i)));
    return i == NONE ? CLASS_BREAK : (enum char_class)flat_char(flat, i)->class;
}

static bool is_chinese(const struct flat *flat, const struct flat_char *c)
{
    const struct flat_style *style =
        &g_array_index(flat->styles, struct flat_style, c->style);

    return strcmp(style->lang, "zh-CN") == 0;
}

static bool is_letter(enum char_class class)
{
    return class == CLASS_LATIN || class == CLASS_DIGIT;
}

/* An opening mark is Chinese unless Western text is on both sides of it. */
static bool opens_wide(const struct flat *flat, size_t i)
{
    enum char_class outer = neighbour(flat, i, false);
    enum char_class inner = neighbour(flat, i, true);

    if (!is_chinese(flat, flat_char(flat, i))) {
        return class_is_cjk(inner) && class_is_cjk(outer);
    }
    return !(is_letter(inner) &&
             (is_letter(outer) || outer == CLASS_SPACE ||
                 outer == CLASS_PUNCT || outer == CLASS_PUNCT_OPEN));
}

/* A closing mark without an opening one is an apostrophe between letters. */
static bool closes_wide(const struct flat *flat, size_t i)
{
    enum char_class outer = neighbour(flat, i, true);
    enum char_class inner = neighbour(flat, i, false);

    if (!is_chinese(flat, flat_char(flat, i))) {
        return class_is_cjk(inner) && class_is_cjk(outer);
    }
    return !is_letter(inner);
}

static void set_quote(struct flat_char *c, bool is_open, bool is_wide)
{
    c->is_wide = is_wide;
    if (is_wide) {
        c->class = is_open ? CLASS_OPEN : CLASS_CLOSE;
    } else {
        c->class = is_open ? CLASS_PUNCT_OPEN : CLASS_PUNCT_CLOSE;
    }
}

/* A closing mark takes the form of the opening one that it belongs to. */
static void resolve_quotes(struct flat *flat)
{
    size_t opened[QUOTES_MAX];
    size_t depth = 0;

    for (size_t i = 0; i < flat->chars->len; i++) {
        struct flat_char *c = flat_char(flat, i);

        if (c->class == CLASS_QUOTE_OPEN) {
            set_quote(c, true, opens_wide(flat, i));
            if (depth < QUOTES_MAX) {
                opened[depth++] = i;
            }
        } else if (c->class == CLASS_QUOTE_CLOSE) {
            if (depth > 0 &&
                flat_char(flat, opened[depth - 1])->code + 1 == c->code) {
                depth--;
                set_quote(c, false, flat_char(flat, opened[depth])->is_wide);
            } else {
                set_quote(c, false, closes_wide(flat, i));
            }
        }
    }
}

/* Hyphens and the short dash: between Han characters a connector (C4). */
static bool is_short_connector(
    const struct flat_char *c, enum char_class left, enum char_class right)
{
    bool is_hyphen = c->code == '-' || (c->code >= 0x2010 && c->code <= 0x2013);

    return is_hyphen && left == CLASS_HAN && right == CLASS_HAN;
}

/*
 * N2: a blank that parts the digits of a number by threes; i is the blank.
 */
static bool is_grouping(const struct flat *flat, size_t i)
{
    size_t k = i;
    size_t count = 0;

    while (k > 0 && flat_char(flat, k - 1)->class == CLASS_DIGIT) {
        k--;
    }
    for (size_t j = i + 1; j < flat->chars->len && count < 4 &&
                           flat_char(flat, j)->class == CLASS_DIGIT;
         j++) {
        count++;
    }
    return i > k && i - k <= 3 && count == 3;
}

/* Marks that both scripts use are Chinese ones only in Chinese text. */
static void resolve_mark(const struct flat *flat, size_t i)
{
    struct flat_char *c = flat_char(flat, i);
    size_t left = before(flat, i);
    size_t right = after(flat, i);
    enum char_class a =
        left == NONE ? CLASS_BREAK : flat_char(flat, left)->class;
    enum char_class b =
        right == NONE ? CLASS_BREAK : flat_char(flat, right)->class;

    if (is_short_connector(c, a, b)) {
        c->class = CLASS_CONNECTOR;
    } else if (c->class == CLASS_DASH || c->class == CLASS_ELLIPSIS ||
               c->class == CLASS_MIDDLE) {
        c->is_wide = is_chinese(flat, c);
        c->class = c->is_wide ? c->class : CLASS_PUNCT;
    } else if (c->class == CLASS_SOLIDUS) {
        if (!class_is_cjk(a) || !class_is_cjk(b)) {
            c->class = CLASS_PUNCT;
        }
    } else if (c->class == CLASS_SIGN) {
        if (b != CLASS_DIGIT || is_letter(a) || a == CLASS_PERCENT) {
            c->class = CLASS_PUNCT;
        }
    }
}

static bool is_wide_mark(enum char_class class)
{
    return class >= CLASS_OPEN && class <= CLASS_STOP;
}

/* A mark that fills its box, beside Han or another mark. */
static bool is_solid(enum char_class a, enum char_class b)
{
    return class_is_cjk(a) && class_is_cjk(b) &&
           (a != CLASS_HAN || b != CLASS_HAN);
}

/* C7: blanks typed between Han and Latin, or beside full-width marks. */
static bool is_idle_space(const struct flat *flat, size_t i)
{
    size_t left = before(flat, i);
    size_t right = after(flat, i);
    enum char_class a;
    enum char_class b;

    if (left == NONE || right == NONE) {
        return true;
    }
    a = flat_char(flat, left)->class;
    b = flat_char(flat, right)->class;
    if (a == CLASS_SPACE || a == CLASS_BREAK || b == CLASS_BREAK ||
        is_wide_mark(a) || is_wide_mark(b) || is_solid(a, b)) {
        return true;
    }
    return flat->rules->spacing != SPACING_NONE &&
           ((a == CLASS_HAN && class_is_western(b)) ||
               (class_is_western(a) && b == CLASS_HAN));
}

static void resolve_chars(struct flat *flat)
{
    bool has_quotes = false;

    for (size_t i = 0; i < flat->chars->len; i++) {
        struct flat_char *c = flat_char(flat, i);

        if ((c->class >= CLASS_MIDDLE && c->class <= CLASS_SIGN) ||
            c->class == CLASS_PUNCT) {
            resolve_mark(flat, i);
        }
        has_quotes = has_quotes || c->class == CLASS_QUOTE_OPEN ||
                     c->class == CLASS_QUOTE_CLOSE;
    }
    if (has_quotes) {
        resolve_quotes(flat);
    }
    for (size_t i = 0; i < flat->chars->len; i++) {
        struct flat_char *c = flat_char(flat, i);

        if (c->class == CLASS_SPACE && !c->is_raised) {
            c->is_dropped = is_idle_space(flat, i);
            if (is_grouping(flat, i)) {
                c->class = CLASS_FIXED_SPACE;
            }
        }
    }
}

/* Bytes that a character has in the text: none where nothing is set. */
static size_t text_size(const struct flat_char *c)
{
    if (c->class == CLASS_BREAK || c->class == CLASS_CONTROL) {
        return 0;
    }
    return c->code < 0x80 ? 1 : c->code < 0x800 ? 2 : c->code < 0x10000 ? 3 : 4;
}

/* Takes the dropped characters out and writes the text of the others. */
static void write_text(struct compose *compose)
{
    struct flat *flat = compose->flat;
    size_t size = 0;
    guint kept = 0;

    for (size_t i = 0; i < flat->chars->len; i++) {
        const struct flat_char *c = flat_char(flat, i);

        size += c->is_dropped ? 0 : text_size(c);
    }
    flat->text = arena_bytes(compose->texts, size + 1);
    size = 0;
    for (size_t i = 0; i < flat->chars->len; i++) {
        struct flat_char c = *flat_char(flat, i);

        if (c.is_dropped) {
            continue;
        }
        c.offset = (uint32_t)size;
        if (text_size(&c) > 0) {
            size += (size_t)g_unichar_to_utf8(c.code, flat->text + size);
        }
        *flat_char(flat, kept++) = c;
    }
    flat->text[size] = '\0';
    flat->text_size = size;
    g_array_set_size(flat->chars, kept);
}

void flat_resolve(struct compose *compose)
{
    resolve_chars(compose->flat);
    write_text(compose);
}
