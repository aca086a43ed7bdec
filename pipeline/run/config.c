/*
 * A key that nobody knows is a mistake: it would be without effect.
 */
#include "run/config.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"

#define LIMIT 600

static bool fail(struct diag *diag, const char *path, const char *key,
    const char *want)
{
    diag_report(
        diag, DIAG_CONFIG_VALUE, DIAG_FILE(g_intern_string(path)), key, want);
    return false;
}

static bool read_number(
    GKeyFile *file, const char *path, const char *key, int *value,
    struct diag *diag)
{
    g_autofree char *text = g_key_file_get_value(file, "run", key, NULL);
    gint64 number;

    if (text == NULL) {
        return true;
    }
    if (!g_ascii_string_to_signed(text, 10, 1, 100000, &number, NULL)) {
        return fail(diag, path, key, "1..100000");
    }
    *value = (int)number;
    return true;
}

static bool read_on_failure(struct config *config, GKeyFile *file,
    const char *path, struct diag *diag)
{
    g_autofree char *text =
        g_key_file_get_value(file, "release", "on_failure", NULL);

    config->releases_failed = g_strcmp0(text, "release") == 0;
    return text == NULL || config->releases_failed ||
           strcmp(text, "keep") == 0 ||
           fail(diag, path, "on_failure", "keep, release");
}

/* Keys of [release] and [publish] are for who reads these. */
static bool knows_names(
    GKeyFile *file, const char *path, struct diag *diag)
{
    static const char *const groups[] = {"run", "release", "publish", NULL};
    static const char *const keys[] = {"jobs", "limit", NULL};
    g_auto(GStrv) found = g_key_file_get_groups(file, NULL);
    g_auto(GStrv) in_run = g_key_file_get_keys(file, "run", NULL, NULL);

    for (char **group = found; *group != NULL; group++) {
        if (!g_strv_contains(groups, *group)) {
            return fail(diag, path, *group, "[run], [release], [publish]");
        }
    }
    for (char **key = in_run; key != NULL && *key != NULL; key++) {
        if (!g_strv_contains(keys, *key)) {
            return fail(diag, path, *key, "jobs, limit");
        }
    }
    return true;
}

bool config_read(struct config *config, const char *path, bool is_needed,
    struct diag *diag)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) error = NULL;

    *config = (struct config){.limit = LIMIT};
    if (!is_needed && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        return true;
    }
    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error)) {
        diag_report(diag, DIAG_CONFIG, DIAG_FILE(g_intern_string(path)),
            error->message);
        return false;
    }
    config->has_release = g_key_file_has_group(file, "release");
    return knows_names(file, path, diag) &&
           read_number(file, path, "jobs", &config->jobs, diag) &&
           read_number(file, path, "limit", &config->limit, diag) &&
           read_on_failure(config, file, path, diag);
}
