/*
 * Where a line may end, in the flat list: the opportunities of UAX #14, the
 * prohibitions of Chinese composition on top, numbers kept with their units.
 * Raised text is no neighbour to the rules: they see what it is attached to.
 */
#include <string.h>

#include "page/compose.h"
#include "page/flat.h"
#include "page/number_unit.h"
#include "type/breaks.h"

/* Between these the rules below decide alone. */
static bool is_plain(const struct flat_char *c)
{
    return class_is_cjk(c->class) || c->class == CLASS_DIGIT;
}

/* True if UAX #14 has to be asked; has_all: about the text as it is. */
static bool needs_breaks(const struct flat *flat, bool *has_all)
{
    bool needs = false;

    *has_all = true;
    for (size_t i = 0; i < flat->chars->len; i++) {
        const struct flat_char *c = flat_char(flat, i);

        needs = needs || (!is_plain(c) && !c->is_bound);
        *has_all = *has_all && !c->is_raised && c->class != CLASS_BREAK &&
                   c->class != CLASS_CONTROL;
    }
    return needs;
}

/*
 * Finds the opportunities of the text without raised characters, but with the
 * controls and breaks that are not in the text itself.
 */
static void find_breaks(struct compose *compose)
{
    struct flat *flat = compose->flat;
    bool has_all;
    bool needs = needs_breaks(flat, &has_all);
    char bytes[6];

    g_string_truncate(flat->seen, 0);
    for (size_t i = 0; i < flat->chars->len && !has_all; i++) {
        const struct flat_char *c = flat_char(flat, i);

        if (!c->is_raised) {
            g_string_append_len(
                flat->seen, bytes, g_unichar_to_utf8(c->code, bytes));
        }
    }
    if (has_all) {
        g_string_append_len(flat->seen, flat->text, (gssize)flat->text_size);
    }
    g_byte_array_set_size(flat->allowed, (guint)flat->seen->len + 1);
    if (needs) {
        breaks_find(compose->breaks, flat->seen->str, flat->seen->len,
            flat->lang, flat->allowed->data);
    } else {
        memset(flat->allowed->data, 0, flat->allowed->len);
    }
}

/* C2 for reports: the word that makes a number an ordinal. */
static bool is_ordinal(const struct flat_char *c)
{
    return c->code == 0x7B2C; /* 第 */
}

/* May not end a line, whatever comes after it. */
bool flat_no_end(const struct flat_char *c, enum style_level level)
{
    return class_no_end(c->class, level) ||
           (level != LEVEL_NONE && is_ordinal(c));
}

/* What the rules say of a line's end between a and b. */
static enum flat_permit between(const struct flat_char *a,
    const struct flat_char *b, bool is_allowed, enum style_level level)
{
    if (a->class == CLASS_BREAK) {
        return PERMIT_FORCED;
    }
    if (a->is_bound || b->class == CLASS_SPACE || b->class == CLASS_BREAK) {
        return PERMIT_NO;
    }
    if (a->class == CLASS_CONTROL || b->class == CLASS_CONTROL ||
        a->class == CLASS_FIXED_SPACE || b->class == CLASS_FIXED_SPACE) {
        if (is_allowed && a->code == 0xAD) {
            return PERMIT_HYPHEN;
        }
        return is_allowed ? PERMIT_YES : PERMIT_NO;
    }
    if ((a->class == CLASS_DASH || a->class == CLASS_ELLIPSIS) &&
        a->class == b->class) {
        return PERMIT_NO;
    }
    if (class_no_start(b->class, level) || flat_no_end(a, level)) {
        return PERMIT_NO;
    }
    if (class_is_cjk(a->class) || class_is_cjk(b->class)) {
        return PERMIT_YES;
    }
    return is_allowed ? PERMIT_YES : PERMIT_NO;
}

static void apply_rules(struct flat *flat, enum style_level level)
{
    struct flat_char *a = NULL;
    size_t offset = 0;

    for (size_t i = 0; i < flat->chars->len; i++) {
        struct flat_char *b = flat_char(flat, i);

        if (b->is_raised) {
            continue;
        }
        if (a != NULL) {
            a->permit =
                (uint8_t)between(a, b, flat->allowed->data[offset] != 0, level);
        }
        offset += b->code < 0x80 ? 1 : (size_t)g_unichar_to_utf8(b->code, NULL);
        a = b;
    }
}

/*
 * A permit belongs to the last glyph before the line's end: past a raised text
 * that is attached there, and before a control that has none.
 */
static void settle_permits(struct flat *flat)
{
    size_t count = flat->chars->len;
    struct flat_char *owner = NULL; /* the last one that has a glyph */

    for (size_t i = 0; i < count; i++) {
        struct flat_char *c = flat_char(flat, i);
        bool has_glyph = c->class != CLASS_CONTROL && c->class != CLASS_BREAK;

        if (owner != NULL && !has_glyph && c->permit > owner->permit) {
            owner->permit = c->permit;
        }
        if (owner != NULL && c->is_raised && has_glyph) {
            c->permit = owner->permit;
            owner->permit = PERMIT_NO;
        }
        owner = has_glyph ? c : owner;
    }
    if (owner != NULL) {
        owner->permit = PERMIT_FORCED;
    }
}

void flat_permit(struct compose *compose)
{
    struct flat *flat = compose->flat;

    if (flat->chars->len == 0) {
        return;
    }
    if (flat->rules->has_numbers) {
        number_unit_bind(flat);
    }
    find_breaks(compose);
    apply_rules(flat, flat->rules->level);
    settle_permits(flat);
}
