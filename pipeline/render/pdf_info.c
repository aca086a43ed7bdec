/*
 * Document information and catalog.  The date is the document's own, or
 * SOURCE_DATE_EPOCH where it has none; nothing here asks the clock.
 */
#include "render/pdf_info.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/version.h"
#include "doc/doc.h"
#include "page/page.h"
#include "render/pdf_attach.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"

#define ROMAN_MAX 399

/* "D:20251001000000Z" of SOURCE_DATE_EPOCH; NULL: not set.  False: it is no
 * time, reported. */
static bool date_of_epoch(char **date, struct diag *diag)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) time = NULL;
    guint64 seconds;

    *date = NULL;
    if (text == NULL) {
        return true;
    }
    /* GLib counts up to the year 9999. */
    if (g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT64, &seconds, NULL)) {
        time = g_date_time_new_from_unix_utc((gint64)seconds);
    }
    if (time == NULL) {
        diag_report(diag, DIAG_SOURCE_DATE_EPOCH_INVALID, DIAG_NOWHERE, text);
        return false;
    }
    *date = g_date_time_format(time, "D:%Y%m%d%H%M%SZ");
    return true;
}

/* "D:20251001" of "2025-10-01", a PDF date of less precision than a time. */
static char *date_of_document(const char *iso)
{
    GString *date = g_string_new("D:");

    for (const char *p = iso; *p != '\0' && *p != 'T'; p++) {
        if (g_ascii_isdigit(*p)) {
            g_string_append_c(date, *p);
        }
    }
    if (date->len == strlen("D:20251001")) {
        g_string_append(date, "000000Z");
    }
    return g_string_free(date, FALSE);
}

static void write_entry(GString *out, const char *key, const char *value)
{
    if (value != NULL && *value != '\0') {
        g_string_append_printf(out, "/%s ", key);
        pdf_write_text(out, value);
        g_string_append_c(out, '\n');
    }
}

bool pdf_info_date(
    const struct document *document, char **date, struct diag *diag)
{
    if (!date_of_epoch(date, diag)) {
        return false;
    }
    if (document->date != NULL) {
        g_free(*date);
        *date = date_of_document(document->date);
    }
    return true;
}

static void write_information(
    const struct document *document, struct pdf_file *file, const char *date)
{
    GString *out = g_string_new(NULL);

    write_entry(out, "Title", document->title);
    write_entry(out, "Author", document->author);
    write_entry(out, "Subject", document->subject);
    write_entry(out, "Keywords", document->keywords);
    write_entry(out, "Creator", "gongbao " GONGBAO_VERSION);
    write_entry(out, "Producer", "gongbao " GONGBAO_VERSION " (libharu)");
    write_entry(out, "CreationDate", date);
    write_entry(out, "ModDate", date);
    pdf_info_set(file, out);
}

/* --- page labels --- */

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
static void write_labels(const struct pages *pages, GString *out)
{
    struct label before = {0, 0};

    g_string_append(out, "/PageLabels << /Nums [");
    for (size_t i = 0; i < pages->count; i++) {
        const char *text = pages->pages[i].label;
        struct label label = read_label(text);
        bool goes_on = label.style != 0 && label.style == before.style &&
                       label.number == before.number + 1;

        before = label;
        if (goes_on) {
            continue;
        }
        pdf_write_int(out, (int64_t)i);
        g_string_append(out, " << ");
        if (label.style != 0) {
            g_string_append_printf(
                out, "/S /%c /St %d", label.style, label.number);
        } else {
            g_string_append(out, "/P ");
            pdf_write_text(out, text == NULL ? "" : text);
        }
        g_string_append(out, " >>\n");
    }
    g_string_append(out, "] >>\n");
}

static void write_catalog(const struct pages *pages, struct pdf_file *file,
    const struct pdf_info *info)
{
    bool is_english = strcmp(pages->document->lang, "en") == 0;
    GString *out = g_string_new(NULL);

    write_entry(out, "Lang", is_english ? "en-GB" : "zh-Hans-CN");
    g_string_append(out, "/ViewerPreferences << /DisplayDocTitle true >>\n");
    g_string_append(out, "/MarkInfo << /Marked true >>\n/StructTreeRoot ");
    pdf_write_ref(out, pdf_object_id(info->structure));
    g_string_append_c(out, '\n');
    write_labels(pages, out);
    pdf_attach_write_catalog(info->attach, out);
    if (info->outline != NULL) {
        g_string_append(out, "/PageMode /UseOutlines\n/Outlines ");
        pdf_write_ref(out, pdf_object_id(info->outline));
        g_string_append_c(out, '\n');
    }
    pdf_catalog_set(file, out);
}

void pdf_info_write(const struct pages *pages, struct pdf_file *file,
    const struct pdf_info *info)
{
    write_catalog(pages, file, info);
    write_information(pages->document, file, info->date);
}
