/*
 * Page labels: ranges of pages that count on, in digits or in roman ones; a
 * label of another kind is a range of its own.
 */
#include "render/pdf_labels.h"

#include <stdint.h>
#include <string.h>

#include "page/page.h"
#include "render/pdf_write.h"

#define ROMAN_MAX 399

struct label {
    char style; /* D: 1, r: i, 0: the label as it is */
    int number;
};

static void write_roman(int number, GString *out)
{
    static const struct {
        int value;
        const char *digits;
    } parts[] = {
        {100, "c"},
        {90, "xc"},
        {50, "l"},
        {40, "xl"},
        {10, "x"},
        {9, "ix"},
        {5, "v"},
        {4, "iv"},
        {1, "i"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        for (; number >= parts[i].value; number -= parts[i].value) {
            g_string_append(out, parts[i].digits);
        }
    }
}

/* The number that text is in roman digits; 0: none. */
static int read_roman(const char *text)
{
    g_autoptr(GString) roman = g_string_new(NULL);

    for (int i = 1; i <= ROMAN_MAX && strchr("ivxlc", *text) != NULL; i++) {
        g_string_truncate(roman, 0);
        write_roman(i, roman);
        if (strcmp(roman->str, text) == 0) {
            return i;
        }
    }
    return 0;
}

static struct label read_label(const char *text)
{
    struct label label = {0, 0};
    guint64 number;

    if (text == NULL || *text == '\0') {
        return label;
    }
    if (*text != '0' &&
        g_ascii_string_to_unsigned(text, 10, 1, 999999, &number, NULL)) {
        label.style = 'D';
        label.number = (int)number;
    } else if ((label.number = read_roman(text)) != 0) {
        label.style = 'r';
    }
    return label;
}

/* A range begins where the labels do not simply count on. */
void pdf_labels_write(const struct pages *pages, GString *catalog)
{
    struct label before = {0, 0};

    g_string_append(catalog, "/PageLabels << /Nums [");
    for (size_t i = 0; i < pages->count; i++) {
        const char *text = pages->pages[i].label;
        struct label label = read_label(text);
        bool goes_on = label.style != 0 && label.style == before.style &&
                       label.number == before.number + 1;

        before = label;
        if (goes_on) {
            continue;
        }
        pdf_write_int(catalog, (int64_t)i);
        g_string_append(catalog, " << ");
        if (label.style != 0) {
            g_string_append_printf(
                catalog, "/S /%c /St %d", label.style, label.number);
        } else {
            g_string_append(catalog, "/P ");
            pdf_write_text(catalog, text == NULL ? "" : text);
        }
        g_string_append(catalog, " >>\n");
    }
    g_string_append(catalog, "] >>\n");
}
