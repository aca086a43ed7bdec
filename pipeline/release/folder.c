/*
 * Releases by their names, which have their order.
 */
#include "release/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/tree.h"

#define CURRENT "current"
#define UNFINISHED ".new"
#define REMOVED ".old"
#define HEX_DIGITS 8

static bool fail(const char *path, struct diag *diag)
{
    diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, path, g_strerror(errno));
    return false;
}

char *folder_path(const struct folder *folder, const char *name)
{
    return g_build_filename(folder->path, name, NULL);
}

unsigned folder_serial(const char *name)
{
    size_t digits = strspn(name, "0123456789");
    const char *hex = name + digits + 1;

    if (digits < 4 || digits > 9 || name[digits] != '-' ||
        strspn(hex, "0123456789abcdef") != HEX_DIGITS ||
        hex[HEX_DIGITS] != '\0') {
        return 0;
    }
    return (unsigned)strtoul(name, NULL, 10);
}

char *folder_name(unsigned serial, const char *sha256)
{
    return g_strdup_printf("%04u-%.*s", serial, HEX_DIGITS, sha256);
}

/* A link that leads elsewhere is none of ours. */
void folder_look(struct folder *folder, const char *path)
{
    g_autofree char *link = g_build_filename(path, CURRENT, NULL);

    folder->path = g_strdup(path);
    folder->lock = -1;
    folder->current = g_file_read_link(link, NULL);
    if (folder->current != NULL && folder_serial(folder->current) == 0) {
        g_clear_pointer(&folder->current, g_free);
    }
}

enum folder_state folder_open(
    struct folder *folder, const char *path, struct diag *diag)
{
    int lock;

    *folder = (struct folder){NULL, -1, NULL};
    if (!tree_make(path, diag)) {
        return FOLDER_FAILED;
    }
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) {
        fail(path, diag);
        return FOLDER_FAILED;
    }
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        bool is_locked = errno == EWOULDBLOCK;

        if (is_locked) {
            diag_report(diag, DIAG_LOCKED, DIAG_NOWHERE, path);
        } else {
            fail(path, diag);
        }
        close(lock);
        return is_locked ? FOLDER_LOCKED : FOLDER_FAILED;
    }
    folder_look(folder, path);
    folder->lock = lock;
    return FOLDER_OPEN;
}

void folder_close(struct folder *folder)
{
    if (folder->lock >= 0) {
        /* Also of those that took it over and are not quite ended. */
        flock(folder->lock, LOCK_UN);
        close(folder->lock);
    }
    g_free(folder->path);
    g_free(folder->current);
    *folder = (struct folder){NULL, -1, NULL};
}

static gint by_serial(gconstpointer left, gconstpointer right)
{
    const char *a = *(char *const *)left;
    const char *b = *(char *const *)right;
    unsigned first = folder_serial(a);
    unsigned second = folder_serial(b);

    return first != second ? (first < second ? -1 : 1) : strcmp(a, b);
}

GPtrArray *folder_list(const struct folder *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (folder_serial(name) > 0) {
            g_ptr_array_add(names, g_strdup(name));
        }
    }
    g_ptr_array_sort(names, by_serial);
    return names;
}

unsigned folder_next_serial(const struct folder *folder)
{
    g_autoptr(GPtrArray) names = folder_list(folder);

    return names->len > 0 ? folder_serial(names->pdata[names->len - 1]) + 1 : 1;
}

bool folder_remove(
    const struct folder *folder, const char *name, struct diag *diag)
{
    g_autofree char *path = folder_path(folder, name);
    g_autofree char *removed = folder_path(folder, REMOVED);

    if (!tree_remove(removed, diag)) {
        return false;
    }
    if (g_rename(path, removed) != 0) {
        return fail(path, diag);
    }
    return tree_remove(removed, diag);
}

/* A release newer than the current one was named, and current not switched: it
 * was never announced. */
static bool remove_unannounced(const struct folder *folder, struct diag *diag)
{
    g_autoptr(GPtrArray) names = folder_list(folder);
    bool is_good = true;

    for (guint i = 0; folder->current != NULL && i < names->len; i++) {
        if (folder_serial(names->pdata[i]) > folder_serial(folder->current)) {
            is_good = folder_remove(folder, names->pdata[i], diag) && is_good;
        }
    }
    return is_good;
}

bool folder_clean(const struct folder *folder, struct diag *diag)
{
    static const char *const left[] = {UNFINISHED, REMOVED, "." CURRENT};
    bool is_good = true;

    for (size_t i = 0; i < G_N_ELEMENTS(left); i++) {
        g_autofree char *path = folder_path(folder, left[i]);

        is_good = tree_remove(path, diag) && is_good;
    }
    return remove_unannounced(folder, diag) && is_good;
}

char *folder_begin(const struct folder *folder, struct diag *diag)
{
    g_autofree char *path = folder_path(folder, UNFINISHED);

    return tree_remove(path, diag) && tree_make(path, diag)
               ? g_steal_pointer(&path)
               : NULL;
}

bool folder_finish(struct folder *folder, const char *made, const char *name,
    struct diag *diag)
{
    g_autofree char *path = folder_path(folder, name);
    g_autofree char *link = folder_path(folder, CURRENT);

    if (!tree_sync(made, diag)) {
        return false;
    }
    if (g_rename(made, path) != 0) {
        return fail(path, diag);
    }
    if (!tree_sync(folder->path, diag) || !tree_switch(link, name, diag)) {
        return false;
    }
    g_free(folder->current);
    folder->current = g_strdup(name);
    return true;
}

bool folder_keep(
    const struct folder *folder, unsigned count, struct diag *diag)
{
    g_autoptr(GPtrArray) names = folder_list(folder);
    bool is_good = true;

    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];

        if (names->len - i > (guint64)count + 1 &&
            g_strcmp0(name, folder->current) != 0) {
            is_good = folder_remove(folder, name, diag) && is_good;
        }
    }
    return is_good;
}
