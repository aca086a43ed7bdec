/*
 * Names by name, shares by a checksum of it.
 */
#include "run/choose.h"

#include <string.h>

#include "base/diag.h"
#include "run/classes.h"
#include "run/complain.h"

bool shard_read(struct shard *shard, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", 2);
    guint64 number;
    guint64 count;

    if (g_strv_length(parts) != 2 ||
        !g_ascii_string_to_unsigned(parts[1], 10, 1, 10000, &count, NULL) ||
        !g_ascii_string_to_unsigned(parts[0], 10, 1, count, &number, NULL)) {
        return false;
    }
    shard->number = (unsigned)number;
    shard->count = (unsigned)count;
    return true;
}

bool shard_has(const struct shard *shard, const char *dataset)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) sum = NULL;
    unsigned number;

    if (shard->count == 0) {
        return true;
    }
    if (dataset == NULL) {
        return shard->number == 1;
    }
    sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(
        sum, (const guchar *)dataset, (gssize)strlen(dataset));
    g_checksum_get_digest(sum, digest, &length);
    number = (unsigned)digest[0] << 16 | (unsigned)digest[1] << 8 | digest[2];
    return number % shard->count == shard->number - 1;
}

static bool is_named(const struct step *step, const char *name)
{
    const struct plan_report *report = step->report;

    return (step->dataset != NULL && strcmp(step->dataset->name, name) == 0) ||
           (report != NULL && (strcmp(report->name, name) == 0 ||
                                  strcmp(report->data, name) == 0)) ||
           g_ptr_array_find_with_equal_func(
               step->outputs, name, g_str_equal, NULL);
}

static void want(GHashTable *wanted, struct step *step)
{
    if (g_hash_table_add(wanted, step)) {
        for (guint i = 0; i < step->needs->len; i++) {
            want(wanted, step->needs->pdata[i]);
        }
    }
}

/* False: reported. */
static bool want_named(GHashTable *wanted, const GPtrArray *steps,
    const char *name, struct diag *diag)
{
    bool is_found = false;

    for (guint i = 0; i < steps->len; i++) {
        struct step *step = steps->pdata[i];

        if (is_named(step, name)) {
            want(wanted, step);
            is_found = true;
        }
    }
    if (!is_found) {
        diag_report(diag, DIAG_ONLY_UNKNOWN, DIAG_NOWHERE, name);
    }
    return is_found;
}

/* What needs a step that is not wanted does not wait for it, and the other way
 * about. */
static void part(struct step *step, GHashTable *wanted)
{
    for (guint i = step->followed->len; i > 0; i--) {
        if (!g_hash_table_contains(
                wanted, step->followed->pdata[i - 1])) {
            g_ptr_array_remove_index(step->followed, i - 1);
        }
    }
}

GPtrArray *choose(const GPtrArray *steps, const struct shard *shard,
    char *const *names, struct diag *diag)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new(NULL, NULL);
    GPtrArray *chosen = g_ptr_array_new();
    bool is_known = true;

    for (char *const *name = names; name != NULL && *name != NULL; name++) {
        is_known = want_named(wanted, steps, *name, diag) && is_known;
    }
    if (!is_known) {
        complain_note(RUN_USAGE);
    }
    for (guint i = 0; is_known && i < steps->len; i++) {
        struct step *step = steps->pdata[i];
        const char *dataset =
            step->dataset != NULL ? step->dataset->name : NULL;

        if ((names == NULL || g_hash_table_contains(wanted, step)) &&
            shard_has(shard, dataset)) {
            g_ptr_array_add(chosen, step);
        }
    }
    for (guint i = 0; names != NULL && i < chosen->len; i++) {
        part(chosen->pdata[i], wanted);
    }
    return chosen;
}
