/*
 * What PDF syntax is made of, appended to a GString.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_WRITE_H
#define GONGBAO_RENDER_PDF_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "base/len.h"

/*
 * Bytes; a literal.  There are tens of millions of pieces in a long report:
 * where there is room they are copied here and not by a call.
 */
static inline void pdf_append(GString *out, const char *bytes, size_t size)
{
    if (out->len + size < out->allocated_len) {
        memcpy(out->str + out->len, bytes, size);
        out->len += size;
        out->str[out->len] = '\0';
    } else {
        g_string_append_len(out, bytes, (gssize)size);
    }
}
#define PDF_APPEND(out, literal)                                               \
    pdf_append((out), "" literal, sizeof(literal) - 1)

/* A whole number; thousandths as the shortest decimal ("10.5", "-.25"). */
void pdf_write_int(GString *out, int64_t value);
void pdf_write_milli(GString *out, int64_t thousandths);

/* A blank, then the length in points, to a thousandth. */
void pdf_write_len(GString *out, len length);

/*
 * UTF-16BE in hexadecimal digits, without brackets; cut where a string can hold
 * no more, some 16,000 characters (doc/verify.c rejects what must be whole).
 */
void pdf_write_utf16(GString *out, const char *utf8, size_t size);

/* A text string: of UTF-8, as ASCII where it is, else as UTF-16. */
void pdf_write_text(GString *out, const char *utf8);

/* A string of bytes in parentheses. */
void pdf_write_string(GString *out, const char *bytes, size_t size);

/* "12 0 R". */
void pdf_write_ref(GString *out, unsigned id);

#endif
