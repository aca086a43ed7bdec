/*
 * Numbers and strings of PDF syntax.  Millions of numbers stand in a long
 * report: they are written digit by digit.
 */
#include "render/pdf_write.h"

#include <string.h>

#define DIGITS_MAX 24
#define BYTES_MAX 32767 /* of a string: ISO 19005-3, 6.1.13 */
#define UNITS_MAX                                                              \
    16381 /* of UTF-16, with a mark before and a pair at the end */

void pdf_write_int(GString *out, int64_t value)
{
    char digits[DIGITS_MAX];
    size_t i = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        digits[--i] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        digits[--i] = '-';
    }
    pdf_append(out, digits + i, sizeof digits - i);
}

void pdf_write_milli(GString *out, int64_t thousandths)
{
    uint64_t rest =
        thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    unsigned fraction = (unsigned)(rest % 1000);
    char decimals[4] = {'.', (char)('0' + fraction / 100),
        (char)('0' + fraction / 10 % 10), (char)('0' + fraction % 10)};
    size_t size = fraction == 0         ? 0
                  : fraction % 100 == 0 ? 2
                  : fraction % 10 == 0  ? 3
                                        : 4;

    if (thousandths < 0) {
        g_string_append_c(out, '-');
    }
    if (rest >= 1000 || fraction == 0) {
        pdf_write_int(out, (int64_t)(rest / 1000));
    }
    pdf_append(out, decimals, size);
}

void pdf_write_len(GString *out, len length)
{
    g_string_append_c(out, ' ');
    pdf_write_milli(out, len_to_milli(length));
}

static void write_hex16(GString *out, uint32_t unit)
{
    static const char hex[] = "0123456789ABCDEF";
    char digits[4] = {hex[unit >> 12 & 15], hex[unit >> 8 & 15],
        hex[unit >> 4 & 15], hex[unit & 15]};

    pdf_append(out, digits, sizeof digits);
}

void pdf_write_utf16(GString *out, const char *utf8, size_t size)
{
    const char *end = utf8 + size;
    int units = 0;

    for (const char *p = utf8; p < end && units < UNITS_MAX;
         p = g_utf8_next_char(p)) {
        uint32_t c = g_utf8_get_char(p);

        if (c >= 0x10000) {
            write_hex16(out, 0xD800 + ((c - 0x10000) >> 10));
            c = 0xDC00 + (c & 0x3FF);
            units++;
        }
        write_hex16(out, c);
        units++;
    }
}

void pdf_write_string(GString *out, const char *bytes, size_t size)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '\r') {
            PDF_APPEND(out, "\\r"); /* else read as a line feed */
            continue;
        }
        if (strchr("()\\", bytes[i]) != NULL && bytes[i] != '\0') {
            g_string_append_c(out, '\\');
        }
        g_string_append_c(out, bytes[i]);
    }
    g_string_append_c(out, ')');
}

/* PDFDocEncoding (ISO 32000-1, D.2) has ASCII, but for DEL. */
static bool is_plain(const char *text)
{
    return g_str_is_ascii(text) && strchr(text, '\x7F') == NULL;
}

void pdf_write_text(GString *out, const char *utf8)
{
    size_t size = strlen(utf8);

    if (size <= BYTES_MAX && is_plain(utf8)) {
        pdf_write_string(out, utf8, size);
    } else {
        PDF_APPEND(out, "<FEFF");
        pdf_write_utf16(out, utf8, size);
        g_string_append_c(out, '>');
    }
}

void pdf_write_ref(GString *out, unsigned id)
{
    pdf_write_int(out, id);
    PDF_APPEND(out, " 0 R");
}
