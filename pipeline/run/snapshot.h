/*
 * Files as they are, and as they were when something was made of them.
 *
 * A version of a file is its stamp (what stat says) and the SHA-256 of its
 * bytes.  It is still there when the stamp is the same, or else the bytes
 * are: which of two stamps is newer counts for nothing.
 */
#ifndef GONGBAO_RUN_SNAPSHOT_H
#define GONGBAO_RUN_SNAPSHOT_H

#include <stdbool.h>
#include <stdint.h>

#define SNAPSHOT_HEX 65 /* of a SHA-256, with its end */

struct file;

struct stamp {
    int64_t size;
    int64_t mtime; /* nanoseconds */
    int64_t ctime;
    uint64_t inode;
};

struct seen {
    struct file *file;
    struct stamp stamp;
    char sha256[SNAPSHOT_HEX];
    struct seen *next; /* another version of the same file */
    int verdict;       /* of this run: whether it is there */
    unsigned number;   /* for who writes a list of them */
};

struct snapshot;

struct snapshot *snapshot_new(void);
void snapshot_free(struct snapshot *snapshot);

/* Lives as long as the snapshot. */
const char *seen_path(const struct seen *seen);

/* A version that is known from before.  Lives as long as the snapshot. */
struct seen *snapshot_add(struct snapshot *snapshot, const char *path,
    const struct stamp *stamp, const char *sha256);

/*
 * The file as it is, read the first time that it is asked for.  NULL: it
 * cannot be read.  Lives as long as the snapshot.
 */
struct seen *snapshot_take(struct snapshot *snapshot, const char *path);

/* The same of a file that was just written by us. */
struct seen *snapshot_retake(struct snapshot *snapshot, const char *path);

/* True if the file has been taken already. */
bool snapshot_has(const struct snapshot *snapshot, const char *path);

/* True if the file is as it was in this version. */
bool snapshot_is_there(struct snapshot *snapshot, struct seen *seen);

/* A version that no file has. */
struct seen *snapshot_never(struct snapshot *snapshot);

/*
 * Once, when all is made: a version taken in this run whose file has another
 * stamp now, or was written too shortly before to tell by its stamp, is looked
 * at again.  Of what has changed, snapshot_is_good is false from then on.
 */
void snapshot_settle(struct snapshot *snapshot);
bool snapshot_is_good(const struct seen *seen);

/* True if stamps of versions known from before were brought up to date. */
bool snapshot_is_refreshed(const struct snapshot *snapshot);

#endif
