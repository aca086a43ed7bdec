/*
 * By GLib's dates, in UTC; in this form they are ordered as strings are.
 */
#include "release/dates.h"

#include <glib.h>

#include "base/diag.h"

#define FORM "%Y-%m-%dT%H:%M:%SZ"
#define EPOCH_MAX G_GUINT64_CONSTANT(253402300799) /* the end of 9999 */

char *dates_of_day(const char *day)
{
    return g_strconcat(day, "T00:00:00Z", NULL);
}

char *dates_after(const char *time)
{
    g_autoptr(GDateTime) then = g_date_time_new_from_iso8601(time, NULL);
    g_autoptr(GDateTime) later =
        then != NULL ? g_date_time_add_seconds(then, 1) : NULL;

    return later != NULL ? g_date_time_format(later, FORM) : g_strdup(time);
}

bool dates_epoch(char **time, struct diag *diag)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) date = NULL;
    guint64 seconds;

    *time = NULL;
    if (text == NULL) {
        return true;
    }
    if (!g_ascii_string_to_unsigned(text, 10, 0, EPOCH_MAX, &seconds, NULL)) {
        diag_report(
            diag, DIAG_SOURCE_DATE_EPOCH_INVALID, DIAG_NOWHERE, text);
        return false;
    }
    date = g_date_time_new_from_unix_utc((gint64)seconds);
    *time = g_date_time_format(date, FORM);
    return true;
}
