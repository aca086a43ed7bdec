/*
 * pages MANIFEST FOLDER: the pages and feeds of a manifest, as release makes
 * them, for tests that need no release.
 */
#include <stdio.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "release/pages.h"
#include "xml/xml.h"

static bool write_file(
    void *data, const char *path, const char *bytes, size_t size)
{
    const char *folder = data;
    g_autofree char *name = g_build_filename(folder, path, NULL);
    g_autofree char *parent = g_path_get_dirname(name);
    FILE *file = NULL;
    bool is_written = false;

    if (g_mkdir_with_parents(parent, 0755) == 0) {
        file = fopen(name, "wb");
    }
    if (file != NULL) {
        is_written = fwrite(bytes, 1, size, file) == size;
        is_written = fclose(file) == 0 && is_written;
    }
    return is_written;
}

int main(int argc, char **argv)
{
    struct diag *diag;
    struct xml_doc *manifest;
    bool is_made = false;

    if (argc != 3) {
        fputs("usage: pages MANIFEST FOLDER\n", stderr);
        return 2;
    }
    i18n_open();
    xml_open();
    diag = diag_new("pages");
    manifest = xml_load(argv[1], diag);
    is_made = manifest != NULL &&
              pages_make(manifest, write_file, argv[2], NULL, diag);
    diag_flush(diag);
    xml_free(manifest);
    diag_free(diag);
    xml_close();
    return is_made ? 0 : 1;
}
