/*
 * UTF-8 is looked at where it is; GB18030 is converted by the C library
 * (through GLib), a part at a time up to the next bad byte.
 */
#include "exchange/csv_parts.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MARK_BYTES 3
#define OUTPUT_BYTES ((size_t)1 << 16)

/* Line and column of the end of what is right, all in UTF-8. */
static struct diag_pos end_of(const char *path, const char *text, size_t size)
{
    struct diag_pos pos = {path, 1, 1};

    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\n') {
            pos.line++;
            pos.col = 1;
        } else {
            pos.col += ((guchar)text[i] & 0xC0) != 0x80;
        }
    }
    return pos;
}

static void report(struct diag *diag, struct diag_pos pos, guchar byte,
    const char *encoding)
{
    char text[8];

    g_snprintf(text, sizeof text, "0x%02X", byte);
    diag_report(diag, DIAG_CSV_ENCODING, pos, text, encoding);
}

/*
 * NUL bytes are left for the reader of rows.  Stops at the first bad byte:
 * what follows is counted from there.
 */
static bool check_utf8(
    const char *path, const char *text, size_t size, struct diag *diag)
{
    const char *end = text + size;
    const char *p = text;
    bool is_good = true;
    struct diag_pos pos = {path, 1, 1};
    const char *from = text;

    while (p < end) {
        const char *bad;

        if (g_utf8_validate_len(p, (gsize)(end - p), &bad)) {
            break;
        }
        if (*bad != '\0') {
            struct diag_pos more = end_of(path, from, (size_t)(bad - from));

            pos.col = more.line > 1 ? more.col : pos.col + more.col - 1;
            pos.line += more.line - 1;
            from = bad;
            report(diag, pos, (guchar)*bad, "UTF-8");
            is_good = false;
            while (bad + 1 < end && ((guchar)bad[1] & 0xC0) == 0x80) {
                bad++;
            }
        }
        p = bad + 1;
    }
    return is_good;
}

/* Converts all that can be; what cannot is reported and left out. */
static bool convert(const char *path, const char *encoding, const char *bytes,
    size_t left, GString *text, struct diag *diag)
{
    GIConv converter = g_iconv_open("UTF-8", encoding);
    gchar *in = (gchar *)(gsize)bytes;
    bool is_good = true;

    if (converter == (GIConv)-1) { // NOLINT(performance-no-int-to-ptr): GLib's
        diag_report(diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
            g_strerror(errno));
        return false;
    }
    while (left > 0) {
        char buffer[OUTPUT_BYTES];
        gchar *out = buffer;
        gsize room = sizeof buffer;
        gsize got = g_iconv(converter, &in, &left, &out, &room);
        int error = got == (gsize)-1 ? errno : 0;

        g_string_append_len(text, buffer, (gssize)(sizeof buffer - room));
        if (error != 0 && error != E2BIG) {
            report(diag, end_of(path, text->str, text->len), (guchar)*in,
                encoding);
            is_good = false;
            in++;
            left--;
        }
    }
    g_iconv_close(converter);
    return is_good;
}

char *csv_decode(const char *path, GBytes **bytes, const char *encoding,
    size_t *size, struct diag *diag)
{
    gsize length;
    char *text = g_bytes_unref_to_data(g_steal_pointer(bytes), &length);
    bool is_good;

    if (strcmp(encoding, "UTF-8") != 0) {
        GString *decoded = g_string_sized_new(length + length / 2);

        is_good = convert(path, encoding, text, length, decoded, diag);
        g_free(text);
        length = decoded->len;
        text = g_string_free(decoded, FALSE);
    } else {
        is_good = check_utf8(path, text, length, diag);
    }
    if (!is_good) {
        g_free(text);
        return NULL;
    }
    if (length >= MARK_BYTES &&
        memcmp(text, BYTE_ORDER_MARK, MARK_BYTES) == 0) {
        memmove(text, text + MARK_BYTES, length - MARK_BYTES);
        length -= MARK_BYTES;
    }
    *size = length;
    return text;
}
