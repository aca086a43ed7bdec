/*
 * A table of files by path; a file has the versions that are known of it.
 */
#include "run/snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <glib.h>

#include "base/arena.h"

#define NANO INT64_C(1000000000)
/* Within this time of a change another one may leave the same stamp. */
#define TICK (NANO / 20)

enum verdict { VERDICT_UNKNOWN, VERDICT_THERE, VERDICT_CHANGED };

struct file {
    char *path;
    struct seen *versions;
    struct seen *now; /* NULL: not taken */
    bool is_statted;
    bool exists;
    bool is_ours;  /* written in this run */
    bool is_fresh; /* was changed shortly before it was taken */
    struct stamp stamp;
};

struct snapshot {
    struct arena *arena; /* of files, paths and versions */
    GHashTable *files;   /* path -> struct file */
    struct file nowhere;
    struct seen never; /* of nowhere */
    bool is_refreshed;
};

struct snapshot *snapshot_new(void)
{
    struct snapshot *snapshot = g_new0(struct snapshot, 1);

    snapshot->arena = arena_new();
    snapshot->files = g_hash_table_new(g_str_hash, g_str_equal);
    snapshot->never.file = &snapshot->nowhere;
    snapshot->never.verdict = VERDICT_CHANGED;
    return snapshot;
}

void snapshot_free(struct snapshot *snapshot)
{
    if (snapshot != NULL) {
        g_hash_table_unref(snapshot->files);
        arena_free(snapshot->arena);
        g_free(snapshot);
    }
}

const char *seen_path(const struct seen *seen)
{
    return seen->file->path != NULL ? seen->file->path : "";
}

struct seen *snapshot_never(struct snapshot *snapshot)
{
    return &snapshot->never;
}

static struct file *find(struct snapshot *snapshot, const char *path)
{
    struct file *file = g_hash_table_lookup(snapshot->files, path);

    if (file == NULL) {
        file = ARENA_NEW(snapshot->arena, struct file);
        file->path = arena_strdup(snapshot->arena, path);
        g_hash_table_insert(snapshot->files, file->path, file);
    }
    return file;
}

/* --- stamps --- */

static int64_t nanoseconds(struct timespec time)
{
    return (int64_t)time.tv_sec * NANO + time.tv_nsec;
}

static struct stamp stamp_of(const struct stat *status)
{
    return (struct stamp){.size = status->st_size,
        .mtime = nanoseconds(status->st_mtim),
        .ctime = nanoseconds(status->st_ctim),
        .inode = status->st_ino};
}

static bool same_stamp(const struct stamp *a, const struct stamp *b)
{
    return a->size == b->size && a->mtime == b->mtime &&
           a->ctime == b->ctime && a->inode == b->inode;
}

/* A change from now on could leave the same stamp. */
static bool is_fresh(const struct stamp *stamp)
{
    struct timespec clock;
    int64_t now;

    clock_gettime(CLOCK_REALTIME, &clock);
    now = nanoseconds(clock);
    return (stamp->mtime > now - TICK && stamp->mtime < now + TICK) ||
           (stamp->ctime > now - TICK && stamp->ctime < now + TICK);
}

static bool look(struct file *file)
{
    struct stat status;

    if (!file->is_statted) {
        file->is_statted = true;
        file->exists =
            stat(file->path, &status) == 0 && S_ISREG(status.st_mode);
        if (file->exists) {
            file->stamp = stamp_of(&status);
        }
    }
    return file->exists;
}

/* --- bytes --- */

/* False: the file cannot be read.  The stamp is of the bytes that were read,
 * unless they are being written. */
static bool read_bytes(
    const char *path, struct stamp *stamp, char hex[SNAPSHOT_HEX])
{
    unsigned char buffer[1 << 16];
    struct stat status;
    g_autoptr(GChecksum) sum = NULL;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t got = -1;

    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        *stamp = stamp_of(&status);
        sum = g_checksum_new(G_CHECKSUM_SHA256);
        while ((got = read(file, buffer, sizeof buffer)) > 0 ||
               (got < 0 && errno == EINTR)) {
            g_checksum_update(sum, buffer, (gssize)MAX(got, 0));
        }
    }
    if (file >= 0) {
        close(file);
    }
    if (got != 0) {
        return false;
    }
    memcpy(hex, g_checksum_get_string(sum), SNAPSHOT_HEX);
    return true;
}

static struct seen *add(struct snapshot *snapshot, struct file *file,
    const struct stamp *stamp, const char *sha256, enum verdict verdict)
{
    struct seen *seen = ARENA_NEW(snapshot->arena, struct seen);

    seen->file = file;
    seen->stamp = *stamp;
    g_strlcpy(seen->sha256, sha256, SNAPSHOT_HEX);
    seen->verdict = (int)verdict;
    seen->next = file->versions;
    file->versions = seen;
    return seen;
}

