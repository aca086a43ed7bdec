/*
 * U9: each embedded file has a name, for old readers and for new ones
 * (ISO 14289-1, 7.11), and says how it belongs to the report (ISO 19005-3,
 * 6.8); it is listed, and associated with something.
 */
#include "tagged.h"

static void check_file(struct tagged *tagged, const char *name, qpdf_oh file)
{
    static const char *const keys[] = {"/F", "/UF"};
    char *relation = pdf_name(tagged->qpdf, file, "/AFRelationship");

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        char *text = pdf_text(tagged->qpdf, file, keys[i]);

        if (text == NULL || *text == '\0') {
            find(
                tagged, "u9", NULL, "the file %s has no %s", name, keys[i] + 1);
        }
        g_free(text);
    }
    if (relation == NULL) {
        find(tagged, "u9", NULL, "the file %s states no relation", name);
    }
    g_free(relation);
}

static void walk_files(struct tagged *tagged, qpdf_oh node)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh names = qpdf_oh_get_key(qpdf, node, "/Names");
    qpdf_oh kids = qpdf_oh_get_key(qpdf, node, "/Kids");
    int count = pdf_count(qpdf, names);

    for (int i = 0; i + 1 < count; i += 2) {
        qpdf_oh name = qpdf_oh_get_array_item(qpdf, names, i);
        qpdf_oh file = qpdf_oh_get_array_item(qpdf, names, i + 1);
        char *text = g_strdup(qpdf_oh_get_utf8_value(qpdf, name));

        check_file(tagged, text, file);
        g_free(text);
        qpdf_oh_release(qpdf, name);
        qpdf_oh_release(qpdf, file);
    }
    count = pdf_count(qpdf, kids);
    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);

        walk_files(tagged, kid);
        qpdf_oh_release(qpdf, kid);
    }
    qpdf_oh_release(qpdf, names);
    qpdf_oh_release(qpdf, kids);
}

void check_files(struct tagged *tagged)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh catalog = qpdf_get_root(qpdf);
    qpdf_oh names = qpdf_oh_get_key(qpdf, catalog, "/Names");
    qpdf_oh files = qpdf_oh_get_key_if_dict(qpdf, names, "/EmbeddedFiles");

    if (qpdf_oh_is_dictionary(qpdf, files)) {
        walk_files(tagged, files);
    } else {
        find(tagged, "u9", NULL, "no file is embedded");
    }
    qpdf_oh_release(qpdf, files);
    qpdf_oh_release(qpdf, names);
    qpdf_oh_release(qpdf, catalog);
}
