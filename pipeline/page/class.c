/*
 * Classes of characters by range, and the prohibition levels by class.
 */
#include "page/class.h"

#include <stddef.h>

struct class_range {
    uint32_t first;
    uint32_t last;
    enum char_class class;
};

/* Sorted; what lies between is CLASS_LATIN. */
static const struct class_range ranges[] = {
    {0x0A, 0x0A, CLASS_BREAK},
    {0x20, 0x20, CLASS_SPACE},
    {0x21, 0x22, CLASS_PUNCT},
    {0x23, 0x24, CLASS_CURRENCY},
    {0x25, 0x25, CLASS_PERCENT},
    {0x27, 0x27, CLASS_PUNCT},
    {0x28, 0x28, CLASS_PUNCT_OPEN},
    {0x29, 0x29, CLASS_PUNCT_CLOSE},
    {0x2B, 0x2B, CLASS_SIGN},
    {0x2C, 0x2C, CLASS_PUNCT},
    {0x2D, 0x2D, CLASS_SIGN},
    {0x2E, 0x2E, CLASS_PUNCT},
    {0x2F, 0x2F, CLASS_SOLIDUS},
    {0x30, 0x39, CLASS_DIGIT},
    {0x3A, 0x3B, CLASS_PUNCT},
    {0x3F, 0x3F, CLASS_PUNCT},
    {0x5B, 0x5B, CLASS_PUNCT_OPEN},
    {0x5D, 0x5D, CLASS_PUNCT_CLOSE},
    {0x7B, 0x7B, CLASS_PUNCT_OPEN},
    {0x7D, 0x7D, CLASS_PUNCT_CLOSE},
    {0xA0, 0xA0, CLASS_FIXED_SPACE},
    {0xA5, 0xA5, CLASS_CURRENCY},
    {0xAD, 0xAD, CLASS_CONTROL},
    {0xB0, 0xB0, CLASS_PERCENT},
    {0xB1, 0xB1, CLASS_SIGN},
    {0xB7, 0xB7, CLASS_MIDDLE},
    {0x2000, 0x200A, CLASS_FIXED_SPACE},
    {0x200B, 0x200F, CLASS_CONTROL},
    {0x2010, 0x2013, CLASS_PUNCT},
    {0x2014, 0x2015, CLASS_DASH},
    {0x2018, 0x2018, CLASS_QUOTE_OPEN},
    {0x2019, 0x2019, CLASS_QUOTE_CLOSE},
    {0x201C, 0x201C, CLASS_QUOTE_OPEN},
    {0x201D, 0x201D, CLASS_QUOTE_CLOSE},
    {0x2025, 0x2026, CLASS_ELLIPSIS},
    {0x2027, 0x2027, CLASS_MIDDLE},
    {0x202F, 0x202F, CLASS_FIXED_SPACE},
    {0x2030, 0x2030, CLASS_PERCENT},
    {0x2060, 0x2060, CLASS_CONTROL},
    {0x2103, 0x2103, CLASS_PERCENT},
    {0x2212, 0x2212, CLASS_SIGN},
    {0x2236, 0x2236, CLASS_RATIO},
    {0x2460, 0x24FF, CLASS_HAN},
    {0x25A0, 0x25FF, CLASS_HAN},
    {0x2605, 0x2606, CLASS_HAN},
    {0x2E80, 0x2FFF, CLASS_HAN},
    {0x3000, 0x3000, CLASS_FIXED_SPACE},
    {0x3001, 0x3001, CLASS_COMMA},
    {0x3002, 0x3002, CLASS_STOP},
    {0x3003, 0x3007, CLASS_HAN},
    {0x3008, 0x3008, CLASS_OPEN},
    {0x3009, 0x3009, CLASS_CLOSE},
    {0x300A, 0x300A, CLASS_OPEN},
    {0x300B, 0x300B, CLASS_CLOSE},
    {0x300C, 0x300C, CLASS_OPEN},
    {0x300D, 0x300D, CLASS_CLOSE},
    {0x300E, 0x300E, CLASS_OPEN},
    {0x300F, 0x300F, CLASS_CLOSE},
    {0x3010, 0x3010, CLASS_OPEN},
    {0x3011, 0x3011, CLASS_CLOSE},
    {0x3012, 0x3013, CLASS_HAN},
    {0x3014, 0x3014, CLASS_OPEN},
    {0x3015, 0x3015, CLASS_CLOSE},
    {0x3016, 0x3016, CLASS_OPEN},
    {0x3017, 0x3017, CLASS_CLOSE},
    {0x3018, 0x301B, CLASS_HAN},
    {0x301C, 0x301C, CLASS_CONNECTOR},
    {0x301D, 0x30FA, CLASS_HAN},
    {0x30FB, 0x30FB, CLASS_MIDDLE},
    {0x30FC, 0xA4CF, CLASS_HAN},
    {0xAC00, 0xD7A3, CLASS_HAN},
    {0xF900, 0xFAFF, CLASS_HAN},
    {0xFE30, 0xFE4F, CLASS_HAN},
    {0xFF01, 0xFF01, CLASS_STOP},
    {0xFF02, 0xFF02, CLASS_HAN},
    {0xFF03, 0xFF04, CLASS_CURRENCY},
    {0xFF05, 0xFF05, CLASS_PERCENT},
    {0xFF06, 0xFF07, CLASS_HAN},
    {0xFF08, 0xFF08, CLASS_OPEN},
    {0xFF09, 0xFF09, CLASS_CLOSE},
    {0xFF0A, 0xFF0B, CLASS_HAN},
    {0xFF0C, 0xFF0C, CLASS_COMMA},
    {0xFF0D, 0xFF0D, CLASS_HAN},
    {0xFF0E, 0xFF0E, CLASS_STOP},
    {0xFF0F, 0xFF0F, CLASS_SOLIDUS},
    {0xFF10, 0xFF19, CLASS_HAN},
    {0xFF1A, 0xFF1B, CLASS_COMMA},
    {0xFF1C, 0xFF1E, CLASS_HAN},
    {0xFF1F, 0xFF1F, CLASS_STOP},
    {0xFF20, 0xFF3A, CLASS_HAN},
    {0xFF3B, 0xFF3B, CLASS_OPEN},
    {0xFF3C, 0xFF3C, CLASS_HAN},
    {0xFF3D, 0xFF3D, CLASS_CLOSE},
    {0xFF3E, 0xFF5A, CLASS_HAN},
    {0xFF5B, 0xFF5B, CLASS_OPEN},
    {0xFF5C, 0xFF5C, CLASS_HAN},
    {0xFF5D, 0xFF5D, CLASS_CLOSE},
    {0xFF5E, 0xFF5E, CLASS_CONNECTOR},
    {0xFF5F, 0xFF60, CLASS_HAN},
    {0xFFE0, 0xFFE3, CLASS_HAN},
    {0xFFE5, 0xFFE5, CLASS_CURRENCY},
    {0x1F100, 0x1F2FF, CLASS_HAN},
    {0x20000, 0x3FFFF, CLASS_HAN},
};

