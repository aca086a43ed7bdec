/*
 * A folder that is published to has the same form as that of the releases, and
 * so have those on another machine: releases by their names, and "current".
 */
#include "release/publish.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "base/diag.h"
#include "base/tree.h"
#include "release/command.h"
#include "release/folder.h"
#include "release/sums.h"
#include "run/config.h"
#include "run/signals.h"

char *publish_ways(const struct config *config)
{
    const char *const ways[] = {config->publish_folder, config->publish_rsync,
        config->publish_command};
    g_autoptr(GString) line = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        if (ways[i] != NULL) {
            g_string_append_printf(line, "%zu=%s ", i, ways[i]);
        }
    }
    g_strdelimit(line->str, "\t\n\r", ' ');
    return g_strdup(g_strchomp(line->str));
}

/* --- a folder --- */

struct copying {
    const char *from;
    const char *to;
    const char *before;        /* the release that is there; NULL: none */
    const struct sums *before_sums;
    const struct sums *sums;
    GHashTable *folders;
    struct diag *diag;
};

static bool copy_file(const struct copying *copying, const char *name)
{
    g_autofree char *from = g_build_filename(copying->from, name, NULL);
    g_autofree char *to = g_build_filename(copying->to, name, NULL);
    g_autofree char *folder = g_path_get_dirname(to);
    const char *sum = sums_of(copying->sums, name);

    if (g_hash_table_add(copying->folders, g_strdup(folder)) &&
        !tree_make(folder, copying->diag)) {
        return false;
    }
    if (copying->before != NULL && sum != NULL &&
        g_strcmp0(sum, sums_of(copying->before_sums, name)) == 0) {
        g_autofree char *was = g_build_filename(copying->before, name, NULL);

        if (tree_link(was, to)) {
            return true;
        }
    }
    return tree_copy(from, to, NULL, copying->diag);
}

static bool copy_all(const struct copying *copying)
{
    g_autoptr(GPtrArray) names = tree_list(copying->from, copying->diag);

    for (guint i = 0; names != NULL && i < names->len; i++) {
        if (signals_caught() != 0 || !copy_file(copying, names->pdata[i])) {
            return false;
        }
    }
    return names != NULL;
}

static bool copy_release(const struct folder *to, const char *made,
    const char *from, struct diag *diag)
{
    g_autofree char *before =
        to->current != NULL ? folder_path(to, to->current) : NULL;
    struct sums *before_sums = before != NULL ? sums_in(before) : NULL;
    struct sums *sums = sums_in(from);
    g_autoptr(GHashTable) folders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const struct copying copying = {from, made,
        before_sums != NULL && sums != NULL ? before : NULL, before_sums, sums,
        folders, diag};
    bool is_good = copy_all(&copying);

    sums_free(before_sums);
    sums_free(sums);
    return is_good;
}

/* The release may be there already, if it was current once. */
static bool bring(struct folder *to, const struct folder *folder,
    struct diag *diag)
{
    g_autofree char *from = folder_path(folder, folder->current);
    g_autofree char *there = folder_path(to, folder->current);
    g_autofree char *link = folder_path(to, "current");
    g_autofree char *made = NULL;

    if (g_file_test(there, G_FILE_TEST_IS_DIR)) {
        return tree_switch(link, folder->current, diag);
    }
    made = folder_begin(to, diag);
    if (made != NULL && copy_release(to, made, from, diag) &&
        folder_finish(to, made, folder->current, diag)) {
        return true;
    }
    if (made != NULL) {
        tree_remove(made, diag);
    }
    return false;
}

/* What is kept here is kept there. */
static bool drop_old(const struct folder *to, const struct folder *folder,
    struct diag *diag)
{
    g_autoptr(GPtrArray) names = folder_list(to);
    bool is_good = true;

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *here = folder_path(folder, names->pdata[i]);

        if (!g_file_test(here, G_FILE_TEST_IS_DIR)) {
            is_good = folder_remove(to, names->pdata[i], diag) && is_good;
        }
    }
    return is_good;
}

static bool to_folder(
    const char *path, const struct folder *folder, struct diag *diag)
{
    struct folder to;
    bool is_good = folder_open(&to, path, diag) == FOLDER_OPEN &&
                   folder_clean(&to, diag) && bring(&to, folder, diag) &&
                   drop_old(&to, folder, diag);

    folder_close(&to);
    return is_good;
}

/* --- another machine --- */

/* All releases, then current, and then those go that are not kept here; the
 * lock is held as long as rsync runs, also where we are ended before it. */
static bool by_rsync(
    const char *place, const struct folder *folder, struct diag *diag)
{
    g_autofree char *from = g_strconcat(folder->path, "/", NULL);
    const char *const releases[] = {"rsync", "-aH", "--exclude=/.*",
        "--exclude=/current", from, place, NULL};
    const char *const current[] = {"rsync", "-aH", "--exclude=/.*",
        "--delete-delay", from, place, NULL};
    bool is_good;

    fcntl(folder->lock, F_SETFD, 0);
    is_good = command_run_words(releases, true, diag) &&
              command_run_words(current, true, diag);
    fcntl(folder->lock, F_SETFD, FD_CLOEXEC);
    return is_good;
}

static bool by_command(
    const char *command, const struct folder *folder, struct diag *diag)
{
    g_autofree char *release = folder_path(folder, folder->current);
    const struct command_word words[] = {{'d', release}, {'\0', NULL}};

    return command_run(command, words, diag);
}

bool publish_release(const struct config *config, const struct folder *folder,
    struct diag *diag)
{
    bool is_good = true;

    if (config->publish_folder != NULL) {
        is_good = to_folder(config->publish_folder, folder, diag);
    }
    if (config->publish_rsync != NULL && signals_caught() == 0) {
        is_good = by_rsync(config->publish_rsync, folder, diag) && is_good;
    }
    if (config->publish_command != NULL && signals_caught() == 0) {
        is_good = by_command(config->publish_command, folder, diag) && is_good;
    }
    return is_good;
}
