/*
 * Finds numbers in the flat list and binds each to its unit.
 */
#include "page/number_unit.h"

#include <string.h>

#include <glib.h>

#include "page/flat.h"

/* Longer than this, a number is text to be broken like any other. */
#define BOUND_MAX 24

/* The longest that fits counts, so the order is of no matter. */
static const char *const units[] = {"个百分点", "百分点", "平方公里",
    "平方千米", "平方米", "立方米", "公里", "千米", "厘米", "毫米", "米",
    "公顷", "亩", "吨", "公斤", "千克", "克", "元", "美元", "欧元", "人",
    "人次", "人年", "人月", "家", "件", "项", "户", "个", "名", "位", "年",
    "月", "日", "时", "分", "秒", "小时", "分钟", "天", "周", "岁", "所", "篇",
    "种", "台", "套", "辆", "次", "倍", "成", "条", "批", "支", "只", "座",
    "处", "股", "度", "千瓦时", "千瓦", "兆瓦", "点", "页", "号", "届", "章",
    "节", "类", "级", "期", "轮", "强"};

static const char *const words[] = {"billion", "million", "thousand",
    "trillion", "percent", "percentage", "per cent", "km", "kg", "sq", "pp"};

static uint32_t code_at(const struct flat *flat, size_t i)
{
    return i < flat->chars->len ? flat_char(flat, i)->code : 0;
}

static enum char_class class_at(const struct flat *flat, size_t i)
{
    return i < flat->chars->len ? (enum char_class)flat_char(flat, i)->class
                                : CLASS_BREAK;
}

/* Number of characters of text that stand at i; 0: it does not stand there. */
static size_t stands_at(const struct flat *flat, size_t i, const char *text)
{
    if (i >= flat->chars->len ||
        strncmp(flat->text + flat_char(flat, i)->offset, text, strlen(text)) !=
            0) {
        return 0;
    }
    return (size_t)g_utf8_strlen(text, -1);
}

static size_t longest(const struct flat *flat, size_t i,
    const char *const *list, size_t list_count)
{
    size_t best = 0;

    for (size_t k = 0; k < list_count; k++) {
        size_t count = stands_at(flat, i, list[k]);

        best = MAX(best, count);
    }
    return best;
}

/* Digits with separators between them, and per cent; the end of them. */
static size_t number_end(const struct flat *flat, size_t i)
{
    for (;;) {
        enum char_class next = class_at(flat, i + 1);

        if (class_at(flat, i) == CLASS_DIGIT) {
            i++;
        } else if (next == CLASS_DIGIT &&
                   (code_at(flat, i) == '.' || code_at(flat, i) == ',' ||
                       code_at(flat, i) == ':' ||
                       class_at(flat, i) == CLASS_FIXED_SPACE ||
                       class_at(flat, i) == CLASS_RATIO)) {
            i++;
        } else {
            break;
        }
    }
    while (class_at(flat, i) == CLASS_PERCENT) {
        i++;
    }
    if (code_at(flat, i) == 0xB1 && class_at(flat, i + 1) == CLASS_DIGIT) {
        return number_end(flat, i + 1); /* 65%±2% */
    }
    return i;
}

/* Multipliers and "odd": 200余, 2600亿, 1.6万多. */
static size_t multiplier_end(const struct flat *flat, size_t i)
{
    static const char *const marks[] = {
        "十", "百", "千", "万", "亿", "余", "多"};

    while (longest(flat, i, marks, G_N_ELEMENTS(marks)) > 0) {
        i++;
    }
    return i;
}

static size_t unit_end(const struct flat *flat, size_t i)
{
    size_t count;

    if (class_at(flat, i) == CLASS_SPACE) {
        count = longest(flat, i + 1, words, G_N_ELEMENTS(words));
        return count > 0 ? i + 1 + count : i;
    }
    if (class_at(flat, i) != CLASS_HAN) {
        return i;
    }
    i = multiplier_end(flat, i);
    return i + longest(flat, i, units, G_N_ELEMENTS(units));
}

/* "page 3", "Table 3": where the word begins; i, if there is none. */
static size_t word_begin(const struct flat *flat, size_t i)
{
    static const char *const names[] = {"page", "pages", "Page", "Table",
        "table", "Figure", "figure", "Section", "section", "No."};

    for (size_t k = 0; k < G_N_ELEMENTS(names); k++) {
        size_t size = (size_t)g_utf8_strlen(names[k], -1);

        if (i > size && class_at(flat, i - 1) == CLASS_SPACE &&
            stands_at(flat, i - 1 - size, names[k]) > 0) {
            return i - 1 - size;
        }
    }
    return i;
}

/* Sign, currency or 第 before it. */
static size_t number_begin(const struct flat *flat, size_t i)
{
    size_t word = word_begin(flat, i);

    if (word < i) {
        return word;
    }
    while (i > 0) {
        enum char_class class = class_at(flat, i - 1);

        if (class != CLASS_SIGN && class != CLASS_CURRENCY &&
            code_at(flat, i - 1) != 0x7B2C) {
            break;
        }
        i--;
    }
    return i;
}

/* 63%～68%, 2013—2018: a line may end after the mark, not before it. */
static size_t range_end(const struct flat *flat, size_t i)
{
    enum char_class class = class_at(flat, i);
    bool is_mark = class == CLASS_CONNECTOR || class == CLASS_DASH ||
                   code_at(flat, i) == 0x2013;

    return is_mark && class_at(flat, i + 1) == CLASS_DIGIT ? i + 1 : i;
}

void number_unit_bind(struct flat *flat)
{
    size_t i = 0;

    while (i < flat->chars->len) {
        size_t first;
        size_t end;

        if (class_at(flat, i) != CLASS_DIGIT) {
            i++;
            continue;
        }
        first = number_begin(flat, i);
        end = number_end(flat, i);
        end = unit_end(flat, end);
        end = range_end(flat, end);
        if (end - first <= BOUND_MAX) {
            for (size_t k = first; k + 1 < end; k++) {
                flat_char(flat, k)->is_bound = true;
            }
        }
        i = MAX(end, i + 1);
    }
}

static bool is_bound(const struct flat *flat, size_t item)
{
    return flat_char(flat, flat_item(flat, item)->last)->is_bound;
}

/* Lets lines end at the blanks of the items. */
static void free_blanks(const struct flat *flat, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        struct flat_item *item = flat_item(flat, i);

        if (item->class == CLASS_SPACE && item->permit == PERMIT_NO) {
            item->permit = PERMIT_YES;
        }
    }
}

void number_unit_release(const struct flat *flat, len longest)
{
    size_t count = flat->items->len;
    size_t i = 0;

    while (i < count) {
        size_t first = i;
        len width = 0;

        while (i < count && is_bound(flat, i)) {
            width += flat_item(flat, i)->advance + flat_item(flat, i)->gap;
            i++;
        }
        if (i > first && i < count) {
            width += flat_item(flat, i)->advance;
        }
        if (width > longest) {
            free_blanks(flat, first, i);
        }
        i++;
    }
}