enum char_class class_of(uint32_t character)
{
    size_t low = 0;
    size_t high = sizeof ranges / sizeof ranges[0];

    /* What most text is of. */
    if (character >= 0x4E00 && character <= 0x9FFF) {
        return CLASS_HAN;
    }
    if (character >= '0' && character <= '9') {
        return CLASS_DIGIT;
    }
    if (character >= 'a' && character <= 'z') {
        return CLASS_LATIN;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (character > ranges[middle].last) {
            low = middle + 1;
        } else if (character < ranges[middle].first) {
            high = middle;
        } else {
            return ranges[middle].class;
        }
    }
    return CLASS_LATIN;
}

bool class_is_cjk(enum char_class class)
{
    return class <= CLASS_ELLIPSIS || class == CLASS_CONNECTOR;
}

bool class_is_western(enum char_class class)
{
    return class == CLASS_LATIN || class == CLASS_DIGIT ||
           class == CLASS_SIGN || class == CLASS_PERCENT;
}

bool class_has_left(enum char_class class)
{
    return class == CLASS_OPEN;
}

bool class_has_right(enum char_class class)
{
    return class == CLASS_CLOSE || class == CLASS_COMMA || class == CLASS_STOP;
}

/* The lowest level that forbids, per class; past LEVEL_STRICT: none does. */
#define NEVER (LEVEL_STRICT + 1)

