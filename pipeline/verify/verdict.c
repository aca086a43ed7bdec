/*
 * From the PDF to a verdict: what can be seen in the file alone comes first,
 * for what it carries is given to other programs only if it is what the record
 * says.
 */
#include "verify/verdict.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "base/files.h"
#include "base/paths.h"
#include "base/version.h"
#include "verify/carried.h"
#include "verify/rebuild.h"
#include "verify/record.h"

#define RECORD_NAME "provenance.xml"

struct check {
    const char *path;
    struct diag_pos pos;
    struct diag *diag;
    GBytes *pdf;
    struct carried *carried;
    struct record *record;
    char *record_name; /* in diagnostics */
};

/* --- what the file says of itself --- */

static bool is_recorded(
    const struct check *check, const struct carried_file *file)
{
    const struct record_entry *entry =
        record_find(check->record, "attachment", file->name);
    g_autofree char *sha256 =
        g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file->bytes);

    return strcmp(file->name, RECORD_NAME) == 0 || !file->is_of_document ||
           (entry != NULL && strcmp(entry->value, sha256) == 0);
}

/* False, reported: a file is not what the PDF or the record says. */
static bool check_files(const struct check *check)
{
    bool is_sound = true;

    for (guint i = 0; i < check->carried->files->len; i++) {
        const struct carried_file *file = check->carried->files->pdata[i];

        if (!carried_is_sound(file)) {
            diag_report(
                check->diag, DIAG_ATTACHMENT_CHECKSUM, check->pos, file->name);
            is_sound = false;
        } else if (!is_recorded(check, file)) {
            diag_report(
                check->diag, DIAG_ATTACHMENT_RECORD, check->pos, file->name);
            is_sound = false;
        }
    }
    return is_sound;
}