struct seen *snapshot_add(struct snapshot *snapshot, const char *path,
    const struct stamp *stamp, const char *sha256)
{
    struct file *file = find(snapshot, path);

    for (struct seen *seen = file->versions; seen != NULL; seen = seen->next) {
        if (same_stamp(&seen->stamp, stamp) &&
            strcmp(seen->sha256, sha256) == 0) {
            return seen;
        }
    }
    return add(snapshot, file, stamp, sha256, VERDICT_UNKNOWN);
}

/* The version of these bytes; its stamp is brought up to date. */
static struct seen *version(struct snapshot *snapshot, struct file *file,
    const struct stamp *stamp, const char *sha256)
{
    struct seen *seen = file->versions;

    while (seen != NULL && strcmp(seen->sha256, sha256) != 0) {
        seen = seen->next;
    }
    if (seen == NULL) {
        return add(snapshot, file, stamp, sha256, VERDICT_THERE);
    }
    if (!same_stamp(&seen->stamp, stamp)) {
        seen->stamp = *stamp;
        snapshot->is_refreshed = true;
    }
    seen->verdict = VERDICT_THERE;
    return seen;
}

static struct seen *take(struct snapshot *snapshot, struct file *file)
{
    struct seen *seen = file->versions;
    char hex[SNAPSHOT_HEX];

    if (file->now != NULL || !look(file)) {
        return file->now;
    }
    while (seen != NULL && !same_stamp(&seen->stamp, &file->stamp)) {
        seen = seen->next;
    }
    if (seen != NULL) {
        seen->verdict = VERDICT_THERE;
        file->now = seen;
    } else if (read_bytes(file->path, &file->stamp, hex)) {
        file->now = version(snapshot, file, &file->stamp, hex);
        file->is_fresh = !file->is_ours && is_fresh(&file->stamp);
    }
    return file->now;
}

struct seen *snapshot_take(struct snapshot *snapshot, const char *path)
{
    return take(snapshot, find(snapshot, path));
}

bool snapshot_has(const struct snapshot *snapshot, const char *path)
{
    const struct file *file = g_hash_table_lookup(snapshot->files, path);

    return file != NULL && file->now != NULL;
}

struct seen *snapshot_retake(struct snapshot *snapshot, const char *path)
{
    struct file *file = find(snapshot, path);

    for (struct seen *seen = file->versions; seen != NULL; seen = seen->next) {
        seen->verdict = VERDICT_UNKNOWN;
    }
    file->is_statted = false;
    file->is_ours = true;
    file->now = NULL;
    return take(snapshot, file);
}

bool snapshot_is_there(struct snapshot *snapshot, struct seen *seen)
{
    const struct seen *now;

    if (seen->verdict == VERDICT_UNKNOWN) {
        now = take(snapshot, seen->file);
        seen->verdict =
            now != NULL && strcmp(now->sha256, seen->sha256) == 0
                ? VERDICT_THERE
                : VERDICT_CHANGED;
    }
    return seen->verdict == VERDICT_THERE;
}

/* --- when all is made --- */

/* What was fresh when it was taken may have changed since with the same stamp;
 * by now a change has another one. */
static void settle(struct file *file)
{
    struct seen *seen = file->now;
    struct stamp stamp;
    char hex[SNAPSHOT_HEX];

    file->is_statted = false;
    if (look(file) && same_stamp(&file->stamp, &seen->stamp) &&
        (!file->is_fresh ||
            (read_bytes(file->path, &stamp, hex) &&
                same_stamp(&stamp, &seen->stamp) &&
                strcmp(hex, seen->sha256) == 0))) {
        file->is_fresh = false;
        return;
    }
    seen->verdict = VERDICT_CHANGED;
}

void snapshot_settle(struct snapshot *snapshot)
{
    GHashTableIter files;
    gpointer item;

    g_hash_table_iter_init(&files, snapshot->files);
    while (g_hash_table_iter_next(&files, NULL, &item)) {
        const struct file *file = item;

        if (file->is_fresh && is_fresh(&file->stamp)) {
            g_usleep(TICK / 1000);
            break;
        }
    }
    g_hash_table_iter_init(&files, snapshot->files);
    while (g_hash_table_iter_next(&files, NULL, &item)) {
        if (((struct file *)item)->now != NULL) {
            settle(item);
        }
    }
}

bool snapshot_is_good(const struct seen *seen)
{
    return seen->verdict != VERDICT_CHANGED;
}

bool snapshot_is_refreshed(const struct snapshot *snapshot)
{
    return snapshot->is_refreshed;
}
