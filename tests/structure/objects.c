/* Values of dictionaries and trees, from libqpdf. */
#include "tagged.h"

int pdf_int(qpdf_data qpdf, qpdf_oh dict, const char *key, int otherwise)
{
    qpdf_oh value = qpdf_oh_get_key(qpdf, dict, key);
    int result = otherwise;

    if (qpdf_oh_is_integer(qpdf, value)) {
        result = qpdf_oh_get_int_value_as_int(qpdf, value);
    }
    qpdf_oh_release(qpdf, value);
    return result;
}

char *pdf_name(qpdf_data qpdf, qpdf_oh dict, const char *key)
{
    qpdf_oh value = qpdf_oh_get_key(qpdf, dict, key);
    char *result = NULL;

    if (qpdf_oh_is_name(qpdf, value)) {
        result = g_strdup(qpdf_oh_get_name(qpdf, value) + 1);
    }
    qpdf_oh_release(qpdf, value);
    return result;
}

char *pdf_text(qpdf_data qpdf, qpdf_oh dict, const char *key)
{
    qpdf_oh value = qpdf_oh_get_key(qpdf, dict, key);
    char *result = NULL;

    if (qpdf_oh_is_string(qpdf, value)) {
        result = g_strdup(qpdf_oh_get_utf8_value(qpdf, value));
    }
    qpdf_oh_release(qpdf, value);
    return result;
}

int pdf_count(qpdf_data qpdf, qpdf_oh array)
{
    return qpdf_oh_is_array(qpdf, array)
               ? qpdf_oh_get_array_n_items(qpdf, array)
               : 0;
}

static void visit_pairs(qpdf_data qpdf, qpdf_oh pairs,
    void (*visit)(void *data, int key, qpdf_oh value), void *data)
{
    int count = qpdf_oh_get_array_n_items(qpdf, pairs);

    for (int i = 0; i + 1 < count; i += 2) {
        qpdf_oh key = qpdf_oh_get_array_item(qpdf, pairs, i);
        qpdf_oh value = qpdf_oh_get_array_item(qpdf, pairs, i + 1);

        visit(data, qpdf_oh_get_int_value_as_int(qpdf, key), value);
        qpdf_oh_release(qpdf, key);
        qpdf_oh_release(qpdf, value);
    }
}

void pdf_numbers(qpdf_data qpdf, qpdf_oh tree,
    void (*visit)(void *data, int key, qpdf_oh value), void *data)
{
    qpdf_oh kids = qpdf_oh_get_key(qpdf, tree, "/Kids");
    qpdf_oh pairs = qpdf_oh_get_key(qpdf, tree, "/Nums");

    if (qpdf_oh_is_array(qpdf, pairs)) {
        visit_pairs(qpdf, pairs, visit, data);
    }
    if (qpdf_oh_is_array(qpdf, kids)) {
        int count = qpdf_oh_get_array_n_items(qpdf, kids);

        for (int i = 0; i < count; i++) {
            qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);

            pdf_numbers(qpdf, kid, visit, data);
            qpdf_oh_release(qpdf, kid);
        }
    }
    qpdf_oh_release(qpdf, kids);
    qpdf_oh_release(qpdf, pairs);
}
