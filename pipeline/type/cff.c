/*
 * Reads of the Compact Font Format (Adobe Technical Note 5176) no more than
 * the top dictionary and the charset.
 */
#include "type/cff.h"

#include <stdbool.h>
#include <stdint.h>

#define OP_CHARSET 15
#define OP_ESCAPE 12
#define OP_ROS 30 /* behind the escape: the font is CID-keyed */
#define PREDEFINED_CHARSETS 3

/* What is left to read; reading past the end gives 0 and is_over. */
struct reader {
    const unsigned char *bytes;
    size_t size;
    size_t at;
    bool is_over;
};

static uint32_t read_number(struct reader *reader, unsigned count)
{
    uint32_t number = 0;

    for (unsigned i = 0; i < count; i++) {
        if (reader->at >= reader->size) {
            reader->is_over = true;
            return 0;
        }
        number = number << 8 | reader->bytes[reader->at++];
    }
    return number;
}

/* Goes to the end of an INDEX; *begin and *end are of its first object. */
static void skip_index(struct reader *reader, size_t *begin, size_t *end)
{
    uint32_t count = read_number(reader, 2);
    uint32_t width;
    size_t offsets;
    size_t data;

    *begin = *end = reader->at;
    if (count == 0) {
        return;
    }
    width = read_number(reader, 1);
    if (width < 1 || width > 4) {
        reader->is_over = true;
        return;
    }
    offsets = reader->at;
    data = offsets + (size_t)(count + 1) * width - 1;
    *begin = data + read_number(reader, width);
    *end = data + read_number(reader, width);
    reader->at = offsets + (size_t)count * width;
    reader->at = data + read_number(reader, width);
}

/* The number that begins with this byte; real numbers count as 0. */
static int32_t read_operand(struct reader *reader, uint32_t byte)
{
    if (byte == 28) {
        return (int16_t)read_number(reader, 2);
    }
    if (byte == 29) {
        return (int32_t)read_number(reader, 4);
    }
    if (byte == 30) {
        uint32_t pair;

        do {
            pair = read_number(reader, 1);
        } while (!reader->is_over && (pair & 15) != 15 && pair >> 4 != 15);
        return 0;
    }
    if (byte <= 246) {
        return (int32_t)byte - 139;
    }
    if (byte <= 250) {
        return (int32_t)((byte - 247) * 256 + read_number(reader, 1) + 108);
    }
    return -(int32_t)((byte - 251) * 256 + read_number(reader, 1) + 108);
}

/* The place of the charset, 0: none; whether the font is CID-keyed. */
static size_t read_dictionary(
    struct reader *reader, size_t end, bool *is_cid_keyed)
{
    int32_t operand = 0;
    size_t charset = 0;

    *is_cid_keyed = false;
    while (reader->at < end && !reader->is_over) {
        uint32_t byte = read_number(reader, 1);

        if (byte == OP_ESCAPE) {
            *is_cid_keyed |= read_number(reader, 1) == OP_ROS;
        } else if (byte == OP_CHARSET) {
            charset = operand < 0 ? 0 : (size_t)operand;
        } else if (byte >= 28) {
            operand = read_operand(reader, byte);
        }
    }
    return charset;
}

/* Glyph 0 is not listed; the others should have their own numbers. */
static enum cff_numbers compare_charset(
    struct reader *reader, unsigned glyph_count)
{
    uint32_t format = read_number(reader, 1);
    uint32_t next = 1;
    bool is_same = true;

    while (next < glyph_count && !reader->is_over) {
        uint32_t first = read_number(reader, 2);
        uint32_t more = format == 0   ? 0
                        : format == 1 ? read_number(reader, 1)
                                      : read_number(reader, 2);

        is_same = is_same && first == next;
        next += 1 + more;
    }
    if (format > 2 || reader->is_over) {
        return CFF_DAMAGED;
    }
    return is_same ? CFF_SAME : CFF_DIFFERENT;
}

/* Goes to the charset of a CID-keyed font; else CFF_BY_NAME or CFF_DAMAGED. */
static enum cff_numbers find_charset(struct reader *reader)
{
    bool is_cid_keyed;
    size_t begin;
    size_t end;

    reader->at = 2;
    reader->at = read_number(reader, 1); /* the size of the header */
    skip_index(reader, &begin, &end);    /* names */
    skip_index(reader, &begin, &end);    /* top dictionaries */
    if (reader->is_over || end > reader->size) {
        return CFF_DAMAGED;
    }
    reader->at = begin;
    reader->at = read_dictionary(reader, end, &is_cid_keyed);
    if (reader->is_over) {
        return CFF_DAMAGED;
    }
    if (!is_cid_keyed) {
        return CFF_BY_NAME;
    }
    return reader->at < PREDEFINED_CHARSETS ? CFF_DAMAGED : CFF_DIFFERENT;
}

enum cff_numbers cff_numbers(
    const unsigned char *bytes, size_t size, unsigned glyph_count)
{
    struct reader reader = {.bytes = bytes, .size = size};
    enum cff_numbers numbers = find_charset(&reader);

    return numbers == CFF_DIFFERENT ? compare_charset(&reader, glyph_count)
                                    : numbers;
}

/* In the same format and in the fewest ranges: it is not longer than before. */
static void write_charset(unsigned char *to, unsigned glyph_count)
{
    static const uint32_t most[] = {0, UINT8_MAX, UINT16_MAX};
    unsigned format = *to++;
    uint32_t next = 1;

    while (next < glyph_count) {
        uint32_t more = glyph_count - next - 1;

        more = more < most[format] ? more : most[format];
        *to++ = (unsigned char)(next >> 8);
        *to++ = (unsigned char)next;
        if (format == 2) {
            *to++ = (unsigned char)(more >> 8);
        }
        if (format > 0) {
            *to++ = (unsigned char)more;
        }
        next += 1 + more;
    }
}

void cff_renumber(unsigned char *bytes, size_t size, unsigned glyph_count)
{
    struct reader reader = {.bytes = bytes, .size = size};
    size_t charset;

    if (find_charset(&reader) == CFF_DIFFERENT) {
        charset = reader.at;
        if (compare_charset(&reader, glyph_count) == CFF_DIFFERENT) {
            write_charset(bytes + charset, glyph_count);
        }
    }
}
