/*
 * Keeps diagnostics and prints them in order of place.
 */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "base/cli.h"
#include "base/conceal.h"
#include "base/i18n.h"

#define LEVEL_COUNT DIAG_LEVELS
#define SHOWN_MAX 100

static const struct {
    enum diag_level level;
    const char *name;
    const char *text;
} diags[] = {
#define DIAG(id, level, text) [DIAG_##id] = {DIAG_LEVEL_##level, #id, text},
#include "base/diag.def"
#undef DIAG
};
_Static_assert(sizeof diags / sizeof diags[0] == DIAG_COUNT, "diag.def");

static const char *const level_names[LEVEL_COUNT] = {
    [DIAG_LEVEL_NOTE] = N_("note"),
    [DIAG_LEVEL_WARNING] = N_("warning"),
    [DIAG_LEVEL_ERROR] = N_("error"),
    [DIAG_LEVEL_ENVIRONMENT] = N_("error"),
};

static diag_listener *listener; /* NULL: standard error */

struct kept {
    struct diag_pos pos;
    enum diag_id id;
    enum diag_level level;
    enum diag_class fault;
    guint order;
    char *text;
};

struct diag {
    char *program;
    GArray *kept; /* of struct kept */
    guint counts[LEVEL_COUNT];
    guint hidden[LEVEL_COUNT];
    bool raise_warnings;
    enum diag_class blamed; /* in place of the data */
    struct conceal *conceal;
    enum diag_conceal conceals;
};

static void kept_clear(gpointer item)
{
    g_free(((struct kept *)item)->text);
}

struct diag *diag_new(const char *program)
{
    struct diag *diag = g_new0(struct diag, 1);

    diag->program = g_strdup(program);
    diag->kept = g_array_new(FALSE, FALSE, sizeof(struct kept));
    g_array_set_clear_func(diag->kept, kept_clear);
    diag->conceal = conceal_new();
    diag->blamed = DIAG_CLASS_DATA;
    return diag;
}

void diag_free(struct diag *diag)
{
    if (diag != NULL) {
        g_array_unref(diag->kept);
        conceal_free(diag->conceal);
        g_free(diag->program);
        g_free(diag);
    }
}

void diag_raise_warnings(struct diag *diag)
{
    diag->raise_warnings = true;
}

static enum diag_level level_of(const struct diag *diag, enum diag_id id)
{
    enum diag_level level = diags[id].level;

    if (level == DIAG_LEVEL_WARNING && diag->raise_warnings) {
        level = DIAG_LEVEL_ERROR;
    }
    return level;
}

void diag_blame(struct diag *diag, enum diag_class who)
{
    diag->blamed = who;
}

static enum diag_class fault_of(
    const struct diag *diag, enum diag_id id, enum diag_level level)
{
    enum diag_class class = diag_class(id);

    if (level < DIAG_LEVEL_ERROR) {
        return DIAG_CLASS_NONE;
    }
    return class == DIAG_CLASS_DATA ? diag->blamed : class;
}

void diag_conceal_lines(
    struct diag *diag, const char *file, int first, int last)
{
    conceal_lines(diag->conceal, file, first, last);
}

void diag_conceal_text(struct diag *diag, const char *text)
{
    conceal_text(diag->conceal, text);
}

void diag_conceal(struct diag *diag, enum diag_conceal how)
{
    diag->conceals = how;
}

/* Takes the text over. */
static char *without_secrets(
    const struct diag *diag, struct diag_pos pos, char *text)
{
    g_autofree char *said = text;

    if (diag->conceals == DIAG_CONCEAL_ALL ||
        (diag->conceals == DIAG_CONCEAL_BY_PLACE &&
            conceal_applies(diag->conceal, pos.file, pos.line, said))) {
        return conceal_message(diag->conceal, said);
    }
    return g_steal_pointer(&said);
}

