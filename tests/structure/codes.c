/*
 * The text that a font's codes stand for, by its ToUnicode map
 * (ISO 32000-1, 9.10.3): bfchar and bfrange, codes of one size.
 */
#include <stdlib.h>
#include <string.h>

#include "tagged.h"

struct codes {
    GHashTable *texts; /* code to UTF-8 */
    size_t size;       /* bytes of a code */
};

/* Hexadecimal digits between < and >, as bytes; *at moves behind them. */
static GString *read_hex(const char **at)
{
    GString *bytes = g_string_new(NULL);
    const char *p = strchr(*at, '<');
    int high = -1;

    while (p != NULL && *++p != '\0' && *p != '>') {
        int digit = g_ascii_xdigit_value(*p);

        if (digit < 0) {
            continue;
        }
        if (high < 0) {
            high = digit;
        } else {
            g_string_append_c(bytes, (char)(high << 4 | digit));
            high = -1;
        }
    }
    *at = p == NULL ? strchr(*at, '\0') : p;
    return bytes;
}

static unsigned code_of(const char *bytes, size_t size)
{
    unsigned code = 0;

    for (size_t i = 0; i < size; i++) {
        code = code << 8 | (unsigned char)bytes[i];
    }
    return code;
}

/* UTF-16BE, its last unit greater by some. */
static char *text_of(const GString *bytes, unsigned more)
{
    gunichar2 units[64];
    size_t count = MIN(bytes->len / 2, G_N_ELEMENTS(units));
    char *text;

    for (size_t i = 0; i < count; i++) {
        units[i] = (gunichar2)code_of(bytes->str + 2 * i, 2);
    }
    if (count > 0) {
        units[count - 1] = (gunichar2)(units[count - 1] + more);
    }
    text = g_utf16_to_utf8(units, (glong)count, NULL, NULL, NULL);
    return text == NULL ? g_strdup("\357\277\275") : text;
}

static void add(struct codes *codes, unsigned code, char *text)
{
    g_hash_table_insert(codes->texts, GUINT_TO_POINTER(code), text);
}

static void read_chars(struct codes *codes, const char *at, const char *end)
{
    while ((at = strchr(at, '<')) != NULL && at < end) {
        GString *code = read_hex(&at);
        GString *text = read_hex(&at);

        codes->size = code->len;
        add(codes, code_of(code->str, code->len), text_of(text, 0));
        g_string_free(code, TRUE);
        g_string_free(text, TRUE);
    }
}

static void read_ranges(struct codes *codes, const char *at, const char *end)
{
    while ((at = strchr(at, '<')) != NULL && at < end) {
        GString *first = read_hex(&at);
        GString *last = read_hex(&at);
        bool is_list = at[1 + strspn(at + 1, " \r\n")] == '[';
        unsigned from = code_of(first->str, first->len);
        unsigned to = code_of(last->str, last->len);
        GString *text = is_list ? NULL : read_hex(&at);

        codes->size = first->len;
        for (unsigned code = from; code <= to && to - from < 65536; code++) {
            if (is_list) {
                GString *one = read_hex(&at);

                add(codes, code, text_of(one, 0));
                g_string_free(one, TRUE);
            } else {
                add(codes, code, text_of(text, code - from));
            }
        }
        g_string_free(first, TRUE);
        g_string_free(last, TRUE);
        if (text != NULL) {
            g_string_free(text, TRUE);
        }
    }
}

static void read_map(struct codes *codes, const char *map)
{
    const char *at = map;
    const char *begin;

    while ((begin = strstr(at, "beginbf")) != NULL) {
        const char *end = strstr(begin, "endbf");

        if (end == NULL) {
            return;
        }
        if (g_str_has_prefix(begin, "beginbfchar")) {
            read_chars(codes, begin, end);
        } else {
            read_ranges(codes, begin, end);
        }
        at = end + 1;
    }
}

struct codes *codes_new(struct tagged *tagged, qpdf_oh font)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh map = qpdf_oh_get_key(qpdf, font, "/ToUnicode");
    struct codes *codes = g_new0(struct codes, 1);
    unsigned char *bytes = NULL;
    size_t size = 0;

    codes->texts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    codes->size = 1;
    if (qpdf_oh_is_stream(qpdf, map) &&
        qpdf_oh_get_stream_data(qpdf, map, qpdf_dl_all, NULL, &bytes, &size) ==
            QPDF_SUCCESS) {
        char *text = g_strndup((const char *)bytes, size);

        read_map(codes, text);
        g_free(text);
        free(bytes);
    }
    qpdf_oh_release(qpdf, map);
    return codes;
}

void codes_free(struct codes *codes)
{
    g_hash_table_destroy(codes->texts);
    g_free(codes);
}

void codes_append(
    const struct codes *codes, GString *out, const GString *string)
{
    for (size_t i = 0; i + codes->size <= string->len; i += codes->size) {
        unsigned code = code_of(string->str + i, codes->size);
        const char *text =
            g_hash_table_lookup(codes->texts, GUINT_TO_POINTER(code));

        g_string_append(out, text == NULL ? "\357\277\275" : text);
    }
}
