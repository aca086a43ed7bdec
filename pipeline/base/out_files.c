/*
 * Several files at a time.  Each is locked until all are there, and whoever
 * writes some of them takes the locks in the order of their names: nobody waits
 * for one who waits for him.
 */
#include "base/out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/batch.h"
#include "base/diag.h"
#include "base/newfile.h"

#define TOGETHER 64 /* a process may have some hundred files open */

static int by_path(const void *a, const void *b)
{
    const struct out_file *one = a;
    const struct out_file *other = b;

    return strcmp(one->path, other->path);
}

static bool write_alone(const struct out_file *file, struct diag *diag)
{
    gsize size;
    const void *bytes = g_bytes_get_data(file->bytes, &size);

    return out_write(file->path, bytes, size, diag);
}

/* A link may lead to another of the files, which is then locked already. */
static bool is_plain(const struct out_file *file)
{
    return !g_file_test(file->path, G_FILE_TEST_IS_SYMLINK) &&
           (g_file_test(file->path, G_FILE_TEST_IS_REGULAR) ||
               !g_file_test(file->path, G_FILE_TEST_EXISTS));
}

static size_t count_plain(const struct out_file *files, size_t count)
{
    size_t i = 0;

    while (i < MIN(count, TOGETHER) && is_plain(&files[i])) {
        i++;
    }
    return i;
}

static bool open_and_write(struct newfile *file, const struct out_file *out)
{
    gsize size;
    const void *bytes = g_bytes_get_data(out->bytes, &size);

    if (!newfile_open(file, out->path)) {
        return false;
    }
    if (!newfile_write(file, bytes, size)) {
        newfile_drop(file);
        return false;
    }
    return true;
}

static bool write_together(
    const struct out_file *files, size_t count, struct diag *diag)
{
    struct newfile written[TOGETHER];
    size_t done = 0;

    while (done < count && open_and_write(&written[done], &files[done])) {
        done++;
    }
    if (done == count) {
        if (newfile_keep_all(written, count, &done)) {
            return true;
        }
    } else {
        for (size_t i = 0; i < done; i++) {
            newfile_drop(&written[i]);
        }
    }
    diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, files[done].path,
        g_strerror(errno));
    return false;
}

bool out_write_files(struct out_file *files, size_t count, struct diag *diag)
{
    bool done = true;
    size_t i = 0;

    /* Those of a batch are seldom new, and not waited for if they are. */
    for (; batch_is_serving() && done && i < count; i++) {
        done = write_alone(&files[i], diag);
    }
    if (!batch_is_serving()) {
        qsort(files, count, sizeof *files, by_path);
    }
    while (done && i < count) {
        size_t plain = count_plain(&files[i], count - i);

        done = plain > 0 ? write_together(&files[i], plain, diag)
                         : write_alone(&files[i], diag);
        i += MAX(plain, 1);
    }
    return done;
}
