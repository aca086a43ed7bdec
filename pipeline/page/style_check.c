/*
 * Whether the texts of a style can be read: their sizes, and their contrast to
 * what they stand on as WCAG defines it, in whole numbers.
 */
#include <stdint.h>

#include <glib.h>

#include "page/style_parts.h"

/* Hundredths of the contrast that text must have, and that large text must. */
#define CONTRAST 450
#define LARGE_CONTRAST 300
#define LARGE_SIZE (18 * LEN_PT)
#define LARGE_BOLD_SIZE (14 * LEN_PT)

/* Luminances are parts of this. */
#define WHOLE ((int64_t)1 << 30)

/* The fifth root of part, times 4096; part and WHOLE squared are of a kind. */
static int64_t fifth_root(int64_t part)
{
    int64_t low = 0;
    int64_t high = 4096;

    while (low < high) {
        int64_t middle = (low + high + 1) / 2;

        if (middle * middle * middle * middle * middle <= part) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/* Light of one channel: ((c + 0.055) / 1.055) to the power of 2.4. */
static int64_t linear(uint8_t channel)
{
    int64_t base = ((int64_t)channel * 1000 + 14025) * WHOLE / 269025;

    if (channel <= 10) {
        return channel * WHOLE * 100 / (255 * 1292);
    }
    return (base * base / WHOLE) * fifth_root(base * base) / 4096;
}

static int64_t luminance(struct page_color color)
{
    return (linear(color.red) * 2126 + linear(color.green) * 7152 +
               linear(color.blue) * 722) /
           10000;
}

/* In hundredths. */
static int contrast(struct page_color a, struct page_color b)
{
    int64_t x = luminance(a) + WHOLE / 20;
    int64_t y = luminance(b) + WHOLE / 20;

    return (int)(MAX(x, y) * 100 / MIN(x, y));
}

static bool is_same(struct page_color a, struct page_color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* What the text stands on: cards and groups have a tint, tint a dark ground. */
static struct page_color ground_of(const struct style *style, int name)
{
    const struct page_color white = {255, 255, 255};

    if (is_same(style->text[name].color, style->colors.tint)) {
        return style->colors.accent;
    }
    return name >= STYLE_KEY_LABEL && name <= STYLE_KEY_DETAIL
               ? style->colors.tint
               : white;
}

static void check_contrast(const struct style_reader *reader,
    struct diag_pos pos, int name, struct page_color color,
    struct page_color ground)
{
    const struct text_style *text = &reader->style->text[name];
    bool is_large =
        text->size >= (text->font.is_bold ? LARGE_BOLD_SIZE : LARGE_SIZE);
    int least = is_large ? LARGE_CONTRAST : CONTRAST;
    int is = contrast(color, ground);
    char value[16];
    char limit[16];

    if (is < least) {
        g_snprintf(value, sizeof value, "%d.%02d", is / 100, is % 100);
        g_snprintf(limit, sizeof limit, "%d.%d", least / 100, least / 10 % 10);
        diag_report(reader->diag, DIAG_STYLE_CONTRAST, pos, style_name(name),
            value, limit);
    }
}

bool style_check_texts(const struct style_reader *reader, struct diag_pos pos)
{
    const struct style *style = reader->style;
    bool is_legible = true;

    for (int i = 0; i < STYLE_COUNT; i++) {
        check_contrast(
            reader, pos, i, style->text[i].color, ground_of(style, i));
        if (style->text[i].size * 2 < 9 * LEN_PT) {
            diag_report(reader->diag, DIAG_STYLE_SIZE, pos, style_name(i));
            is_legible = false;
        }
    }
    /* The labels of groups. */
    check_contrast(reader, pos, STYLE_TABLE_CELL, style->colors.accent,
        style->colors.tint);
    return is_legible;
}
