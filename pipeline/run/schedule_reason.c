/*
 * What is said before anything is made.
 */
#include <string.h>

#include <glib.h>

#include "base/i18n.h"
#include "run/schedule.h"

/* The first file that is not there as it was; NULL: all are. */
static const char *changed(struct snapshot *snapshot, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        if (!snapshot_is_there(snapshot, files->pdata[i])) {
            return seen_path(files->pdata[i]);
        }
    }
    return NULL;
}

static char *reason_of(const struct schedule *schedule,
    const struct step *step, const struct record *record)
{
    struct snapshot *snapshot = schedule->snapshot;
    const char *path;

    if (strcmp(record->key, step->key) != 0) {
        return g_strdup(_("it is made in another way now"));
    }
    path = changed(snapshot, record->reads);
    if (path == NULL) {
        path = changed(snapshot, record->tool->files);
    }
    if (path != NULL && *path == '\0') {
        return g_strdup(_("something changed while it was made"));
    }
    if (path != NULL) {
        return g_strdup_printf(snapshot_take(snapshot, path) != NULL
                                   ? _("%s has changed")
                                   : _("%s is not there"),
            path);
    }
    path = changed(snapshot, record->wrote);
    return g_strdup_printf(snapshot_take(snapshot, path) != NULL
                               ? _("%s is not as it was made")
                               : _("%s is not there"),
        path);
}

char *schedule_reason(const struct schedule *schedule, const struct step *step)
{
    const struct record *record = state_find(schedule->state, step->name);

    if (record == NULL) {
        return g_strdup(_("it was never made"));
    }
    if (state_current(schedule->state, step->name, step->key,
            schedule->snapshot) != NULL) {
        return NULL;
    }
    return reason_of(schedule, step, record);
}
