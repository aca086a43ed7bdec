/*
 * Who writes a new file holds a lock on it, which ends with its process: a file
 * that can be locked is nobody's any more.
 */
#define _GNU_SOURCE /* syncfs, sync_file_range */
#include "base/newfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

static bool leaves_sync;

void newfile_leave_sync(void)
{
    leaves_sync = true;
}

char *newfile_name(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *name = g_strconcat(".", base, ".new", NULL);

    return g_build_filename(folder, name, NULL);
}

bool newfile_write_all(int fd, const void *bytes, size_t size)
{
    const char *rest = bytes;

    while (size > 0) {
        ssize_t written = write(fd, rest, size);

        if (written < 0 && errno != EINTR) {
            return false;
        }
        if (written > 0) {
            rest += written;
            size -= (size_t)written;
        }
    }
    return true;
}

/* Some file systems have no locks: two at once are then not told apart. */
static void lock(int fd)
{
    while (flock(fd, LOCK_EX) != 0 && errno == EINTR) {
    }
}

static bool is_same(int fd, const char *name)
{
    struct stat here;
    struct stat there;

    return fstat(fd, &here) == 0 && lstat(name, &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* Waits for who writes it, and removes it if that is still to be done. */
static bool remove_left(const char *name)
{
    int fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    bool is_gone = true;

    if (fd >= 0) {
        lock(fd);
    }
    if (fd < 0 || is_same(fd, name)) {
        is_gone = unlink(name) == 0 || errno == ENOENT;
    }
    if (fd >= 0) {
        int reason = errno;

        close(fd);
        errno = reason;
    }
    return is_gone;
}

void newfile_sweep(const char *path)
{
    g_autofree char *name = newfile_name(path);

    if (access(name, F_OK) == 0) {
        (void)remove_left(name);
    }
}

/* A new file that nobody else writes; -1: errno says why. */
static int open_locked(const char *name)
{
    for (;;) {
        int fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

        if (fd >= 0) {
            lock(fd);
            /* Between the two calls another may have taken it for left. */
            if (is_same(fd, name)) {
                return fd;
            }
            close(fd);
        } else if (errno != EINTR && (errno != EEXIST || !remove_left(name))) {
            return -1;
        }
    }
}

bool newfile_open(struct newfile *file, const char *path)
{
    char *resolved = realpath(path, NULL);

    file->path = g_strdup(resolved != NULL ? resolved : path);
    file->name = newfile_name(file->path);
    file->fd = open_locked(file->name);
    free(resolved);
    if (file->fd < 0) {
        g_free(file->path);
        g_free(file->name);
        return false;
    }
    return true;
}

bool newfile_write(struct newfile *file, const void *bytes, size_t size)
{
    return newfile_write_all(file->fd, bytes, size);
}

static void end(struct newfile *file)
{
    int reason = errno;

    close(file->fd); /* all of it is synced, or not wanted */
    g_free(file->path);
    g_free(file->name);
    errno = reason;
}

void newfile_drop(struct newfile *file)
{
    int reason = errno;

    g_unlink(file->name);
    errno = reason;
    end(file);
}

static bool sync_file(int fd)
{
    int status;

    do {
        status = fsync(fd);
    } while (status != 0 && errno == EINTR);
    return status == 0;
}

/* A folder that may not be read, or has no such call, is left to the system. */
static bool sync_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced;
    int reason;

    if (fd < 0) {
        return true;
    }
    is_synced = sync_file(fd) || errno == EINVAL || errno == ENOTSUP;
    reason = errno;
    close(fd);
    errno = reason;
    return is_synced;
}

bool newfile_sync(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_synced;
    int reason;

    if (fd < 0) {
        return true;
    }
    is_synced = syncfs(fd) == 0;
    reason = errno;
    close(fd);
    errno = reason;
    return is_synced;
}

/* A file that can be lost is an old one. */
static bool needs_sync(const struct newfile *file)
{
    return !leaves_sync || access(file->path, F_OK) == 0;
}

/* Returns how many are on the disk before the first that is not. */
static size_t sync_files(const struct newfile *files, size_t count)
{
    size_t i = 0;

    /* Several go there at once; what fails is said by fsync. */
    for (size_t k = 0; count > 1 && k < count && !leaves_sync; k++) {
        (void)sync_file_range(files[k].fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    }
    while (i < count && (!needs_sync(&files[i]) || sync_file(files[i].fd))) {
        i++;
    }
    return i;
}

static size_t rename_files(const struct newfile *files, size_t count)
{
    size_t i = 0;

    while (i < count && g_rename(files[i].name, files[i].path) == 0) {
        i++;
    }
    return i;
}

static bool is_same_folder(const struct newfile *a, const struct newfile *b)
{
    g_autofree char *one = g_path_get_dirname(a->path);
    g_autofree char *other = g_path_get_dirname(b->path);

    return strcmp(one, other) == 0;
}

static size_t sync_folders(const struct newfile *files, size_t count)
{
    for (size_t i = 0; i < count && !leaves_sync; i++) {
        bool is_last =
            i + 1 == count || !is_same_folder(&files[i], &files[i + 1]);

        if (is_last && !sync_folder(files[i].path)) {
            return i;
        }
    }
    return count;
}

bool newfile_keep_all(struct newfile *files, size_t count, size_t *failed)
{
    size_t there = 0;

    *failed = sync_files(files, count);
    if (*failed == count) {
        *failed = there = rename_files(files, count);
    }
    for (size_t i = there; i < count; i++) {
        newfile_drop(&files[i]);
    }
    if (there == count) {
        *failed = sync_folders(files, count);
    }
    for (size_t i = 0; i < there; i++) {
        end(&files[i]);
    }
    return *failed == count;
}

bool newfile_keep(struct newfile *file)
{
    size_t failed;

    return newfile_keep_all(file, 1, &failed);
}
