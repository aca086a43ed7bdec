/*
 * A file that has a name of its own until it is whole.
 */
#ifndef GONGBAO_BASE_NEWFILE_H
#define GONGBAO_BASE_NEWFILE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What becomes the file "x.pdf" is gathered in ".x.pdf.new" beside it.  The
 * name is always that one, so that what is left by a process that was killed
 * is found and removed by the next that writes the same file; two that write
 * it at once wait for each other.
 */
struct newfile {
    int fd;
    char *path; /* that it will have */
    char *name; /* that it has until then */
};

/*
 * All return false and set errno where something fails.  After newfile_open,
 * newfile_keep or newfile_drop ends it.  Behind a symbolic link the file is
 * replaced, not the link.
 */
bool newfile_open(struct newfile *file, const char *path);
bool newfile_write(struct newfile *file, const void *bytes, size_t size);

/*
 * The file is there, and will be after a loss of power, when this returns: it
 * is synced, renamed, and its folder synced.  False: an earlier file is still
 * there, unless it was the folder that could not be synced.
 */
bool newfile_keep(struct newfile *file);

/*
 * The same of count files, which costs the disk little more than one: all are
 * synced before the first is renamed, and a folder once behind those in it that
 * follow each other.  False: *failed is one that was not kept, and nothing is
 * left of it and those behind it, unless it was its folder that could not be
 * synced.
 */
bool newfile_keep_all(struct newfile *files, size_t count, size_t *failed);

/*
 * From here on a file that takes the place of none, and folders, are left for
 * the system to sync: a loss of power may take the new file, but no old one.
 */
void newfile_leave_sync(void);

/*
 * Returns when all that was written to the file system of a folder is on the
 * disk.  False, with errno: it is not.  A folder that is not there has nothing,
 * one that may not be read is left to the system.
 */
bool newfile_sync(const char *folder);

/* Removes what a killed process has left of a file that is not written now. */
void newfile_sweep(const char *path);

/* Nothing is left of it; errno stays as it was. */
void newfile_drop(struct newfile *file);

/* The name that what becomes path has until then; the caller frees it. */
char *newfile_name(const char *path);

/* All of the bytes, however many calls that takes. */
bool newfile_write_all(int fd, const void *bytes, size_t size);

#endif
