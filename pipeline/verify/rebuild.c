/*
 * Runs the programs as a person would, with the files of the report in a folder
 * of their own under the names that they had.
 */
#include "verify/rebuild.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/files.h"
#include "base/out.h"
#include "verify/carried.h"
#include "verify/record.h"

#define OWN_NAME "verify"
#define REPORT "report.pdf"
#define AGGREGATED "aggregated-again.xml"
#define RECORD "provenance.xml"

bool rebuild_open(struct rebuild *rebuild)
{
    g_autoptr(GError) error = NULL;

    rebuild->folder = g_dir_make_tmp("gongbao-verify-XXXXXX", &error);
    if (rebuild->folder == NULL) {
        diag_report(rebuild->diag, DIAG_OUTPUT, DIAG_NOWHERE, g_get_tmp_dir(),
            error->message);
    }
    return rebuild->folder != NULL;
}

void rebuild_close(struct rebuild *rebuild)
{
    GDir *dir =
        rebuild->folder != NULL ? g_dir_open(rebuild->folder, 0, NULL) : NULL;

    while (dir != NULL) {
        const char *name = g_dir_read_name(dir);
        g_autofree char *path = NULL;

        if (name == NULL) {
            g_dir_close(dir);
            break;
        }
        path = g_build_filename(rebuild->folder, name, NULL);
        g_unlink(path);
    }
    if (rebuild->folder != NULL) {
        g_rmdir(rebuild->folder);
        g_clear_pointer(&rebuild->folder, g_free);
    }
}

static char *place(const struct rebuild *rebuild, const char *name)
{
    return g_build_filename(rebuild->folder, name, NULL);
}

/* --- programs --- */

/* "gongbao-layout" beside "gongbao-verify"; the caller frees it. */
static char *sibling(const char *name)
{
    g_autofree char *own = g_file_read_link("/proc/self/exe", NULL);
    const char *path = own != NULL ? own : OWN_NAME;
    size_t length = strlen(path);

    if (g_str_has_suffix(path, OWN_NAME)) {
        length -= strlen(OWN_NAME);
    }
    return g_strdup_printf("%.*s%s", (int)length, path, name);
}

/* The last line that a program wrote, without its end. */
static char *last_line(char *text)
{
    char *line;

    g_strchomp(text);
    line = strrchr(text, '\n');
    return line != NULL ? line + 1 : text;
}

/* False, reported: it could not be begun, or said that it failed. */
static bool run(struct rebuild *rebuild, GPtrArray *words)
{
    g_auto(GStrv) environment = g_get_environ();
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;
    const char *epoch = rebuild->record->epoch;
    int status;

    g_ptr_array_add(words, NULL);
    environment =
        epoch != NULL
            ? g_environ_setenv(environment, "SOURCE_DATE_EPOCH", epoch, TRUE)
            : g_environ_unsetenv(environment, "SOURCE_DATE_EPOCH");
    if (!g_spawn_sync(NULL, (char **)words->pdata, environment,
            G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said, &status,
            &error)) {
        diag_report(rebuild->diag, DIAG_REBUILD, rebuild->pos, error->message);
        return false;
    }
    if (!g_spawn_check_wait_status(status, &error)) {
        diag_report(rebuild->diag, DIAG_REBUILD, rebuild->pos,
            *said != '\0' ? last_line(said) : error->message);
        return false;
    }
    return true;
}

static GPtrArray *words_of(const char *program)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(words, sibling(program));
    return words;
}

static void add_option(GPtrArray *words, const char *name, const char *value)
{
    if (value != NULL) {
        g_ptr_array_add(words, g_strdup_printf("--%s=%s", name, value));
    }
}

static void add_output(GPtrArray *words, const char *path)
{
    g_ptr_array_add(words, g_strdup("-o"));
    g_ptr_array_add(words, g_strdup(path));
}

/* --- what is made --- */

/* Its path in the folder; NULL: reported.  The caller frees it. */
static char *put(struct rebuild *rebuild, const struct carried_file *file)
{
    g_autofree char *name = files_plain_name(file->name);
    char *path = place(rebuild, name);
    gsize size;
    const void *bytes = g_bytes_get_data(file->bytes, &size);

    if (!out_write(path, bytes, size, rebuild->diag)) {
        g_clear_pointer(&path, g_free);
    }
    return path;
}

/* Appends each file of the document that has this relation; false: reported. */
static bool put_all(struct rebuild *rebuild, const char *relation,
    const char *option, GPtrArray *words)
{
    const GPtrArray *files = rebuild->carried->files;

    for (guint i = 0; i < files->len; i++) {
        const struct carried_file *file = files->pdata[i];
        char *path;

        if (!file->is_of_document || strcmp(file->relation, relation) != 0 ||
            strcmp(file->name, RECORD) == 0) {
            continue;
        }
        path = put(rebuild, file);
        if (path == NULL) {
            return false;
        }
        if (option != NULL) {
            add_option(words, option, path);
            g_free(path);
        } else {
            g_ptr_array_add(words, path);
        }
    }
    return true;
}

static GBytes *result(struct rebuild *rebuild, GPtrArray *words, char *path)
{
    return run(rebuild, words) ? files_read(path, rebuild->diag) : NULL;
}

GBytes *rebuild_aggregated(struct rebuild *rebuild)
{
    g_autoptr(GPtrArray) words = words_of("aggregate");
    g_autofree char *path = place(rebuild, AGGREGATED);

    add_output(words, path);
    return put_all(rebuild, "Supplement", "previous", words) &&
                   put_all(rebuild, "Source", NULL, words)
               ? result(rebuild, words, path)
               : NULL;
}

GBytes *rebuild_report(struct rebuild *rebuild)
{
    const struct record *record = rebuild->record;
    g_autoptr(GPtrArray) words = words_of("layout");
    g_autofree char *path = place(rebuild, REPORT);
    bool has_template = record->template != NULL;

    add_output(words, path);
    add_option(words, "template",
        has_template && rebuild->template != NULL ? rebuild->template
                                                  : record->template);
    add_option(words, "style",
        record->style != NULL && rebuild->style != NULL ? rebuild->style
                                                        : record->style);
    add_option(words, "lang", record->lang);
    if ((has_template &&
            (!put_all(rebuild, "Source", "source", words) ||
                !put_all(rebuild, "Supplement", "previous", words))) ||
        !put_all(rebuild, has_template ? "Data" : "Source", NULL, words)) {
        return NULL;
    }
    return result(rebuild, words, path);
}
