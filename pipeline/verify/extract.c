/*
 * Names are those of the PDF without folders and without what is no part of
 * names; two files of one name are a fault of the PDF.
 */
#include "verify/extract.h"

#include <errno.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/files.h"
#include "base/out.h"
#include "verify/carried.h"

/* A symbolic link counts, wherever it leads. */
static bool is_there(const char *path)
{
    return g_file_test(path, G_FILE_TEST_EXISTS) ||
           g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

static enum verdict write_file(const char *path,
    const struct carried_file *file, bool by_force, struct diag *diag)
{
    gsize size;
    const void *bytes = g_bytes_get_data(file->bytes, &size);

    if (!by_force && is_there(path)) {
        diag_report(diag, DIAG_EXTRACT_EXISTS, DIAG_NOWHERE, path);
        return VERDICT_ENVIRONMENT;
    }
    /* Not the file that a link leads to. */
    if (g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        g_unlink(path);
    }
    return out_write(path, bytes, size, diag) ? VERDICT_IDENTICAL
                                              : VERDICT_ENVIRONMENT;
}

enum verdict extract_files(const struct carried *carried, const char *folder,
    bool by_force, struct diag_pos pos, struct diag *diag)
{
    g_autoptr(GHashTable) written =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    enum verdict worst = VERDICT_IDENTICAL;

    if (g_mkdir_with_parents(folder, 0777) != 0) {
        diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, folder, g_strerror(errno));
        return VERDICT_ENVIRONMENT;
    }
    for (guint i = 0; i < carried->files->len; i++) {
        const struct carried_file *file = carried->files->pdata[i];
        char *name = files_plain_name(file->name);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        bool is_first = g_hash_table_add(written, name);
        enum verdict verdict = VERDICT_ALTERED;

        if (!carried_is_sound(file)) {
            diag_report(diag, DIAG_ATTACHMENT_CHECKSUM, pos, file->name);
        } else if (!is_first) {
            diag_report(diag, DIAG_ATTACHMENT_TWICE, pos, file->name);
        } else {
            verdict = write_file(path, file, by_force, diag);
        }
        worst = MAX(worst, verdict);
    }
    return worst;
}