static bool is_carried(const struct check *check, const char *name)
{
    for (guint i = 0; i < check->carried->files->len; i++) {
        const struct carried_file *file = check->carried->files->pdata[i];

        if (file->is_of_document && strcmp(file->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* False, reported: a file of the record is not there. */
static bool check_entries(const struct check *check)
{
    const GArray *entries = check->record->entries;
    bool is_complete = true;

    for (guint i = 0; i < entries->len; i++) {
        const struct record_entry *entry =
            &g_array_index(entries, struct record_entry, i);

        if (strcmp(entry->kind, "attachment") == 0 &&
            !is_carried(check, entry->name)) {
            diag_report(
                check->diag, DIAG_ATTACHMENT_MISSING, check->pos, entry->name);
            is_complete = false;
        }
    }
    return is_complete;
}

/* --- what it was made with --- */

/* A template or style is installed, or its file was given. */
static bool has_part(const struct check *check, const char *name,
    const char *given, const char *option)
{
    g_autofree char *plain = name != NULL ? files_plain_name(name) : NULL;
    g_autofree char *part =
        plain != NULL ? g_strconcat("templates/", plain, NULL) : NULL;
    g_autofree char *path = part != NULL ? paths_data(part) : NULL;

    if (name == NULL || given != NULL) {
        return true;
    }
    if (strcmp(plain, name) == 0 &&
        record_find(check->record, "part", part) != NULL &&
        g_file_test(path, G_FILE_TEST_EXISTS)) {
        return true;
    }
    diag_report(check->diag, DIAG_INPUT_MISSING, check->pos, name, option);
    return false;
}

/* The aggregated data follow from the datasets, where both are carried. */
static enum verdict check_aggregated(
    const struct check *check, struct rebuild *rebuild)
{
    const struct carried_file *data =
        carried_find(check->carried, NULL, "Data");
    g_autoptr(GBytes) again = NULL;

    if (check->record->template == NULL || data == NULL) {
        return VERDICT_IDENTICAL;
    }
    if (carried_find(check->carried, NULL, "Source") == NULL) {
        diag_report(check->diag, DIAG_SOURCE_NOT_CARRIED, check->pos);
        return VERDICT_IDENTICAL;
    }
    again = rebuild_aggregated(rebuild);
    if (again == NULL) {
        return VERDICT_ENVIRONMENT;
    }
    if (g_bytes_equal(again, data->bytes)) {
        return VERDICT_IDENTICAL;
    }
    if (strcmp(check->record->version, GONGBAO_VERSION) != 0) {
        diag_report(check->diag, DIAG_INPUT_DIFFERS, check->pos, "gongbao",
            check->record->version, GONGBAO_VERSION);
        return VERDICT_OTHER_INPUTS;
    }
    diag_report(check->diag, DIAG_AGGREGATED_DIFFERS, check->pos, data->name);
    return VERDICT_ALTERED;
}

/* Where two files first differ, from 0. */
static char *first_difference(GBytes *a, GBytes *b)
{
    gsize size;
    gsize other_size;
    const char *bytes = g_bytes_get_data(a, &size);
    const char *other = g_bytes_get_data(b, &other_size);
    gsize i = 0;

    while (i < size && i < other_size && bytes[i] == other[i]) {
        i++;
    }
    return g_strdup_printf("%zu", i);
}

/* Why the report made again is another one: its own record says. */
static enum verdict explain(const struct check *check, GBytes *again)
{
    struct carried *carried = carried_read(again, check->pos, check->diag);
    const struct carried_file *file =
        carried != NULL ? carried_find(carried, RECORD_NAME, "Supplement")
                        : NULL;
    struct record *now =
        file != NULL ? record_read(check->record_name, file->bytes, check->diag)
                     : NULL;
    enum verdict verdict = VERDICT_ENVIRONMENT;

    if (now != NULL &&
        record_differs(check->record, now, check->pos, check->diag)) {
        verdict = VERDICT_OTHER_INPUTS;
    } else if (now != NULL) {
        g_autofree char *place = first_difference(check->pdf, again);

        diag_report(check->diag, DIAG_REPORT_DIFFERS, check->pos, place);
        verdict = VERDICT_ALTERED;
    }
    record_close(now);
    carried_free(carried);
    return verdict;
}

static enum verdict make_again(
    const struct check *check, const struct verdict_options *options)
{
    struct rebuild rebuild = {.carried = check->carried,
        .record = check->record,
        .template = options->template,
        .style = options->style,
        .pos = check->pos,
        .diag = check->diag};
    g_autoptr(GBytes) again = NULL;
    enum verdict verdict;

    if (!rebuild_open(&rebuild)) {
        return VERDICT_ENVIRONMENT;
    }
    verdict = check_aggregated(check, &rebuild);
    if (verdict == VERDICT_IDENTICAL) {
        again = rebuild_report(&rebuild);
        verdict = again == NULL                      ? VERDICT_ENVIRONMENT
                  : g_bytes_equal(again, check->pdf) ? VERDICT_IDENTICAL
                                                     : explain(check, again);
    }
    rebuild_close(&rebuild);
    return verdict;
}

/* --- one report --- */

static enum verdict check_record(
    struct check *check, const struct verdict_options *options)
{
    const struct carried_file *file =
        carried_find(check->carried, RECORD_NAME, "Supplement");
    bool is_whole;

    if (file == NULL) {
        diag_report(check->diag, DIAG_RECORD_MISSING, check->pos, RECORD_NAME);
        return VERDICT_NO_RECORD;
    }
    check->record = record_read(check->record_name, file->bytes, check->diag);
    if (check->record == NULL) {
        return VERDICT_ALTERED;
    }
    is_whole = check_files(check);
    if (!check_entries(check) || !is_whole) {
        return VERDICT_ALTERED;
    }
    if (!has_part(
            check, check->record->template, options->template, "--template") ||
        !has_part(check, check->record->style, options->style, "--style")) {
        return VERDICT_OTHER_INPUTS;
    }
    return make_again(check, options);
}

static enum verdict read_carried(struct check *check)
{
    check->pdf = files_read(check->path, check->diag);
    if (check->pdf == NULL) {
        return VERDICT_ENVIRONMENT;
    }
    check->carried = carried_read(check->pdf, check->pos, check->diag);
    return check->carried != NULL ? VERDICT_IDENTICAL : VERDICT_UNREADABLE;
}

enum verdict verdict_on(
    const char *path, const struct verdict_options *options, struct diag *diag)
{
    struct check check = {.path = path,
        .pos = DIAG_FILE(path),
        .diag = diag,
        .record_name = g_strconcat(path, "/" RECORD_NAME, NULL)};
    enum verdict verdict = read_carried(&check);

    if (verdict == VERDICT_IDENTICAL) {
        verdict = check_record(&check, options);
    }
    diag_flush(diag); /* while what positions name is there */
    record_close(check.record);
    carried_free(check.carried);
    g_clear_pointer(&check.pdf, g_bytes_unref);
    g_free(check.record_name);
    return verdict;
}

struct carried *verdict_carried(
    const char *path, enum verdict *verdict, struct diag *diag)
{
    struct check check = {.path = path, .pos = DIAG_FILE(path), .diag = diag};

    *verdict = read_carried(&check);
    g_clear_pointer(&check.pdf, g_bytes_unref);
    return check.carried;
}
