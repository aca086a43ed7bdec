/*
 * By mutool of MuPDF, which takes half the time of poppler's pdftoppm and makes
 * smaller files, several at a time.
 */
#include "release/pictures.h"

#include <string.h>

#include "base/diag.h"
#include "base/files.h"
#include "base/i18n.h"
#include "base/jobs.h"
#include "release/cache.h"
#include "release/manifest.h"
#include "run/signals.h"

#define PROGRAM "mutool"
#define WIDTH "320" /* dots: more than twice what pages show */
#define ENDING ".png"
#define HEAD_SIZE 24 /* of a PNG, up to its width and height */
#define WIDTH_AT 16
#define HEIGHT_AT 20

struct picture {
    const char *program; /* its path */
    const struct manifest_file *pdf;
    char *name; /* of the file in the cache */
    char *path; /* the same with its folder */
    GError *error;
    bool is_over; /* made, or it cannot be; else a signal came before */
};

static void make(void *job)
{
    struct picture *picture = job;
    const char *const argv[] = {picture->program, "draw", "-q", "-N", "-c",
        "rgb", "-w", WIDTH, "-o", picture->path, picture->pdf->source, "1",
        NULL};
    int status;

    if (signals_caught() != 0) {
        return;
    }
    picture->is_over = true;
    if (g_spawn_sync(NULL, (char **)(gpointer)argv, NULL,
            G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
            NULL, NULL, NULL, NULL, &status, &picture->error)) {
        g_spawn_check_wait_status(status, &picture->error);
    }
}

static struct picture *picture_new(const char *program,
    const struct manifest_file *pdf, const struct cache *cache)
{
    struct picture *picture = g_new0(struct picture, 1);

    picture->program = program;
    picture->pdf = pdf;
    picture->name = g_strconcat(pdf->sha256, ENDING, NULL);
    picture->path = cache_path(cache, picture->name, "");
    return picture;
}

static void picture_free(struct picture *picture)
{
    g_free(picture->name);
    g_free(picture->path);
    g_clear_error(&picture->error);
    g_free(picture);
}

static int big_endian(const unsigned char *p)
{
    return p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

/* Takes what was made into the cache.  False: reported. */
static bool take(
    struct picture *picture, struct cache *cache, struct diag *diag)
{
    g_autoptr(GBytes) bytes = NULL;
    struct cache_file file = {0};
    const unsigned char *head;
    gsize size;

    if (picture->error != NULL) {
        diag_report(diag, DIAG_PICTURE, DIAG_FILE(picture->pdf->source),
            PROGRAM, picture->error->message);
        return false;
    }
    bytes = files_read(picture->path, diag);
    if (bytes == NULL) {
        return false;
    }
    head = g_bytes_get_data(bytes, &size);
    if (size < HEAD_SIZE || memcmp(head + 1, "PNG", 3) != 0) {
        diag_report(diag, DIAG_PICTURE, DIAG_FILE(picture->pdf->source),
            PROGRAM, _("the file is no PNG"));
        return false;
    }
    file.size = (gint64)size;
    file.width = big_endian(head + WIDTH_AT);
    file.height = big_endian(head + HEIGHT_AT);
    {
        g_autofree char *sha256 =
            g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

        g_strlcpy(file.sha256, sha256, sizeof file.sha256);
    }
    cache_put_file(cache, picture->name, &file);
    return true;
}

/* Those that are not in the cache; an array of struct picture. */
static GPtrArray *find_missing(const struct manifest *manifest,
    struct cache *cache, const char *program)
{
    GPtrArray *missing =
        g_ptr_array_new_with_free_func((GDestroyNotify)picture_free);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < manifest->datasets->len; i++) {
        const struct manifest_dataset *dataset = manifest->datasets->pdata[i];

        for (guint k = 0; k < dataset->reports->len; k++) {
            const struct manifest_report *report = dataset->reports->pdata[k];
            const struct manifest_file *pdf =
                manifest_find(report->files, "pdf");
            g_autofree char *name = g_strconcat(pdf->sha256, ENDING, NULL);

            if (cache_file(cache, name) == NULL &&
                g_hash_table_add(seen, (gpointer)pdf->sha256)) {
                g_ptr_array_add(missing, picture_new(program, pdf, cache));
            }
        }
    }
    return missing;
}

static bool make_all(GPtrArray *missing, struct cache *cache, struct diag *diag)
{
    struct jobs *jobs = jobs_new(make);
    bool is_good;

    for (guint i = 0; i < missing->len; i++) {
        jobs_add(jobs, missing->pdata[i]);
    }
    jobs_finish(jobs);
    jobs_free(jobs);
    is_good = signals_caught() == 0;
    for (guint i = 0; i < missing->len; i++) {
        struct picture *picture = missing->pdata[i];

        /* What failed beside a signal was ended by it. */
        if (picture->is_over &&
            (signals_caught() == 0 || picture->error == NULL)) {
            is_good = take(picture, cache, diag) && is_good;
        }
    }
    return is_good;
}

static void add_picture(
    struct manifest *manifest, struct manifest_report *report,
    struct cache *cache)
{
    const struct manifest_file *pdf = manifest_find(report->files, "pdf");
    g_autofree char *name = g_strconcat(pdf->sha256, ENDING, NULL);
    g_autofree char *source = cache_path(cache, name, "");
    g_autofree char *path =
        g_strdup_printf("pictures/%s" ENDING, report->name);
    const struct cache_file *known = cache_file(cache, name);
    struct manifest_file *file = manifest_add_file(report->files);

    file->path = manifest_keep(manifest, path);
    file->kind = "picture";
    file->size = known->size;
    file->sha256 = manifest_keep(manifest, known->sha256);
    file->width = known->width;
    file->height = known->height;
    file->source = manifest_keep(manifest, source);
}

bool pictures_add(
    struct manifest *manifest, struct cache *cache, struct diag *diag)
{
    g_autofree char *program = g_find_program_in_path(PROGRAM);
    g_autoptr(GPtrArray) missing = NULL;

    if (program == NULL) {
        return true;
    }
    missing = find_missing(manifest, cache, program);
    if (!tree_make(cache_folder(cache), diag) ||
        !make_all(missing, cache, diag)) {
        return false;
    }
    for (guint i = 0; i < manifest->datasets->len; i++) {
        const struct manifest_dataset *dataset = manifest->datasets->pdata[i];

        for (guint k = 0; k < dataset->reports->len; k++) {
            add_picture(manifest, dataset->reports->pdata[k], cache);
        }
    }
    return true;
}
