/*
 * Reads a record by its schema and compares two.
 */
#include "verify/record.h"

#include <string.h>

#include "base/i18n.h"
#include "base/paths.h"
#include "xml/schema.h"
#include "xml/xml.h"

#define DIGITS_SHOWN 12 /* of a checksum */

static void add_entry(struct record *record, const xmlNode *node)
{
    const char *kind = (const char *)node->name;
    bool is_face = strcmp(kind, "face") == 0;
    const char *value = xml_attribute(node, "sha256");
    struct record_entry entry = {
        .kind = kind, .name = xml_attribute(node, "name")};

    if (is_face) {
        entry.version = xml_attribute(node, "version");
        value = xml_attribute(node, "tables");
    } else if (value == NULL) {
        value = xml_attribute(node, "version");
    }
    entry.value = value;
    g_array_append_val(record->entries, entry);
}

static void read_root(struct record *record, const xmlNode *root)
{
    const xmlNode *call = xml_first_child(root);

    record->version = xml_attribute(root, "version");
    record->template = xml_attribute(call, "template");
    record->style = xml_attribute(call, "style");
    record->lang = xml_attribute(call, "lang");
    record->epoch = xml_attribute(call, "epoch");
    for (const xmlNode *n = xml_next(call); n != NULL; n = xml_next(n)) {
        add_entry(record, n);
    }
}

struct record *record_read(const char *name, GBytes *bytes, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/provenance.xsd");
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);
    struct xml_doc *xml = xml_parse(name, text, size, diag);
    struct record *record;

    if (xml != NULL && !schema_validate(xml, schema, diag)) {
        diag_flush(diag); /* names the path of the schema */
        xml_free(xml);
        xml = NULL;
    }
    if (xml == NULL) {
        return NULL;
    }
    record = g_new0(struct record, 1);
    record->xml = xml;
    record->entries = g_array_new(FALSE, FALSE, sizeof(struct record_entry));
    read_root(record, xmlDocGetRootElement(xml_tree(xml)));
    return record;
}

void record_close(struct record *record)
{
    if (record != NULL) {
        g_array_unref(record->entries);
        xml_free(record->xml);
        g_free(record);
    }
}

const struct record_entry *record_find(
    const struct record *record, const char *kind, const char *name)
{
    for (guint i = 0; i < record->entries->len; i++) {
        const struct record_entry *entry =
            &g_array_index(record->entries, struct record_entry, i);

        if (strcmp(entry->kind, kind) == 0 && strcmp(entry->name, name) == 0) {
            return entry;
        }
    }
    return NULL;
}

/* --- what two do not share --- */

struct comparison {
    const struct record *then;
    const struct record *now;
    struct diag_pos pos;
    struct diag *diag;
    bool differs;
};

/* A version as it is, of a checksum the first digits; the caller frees it. */
static char *shown(const struct record_entry *entry, bool is_version_enough)
{
    bool is_library = strcmp(entry->kind, "library") == 0;

    if (is_library || (entry->version != NULL && is_version_enough)) {
        return g_strdup(is_library ? entry->value : entry->version);
    }
    return g_strndup(entry->value, DIGITS_SHOWN);
}

static void differ(struct comparison *comparison, const char *name,
    const char *then, const char *now)
{
    diag_report(
        comparison->diag, DIAG_INPUT_DIFFERS, comparison->pos, name, then, now);
    comparison->differs = true;
}

/* An entry of the first record against the second one. */
static void compare_entry(
    struct comparison *comparison, const struct record_entry *then)
{
    const struct record_entry *now =
        record_find(comparison->now, then->kind, then->name);
    bool is_version_enough =
        now != NULL && g_strcmp0(then->version, now->version) != 0;
    g_autofree char *before = shown(then, is_version_enough);

    if (strcmp(then->kind, "attachment") == 0) {
        return;
    }
    if (now == NULL) {
        differ(comparison, then->name, before, _("not used"));
    } else if (strcmp(then->value, now->value) != 0) {
        g_autofree char *after = shown(now, is_version_enough);

        differ(comparison, then->name, before, after);
    }
}

static void compare_new(
    struct comparison *comparison, const struct record_entry *now)
{
    if (strcmp(now->kind, "attachment") != 0 &&
        record_find(comparison->then, now->kind, now->name) == NULL) {
        g_autofree char *after = shown(now, true);

        differ(comparison, now->name, _("not used"), after);
    }
}

bool record_differs(const struct record *then, const struct record *now,
    struct diag_pos pos, struct diag *diag)
{
    struct comparison comparison = {then, now, pos, diag, false};

    if (strcmp(then->version, now->version) != 0) {
        differ(&comparison, "gongbao", then->version, now->version);
    }
    for (guint i = 0; i < then->entries->len; i++) {
        compare_entry(
            &comparison, &g_array_index(then->entries, struct record_entry, i));
    }
    for (guint i = 0; i < now->entries->len; i++) {
        compare_new(
            &comparison, &g_array_index(now->entries, struct record_entry, i));
    }
    return comparison.differs;
}
