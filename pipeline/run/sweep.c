/*
 * Folders of two levels.
 */
#include "run/sweep.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "run/snapshot.h"

/* Who writes it holds a lock on it. */
static void remove_left(const char *path)
{
    int file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

    if (file < 0 || flock(file, LOCK_EX | LOCK_NB) == 0) {
        g_unlink(path);
    }
    if (file >= 0) {
        close(file);
    }
}

static bool is_left(const char *name)
{
    return name[0] == '.' && g_str_has_suffix(name, ".new");
}

/* end: how names of folders end that are looked into; NULL: of none. */
static void sweep_folder(const char *path, const char *end)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *below = g_build_filename(path, name, NULL);

        if (is_left(name)) {
            remove_left(below);
        } else if (end != NULL && g_str_has_suffix(name, end) &&
                   g_file_test(below, G_FILE_TEST_IS_DIR)) {
            sweep_folder(below, *end == '\0' ? "previous" : NULL);
        }
    }
    if (folder != NULL) {
        g_dir_close(folder);
    }
}

void sweep(const struct places *places)
{
    sweep_folder(places->output, ".data");
    sweep_folder(places->work, "");
}

static bool has_path(const GPtrArray *files, const char *path)
{
    for (guint i = 0; i < files->len; i++) {
        if (strcmp(seen_path(files->pdata[i]), path) == 0) {
            return true;
        }
    }
    return false;
}

bool sweep_difference(
    const GPtrArray *before, const GPtrArray *after, const char **left)
{
    for (guint i = 0; i < before->len; i++) {
        const char *path = seen_path(before->pdata[i]);

        if (*path != '\0' && (after == NULL || !has_path(after, path))) {
            g_autofree char *folder = g_path_get_dirname(path);

            if (g_unlink(path) != 0 && errno != ENOENT) {
                *left = path;
                return false;
            }
            if (after == NULL || g_str_has_suffix(folder, ".data")) {
                g_rmdir(folder); /* if there is nothing else in it */
            }
        }
    }
    return true;
}