static const unsigned char start_level[CLASS_COUNT] = {
    [CLASS_HAN] = NEVER,
    [CLASS_OPEN] = NEVER,
    [CLASS_CLOSE] = LEVEL_BASIC,
    [CLASS_COMMA] = LEVEL_BASIC,
    [CLASS_STOP] = LEVEL_BASIC,
    [CLASS_MIDDLE] = LEVEL_BASIC,
    [CLASS_DASH] = LEVEL_STRICT,
    [CLASS_ELLIPSIS] = LEVEL_STRICT,
    [CLASS_CONNECTOR] = LEVEL_BASIC,
    [CLASS_SOLIDUS] = LEVEL_GB,
    [CLASS_RATIO] = LEVEL_BASIC,
    [CLASS_LATIN] = NEVER,
    [CLASS_DIGIT] = NEVER,
    [CLASS_SIGN] = NEVER,
    [CLASS_PERCENT] = LEVEL_BASIC,
    [CLASS_CURRENCY] = NEVER,
    [CLASS_PUNCT] = LEVEL_BASIC,
    [CLASS_PUNCT_OPEN] = NEVER,
    [CLASS_PUNCT_CLOSE] = LEVEL_BASIC,
    [CLASS_QUOTE_OPEN] = NEVER,
    [CLASS_QUOTE_CLOSE] = LEVEL_BASIC,
    [CLASS_SPACE] = LEVEL_NONE,
    [CLASS_FIXED_SPACE] = LEVEL_NONE,
    [CLASS_BREAK] = NEVER,
    [CLASS_CONTROL] = NEVER,
};

static const unsigned char end_level[CLASS_COUNT] = {
    [CLASS_HAN] = NEVER,
    [CLASS_OPEN] = LEVEL_BASIC,
    [CLASS_CLOSE] = NEVER,
    [CLASS_COMMA] = NEVER,
    [CLASS_STOP] = NEVER,
    [CLASS_MIDDLE] = NEVER,
    [CLASS_DASH] = NEVER,
    [CLASS_ELLIPSIS] = NEVER,
    [CLASS_CONNECTOR] = NEVER,
    [CLASS_SOLIDUS] = LEVEL_GB,
    [CLASS_RATIO] = LEVEL_BASIC,
    [CLASS_LATIN] = NEVER,
    [CLASS_DIGIT] = NEVER,
    [CLASS_SIGN] = LEVEL_BASIC,
    [CLASS_PERCENT] = NEVER,
    [CLASS_CURRENCY] = LEVEL_BASIC,
    [CLASS_PUNCT] = NEVER,
    [CLASS_PUNCT_OPEN] = LEVEL_BASIC,
    [CLASS_PUNCT_CLOSE] = NEVER,
    [CLASS_QUOTE_OPEN] = LEVEL_BASIC,
    [CLASS_QUOTE_CLOSE] = NEVER,
    [CLASS_SPACE] = NEVER,
    [CLASS_FIXED_SPACE] = NEVER,
    [CLASS_BREAK] = NEVER,
    [CLASS_CONTROL] = NEVER,
};

bool class_no_start(enum char_class class, enum style_level level)
{
    return level >= (enum style_level)start_level[class];
}

bool class_no_end(enum char_class class, enum style_level level)
{
    return level >= (enum style_level)end_level[class];
}
