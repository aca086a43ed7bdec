/*
 * Writes a file of the state, as state_read.c reads it: whole or not at all.
 */
#include <errno.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "base/diag.h"
#include "base/newfile.h"
#include "base/out.h"
#include "run/places.h"
#include "run/state_parts.h"

#define NO_NUMBER G_MAXUINT

struct writer {
    struct state *state;
    GString *files;
    GString *sets;
    GString *steps;
    unsigned file_count;
    unsigned set_count;
    bool (*wanted)(const char *name, void *user);
    void *user;
};

static void add_numbers(
    struct writer *writer, GString *line, const GPtrArray *files, bool is_new)
{
    for (guint i = 0; i < files->len; i++) {
        struct seen *seen = files->pdata[i];

        /* What changed while it was read is as if it had never been. */
        if (is_new && !snapshot_is_good(seen)) {
            seen = snapshot_never(writer->state->snapshot);
        }
        if (seen->number == NO_NUMBER) {
            seen->number = writer->file_count++;
            g_string_append_printf(writer->files,
                "f\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                "\t%" G_GINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%s\t%s\n",
                (gint64)seen->stamp.size, (gint64)seen->stamp.mtime,
                (gint64)seen->stamp.ctime, (guint64)seen->stamp.inode,
                seen->sha256, seen_path(seen));
        }
        g_string_append_printf(line, i == 0 ? "%u" : " %u", seen->number);
    }
}

static void add_set(struct writer *writer, struct state_set *set)
{
    if (set->number == NO_NUMBER) {
        set->number = writer->set_count++;
        g_string_append(writer->sets, "t\t");
        add_numbers(writer, writer->sets, set->files, false);
        g_string_append_c(writer->sets, '\n');
    }
}

static void add_record(struct writer *writer, const struct record *record)
{
    add_set(writer, (struct state_set *)record->tool);
    g_string_append_printf(writer->steps, "s\t%s\t%u\t%u\t", record->key,
        record->tool->number, record->pages);
    add_numbers(writer, writer->steps, record->reads, record->is_new);
    g_string_append_c(writer->steps, '\t');
    add_numbers(writer, writer->steps, record->wrote, record->is_new);
    g_string_append_printf(writer->steps, "\t%s\n", record->name);
}

static void add_records(const struct record *record, void *user)
{
    struct writer *writer = user;

    if (writer->wanted != NULL &&
        !writer->wanted(record->name, writer->user)) {
        return;
    }
    for (; record != NULL; record = record->next) {
        add_record(writer, record);
    }
}

static void add_failure(
    const char *name, const struct failure *failure, void *user)
{
    struct writer *writer = user;

    if (writer->wanted == NULL || writer->wanted(name, writer->user)) {
        g_string_append_printf(writer->steps, "x\t%s\t%s\t%s\t%s\n",
            failure->class, failure->run, name, failure->said);
    }
}

static void forget_numbers(GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        ((struct seen *)files->pdata[i])->number = NO_NUMBER;
    }
}

static void forget_record(const struct record *record, void *user)
{
    (void)user;
    for (; record != NULL; record = record->next) {
        forget_numbers(record->reads);
        forget_numbers(record->wrote);
    }
}

static void begin(struct writer *writer)
{
    struct state *state = writer->state;

    snapshot_never(state->snapshot)->number = NO_NUMBER;
    state_each(state, forget_record, NULL);
    for (guint i = 0; i < state->sets->len; i++) {
        struct state_set *set = state->sets->pdata[i];

        set->number = NO_NUMBER;
        forget_numbers(set->files);
    }
    writer->files = g_string_new(STATE_HEAD "\n");
    writer->sets = g_string_new(NULL);
    writer->steps = g_string_new(NULL);
}

/* They are in main.tsv now. */
static void delete_shards(struct state *state)
{
    for (guint i = 0; i < state->shards->len; i++) {
        g_unlink(state->shards->pdata[i]);
    }
    g_ptr_array_set_size(state->shards, 0);
}

void state_covers(struct state *state, const char *folder)
{
    state->covered = folder;
}

/* A loss of power may not take what the state says is there.  False:
 * reported. */
static bool sync_files(const struct state *state, struct diag *diag)
{
    const char *folders[] = {state->folder, state->covered};

    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        if (folders[i] != NULL && !newfile_sync(folders[i])) {
            diag_report(diag, DIAG_OUTPUT, DIAG_NOWHERE, folders[i],
                g_strerror(errno));
            return false;
        }
    }
    return true;
}

bool state_save(struct state *state, const char *file, bool is_all,
    bool (*wanted)(const char *name, void *user), void *user,
    struct diag *diag)
{
    struct writer writer = {.state = state, .wanted = wanted, .user = user};
    g_autofree char *path = g_build_filename(state->folder, file, NULL);
    bool is_written;

    if (!places_make(state->folder, diag) || !sync_files(state, diag)) {
        return false;
    }
    begin(&writer);
    state_each(state, add_records, &writer);
    state_each_failure(state, add_failure, &writer);
    g_string_append_len(
        writer.files, writer.sets->str, (gssize)writer.sets->len);
    g_string_append_len(
        writer.files, writer.steps->str, (gssize)writer.steps->len);
    is_written =
        out_write(path, writer.files->str, writer.files->len, diag);
    if (is_written && is_all) {
        delete_shards(state);
    }
    state->is_changed = state->is_changed && !is_written;
    g_string_free(writer.files, TRUE);
    g_string_free(writer.sets, TRUE);
    g_string_free(writer.steps, TRUE);
    return is_written;
}
