/*
 * SOURCE_DATE_EPOCH is checked even where the document's date goes first: who
 * sets it to something that is no time did not mean what happens.
 */
#include "render/file_date.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "doc/doc.h"

#define MIDNIGHT "T00:00:00Z"

/* The time of SOURCE_DATE_EPOCH; NULL: not set.  False: reported. */
static bool read_epoch(char **iso, struct diag *diag)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) time = NULL;
    guint64 seconds;

    *iso = NULL;
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
    *iso = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
    return true;
}

bool file_date_read(
    const struct document *document, char **iso, struct diag *diag)
{
    g_autofree char *own = NULL;

    if (!read_epoch(iso, diag)) {
        return false;
    }
    if (document->date == NULL) {
        return true;
    }
    own = g_strconcat(document->date, MIDNIGHT, NULL);
    /* Times of one length and zone: the earlier one is the lesser string. */
    if (*iso == NULL || strcmp(own, *iso) < 0) {
        g_free(*iso);
        *iso = g_steal_pointer(&own);
    }
    return true;
}

char *file_date_pdf(const char *iso)
{
    GString *date;

    if (iso == NULL) {
        return NULL;
    }
    date = g_string_new("D:");
    for (const char *p = iso; *p != '\0'; p++) {
        if (strchr("-:T", *p) == NULL) {
            g_string_append_c(date, *p);
        }
    }
    return g_string_free(date, FALSE);
}
