/*
 * System calls, for GLib has none of this but names.
 */
#define _GNU_SOURCE /* syncfs */
#include "base/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/diag.h"

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define CHUNK ((size_t)1 << 17)
#define OPEN_MAX_FOLDERS 32 /* while a tree is walked */

static bool fail(enum diag_id id, const char *path, struct diag *diag)
{
    diag_report(diag, id, DIAG_NOWHERE, path, g_strerror(errno));
    return false;
}

bool tree_make(const char *folder, struct diag *diag)
{
    g_autofree char *above = NULL;

    if (g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        return true;
    }
    above = g_path_get_dirname(folder);
    if (strcmp(above, folder) != 0 && !tree_make(above, diag)) {
        return false;
    }
    if ((mkdir(folder, FOLDER_MODE) != 0 || chmod(folder, FOLDER_MODE) != 0) &&
        errno != EEXIST) {
        return fail(DIAG_OUTPUT, folder, diag);
    }
    return true;
}

/* --- files --- */

static bool write_all(int file, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(file, bytes, size);

        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

/* -1, reported. */
static int open_new(const char *path, struct diag *diag)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, FILE_MODE);

    if (file >= 0 && fchmod(file, FILE_MODE) != 0) {
        close(file);
        file = -1;
    }
    if (file < 0) {
        fail(DIAG_OUTPUT, path, diag);
    }
    return file;
}

/* Some file systems tell only now that there was no room. */
static bool close_new(int file, bool is_good, const char *path,
    struct diag *diag)
{
    return close(file) == 0 || !is_good ? is_good
                                        : fail(DIAG_OUTPUT, path, diag);
}

bool tree_write(
    const char *path, const void *bytes, gsize size, struct diag *diag)
{
    int file = open_new(path, diag);

    if (file < 0) {
        return false;
    }
    return close_new(file,
        write_all(file, bytes, size) || fail(DIAG_OUTPUT, path, diag), path,
        diag);
}

struct pouring {
    GChecksum *sum;
    gint64 size;
};

/* Reads a file to its end, into sum and, unless to_path is NULL, a file. */
static bool pour(int from, const char *from_path, int to, const char *to_path,
    struct pouring *pouring, struct diag *diag)
{
    g_autofree char *chunk = g_malloc(CHUNK);
    ssize_t got;

    while ((got = read(from, chunk, CHUNK)) != 0) {
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail(DIAG_INPUT_READ, from_path, diag);
        }
        g_checksum_update(pouring->sum, (const guchar *)chunk, got);
        pouring->size += got;
        if (to_path != NULL && !write_all(to, chunk, (size_t)got)) {
            return fail(DIAG_OUTPUT, to_path, diag);
        }
    }
    return true;
}

static bool read_through(const char *from, const char *to,
    char sha256[TREE_SHA256], gint64 *size, struct diag *diag)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    struct pouring pouring = {sum, 0};
    int source = open(from, O_RDONLY | O_CLOEXEC);
    int file = -1;
    bool is_good;

    if (source < 0) {
        return fail(DIAG_INPUT_READ, from, diag);
    }
    file = to != NULL ? open_new(to, diag) : -1;
    is_good = (to == NULL || file >= 0) &&
              pour(source, from, file, to, &pouring, diag);
    if (file >= 0) {
        is_good = close_new(file, is_good, to, diag);
    }
    close(source);
    if (size != NULL) {
        *size = pouring.size;
    }
    if (sha256 != NULL) {
        g_strlcpy(sha256, g_checksum_get_string(sum), TREE_SHA256);
    }
    return is_good;
}

bool tree_copy(const char *from, const char *to, char sha256[TREE_SHA256],
    struct diag *diag)
{
    return read_through(from, to, sha256, NULL, diag);
}

bool tree_sha256(const char *path, char sha256[TREE_SHA256], gint64 *size,
    struct diag *diag)
{
    return read_through(path, NULL, sha256, size, diag);
}

bool tree_link(const char *from, const char *to)
{
    return link(from, to) == 0;
}

bool tree_open_to_all(const char *path, struct diag *diag)
{
    return chmod(path, FILE_MODE) == 0 || fail(DIAG_OUTPUT, path, diag);
}

/* --- folders --- */

bool tree_sync(const char *folder, struct diag *diag)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced = file >= 0 && syncfs(file) == 0 && fsync(file) == 0;

    if (!is_synced) {
        fail(DIAG_OUTPUT, folder, diag);
    }
    if (file >= 0) {
        close(file);
    }
    return is_synced;
}

static int remove_one(const char *path, const struct stat *stat, int flag,
    struct FTW *place)
{
    (void)stat;
    (void)flag;
    (void)place;
    return remove(path);
}

bool tree_remove(const char *folder, struct diag *diag)
{
    if (nftw(folder, remove_one, OPEN_MAX_FOLDERS, FTW_DEPTH | FTW_PHYS) != 0 &&
        errno != ENOENT) {
        return fail(DIAG_OUTPUT, folder, diag);
    }
    return true;
}

static bool list_into(
    GPtrArray *list, const char *folder, const char *name, struct diag *diag)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *entry;

    if (dir == NULL) {
        return fail(DIAG_INPUT_READ, path, diag);
    }
    while ((entry = g_dir_read_name(dir)) != NULL) {
        g_autofree char *below = g_build_filename(name, entry, NULL);
        g_autofree char *whole = g_build_filename(path, entry, NULL);

        if (!g_file_test(whole, G_FILE_TEST_IS_DIR) ||
            g_file_test(whole, G_FILE_TEST_IS_SYMLINK)) {
            g_ptr_array_add(list, g_steal_pointer(&below));
        } else if (!list_into(list, folder, below, diag)) {
            return false;
        }
    }
    return true;
}

static gint by_bytes(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *tree_list(const char *folder, struct diag *diag)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);

    if (!list_into(list, folder, "", diag)) {
        g_ptr_array_unref(list);
        return NULL;
    }
    g_ptr_array_sort(list, by_bytes);
    return list;
}

bool tree_switch(const char *link, const char *target, struct diag *diag)
{
    g_autofree char *folder = g_path_get_dirname(link);
    g_autofree char *name = g_path_get_basename(link);
    g_autofree char *beside = g_strdup_printf("%s/.%s", folder, name);

    if ((unlink(beside) != 0 && errno != ENOENT) ||
        symlink(target, beside) != 0) {
        return fail(DIAG_OUTPUT, link, diag);
    }
    if (rename(beside, link) != 0) {
        fail(DIAG_OUTPUT, link, diag);
        unlink(beside);
        return false;
    }
    return tree_sync(folder, diag);
}