/* The texts are in diag.def, where the compiler cannot follow them; msgfmt
 * compares the holes of each translation with them. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void diag_report(struct diag *diag, enum diag_id id, struct diag_pos pos, ...)
{
    struct kept kept = {.pos = pos, .id = id, .level = level_of(diag, id)};
    va_list args;

    if (diag->counts[kept.level]++ >= SHOWN_MAX) {
        diag->hidden[kept.level]++;
        return;
    }
    kept.order = diag->kept->len;
    kept.fault = fault_of(diag, id, kept.level);
    va_start(args, pos);
    kept.text = g_strdup_vprintf(_(diags[id].text), args);
    va_end(args);
    kept.text = without_secrets(diag, pos, kept.text);
    g_array_append_val(diag->kept, kept);
}
#pragma GCC diagnostic pop

struct diag_mark diag_mark(const struct diag *diag)
{
    struct diag_mark mark = {.kept = diag->kept->len};

    memcpy(mark.counts, diag->counts, sizeof mark.counts);
    memcpy(mark.hidden, diag->hidden, sizeof mark.hidden);
    return mark;
}

void diag_rewind(struct diag *diag, const struct diag_mark *mark)
{
    g_array_set_size(diag->kept, mark->kept);
    memcpy(diag->counts, mark->counts, sizeof mark->counts);
    memcpy(diag->hidden, mark->hidden, sizeof mark->hidden);
}

bool diag_is_quiet(const struct diag *diag, const struct diag_mark *mark)
{
    return memcmp(mark->counts, diag->counts, sizeof mark->counts) == 0;
}

bool diag_has(const struct diag *diag, enum diag_level level)
{
    for (int i = (int)level; i < LEVEL_COUNT; i++) {
        if (diag->counts[i] > 0) {
            return true;
        }
    }
    return false;
}

static gint by_place(gconstpointer left, gconstpointer right)
{
    const struct kept *a = left;
    const struct kept *b = right;
    int order = g_strcmp0(a->pos.file, b->pos.file);

    if (order == 0) {
        order = a->pos.line - b->pos.line;
    }
    if (order == 0) {
        order = a->pos.col - b->pos.col;
    }
    return order != 0 ? order : (a->order < b->order ? -1 : 1);
}

/* A line of the output never holds a line break of its own. */
void diag_say(const char *line, enum diag_class fault)
{
    g_autofree char *flat = g_strdelimit(g_strdup(line), "\n\r", ' ');

    if (listener != NULL) {
        listener(flat, fault);
    } else {
        fprintf(stderr, "%s\n", flat);
    }
}

void diag_listen(diag_listener *hears)
{
    listener = hears;
}

static void say_kept(const struct diag *diag, const struct kept *kept)
{
    g_autoptr(GString) line = g_string_new(NULL);

    if (kept->pos.file == NULL) {
        g_string_append(line, diag->program);
    } else {
        g_string_append(line, kept->pos.file);
    }
    if (kept->pos.file != NULL && kept->pos.line > 0) {
        g_string_append_printf(line, ":%d", kept->pos.line);
    }
    if (kept->pos.file != NULL && kept->pos.line > 0 && kept->pos.col > 0) {
        g_string_append_printf(line, ":%d", kept->pos.col);
    }
    g_string_append_printf(line, ": %s: %s [%s]", _(level_names[kept->level]),
        kept->text, diag_id_name(kept->id));
    diag_say(line->str, kept->fault);
}

void diag_flush(struct diag *diag)
{
    for (int i = 0; i < LEVEL_COUNT; i++) {
        if (diag->hidden[i] > 0) {
            g_autofree char *count = g_strdup_printf("%u", diag->hidden[i]);

            diag->hidden[i] = 0;
            diag_report(diag, DIAG_TOO_MANY, DIAG_NOWHERE, count);
        }
    }
    g_array_sort(diag->kept, by_place);
    for (guint i = 0; i < diag->kept->len; i++) {
        say_kept(diag, &g_array_index(diag->kept, struct kept, i));
    }
    g_array_set_size(diag->kept, 0);
    fflush(stderr);
}

int diag_exit_status(const struct diag *diag)
{
    if (diag_has(diag, DIAG_LEVEL_ENVIRONMENT)) {
        return CLI_ENVIRONMENT;
    }
    return diag_failed(diag) ? CLI_REJECTED : CLI_DONE;
}

const char *diag_id_name(enum diag_id id)
{
    g_autofree char *name = g_ascii_strdown(diags[id].name, -1);

    return g_intern_string(g_strdelimit(name, "_", '-'));
}
