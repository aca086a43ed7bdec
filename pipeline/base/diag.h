/*
 * The only way to complain.  A diagnostic is
 *
 *     file:line:col: error: what, and what to do [rule-id]
 *
 * one a line on standard error, in the user's language.  A run reports all of
 * them: they are kept, and printed in order of file, line and column by
 * diag_flush.  Who finds a fault reports it and returns false (or NULL); who
 * receives false only cleans up.
 */
#ifndef GONGBAO_BASE_DIAG_H
#define GONGBAO_BASE_DIAG_H

#include <stdbool.h>

/* A place in a file; line and col count from 1 (col in characters), 0: none. */
struct diag_pos {
    const char *file; /* not owned; lives as long as the run; NULL: none */
    int line;
    int col;
};

#define DIAG_NOWHERE ((struct diag_pos){NULL, 0, 0})
#define DIAG_FILE(path) ((struct diag_pos){(path), 0, 0})

enum diag_level {
    DIAG_LEVEL_NOTE,
    DIAG_LEVEL_WARNING,
    DIAG_LEVEL_ERROR,       /* the input is at fault: exit status 1 */
    DIAG_LEVEL_ENVIRONMENT, /* the machine is: exit status 3 */
};

enum diag_id {
#define DIAG(id, level, text) DIAG_##id,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
};

/*
 * Whose work it is to mend it, as who runs many jobs tells them apart; of
 * several the last one here counts, for it is behind the others.
 */
enum diag_class {
    DIAG_CLASS_NONE, /* no fault: a note, or a warning that is let pass */
    DIAG_CLASS_DATA,
    DIAG_CLASS_PAGE,     /* what does not fit on it, or breaks a rule there */
    DIAG_CLASS_TEMPLATE, /* or a style, a schema, a catalogue of messages */
    DIAG_CLASS_FONT,
    DIAG_CLASS_INPUT,    /* it cannot be read */
    DIAG_CLASS_INTERNAL, /* the program, or how it is called */
    DIAG_CLASS_OUTPUT,   /* it cannot be written */
    DIAG_CLASS_COUNT
};

struct diag;

/* Diagnostics of one run of one program; the caller frees it. */
struct diag *diag_new(const char *program);
void diag_free(struct diag *diag);

/* Warnings count as errors from here on (--werror). */
void diag_raise_warnings(struct diag *diag);

/*
 * What is reported from here on and would be a fault of the data is one of this
 * class: what a template makes of them, for instance.
 */
void diag_blame(struct diag *diag, enum diag_class who);

/*
 * Keeps one diagnostic.  The arguments are the strings (const char *) that the
 * text of id has as %s, in English order.  Past 100 of a level only a count is
 * kept.  pos.file must outlive diag.
 */
void diag_report(struct diag *diag, enum diag_id id, struct diag_pos pos, ...);

/*
 * Messages about these lines of a file print no figure from here on, and none
 * with this text does (base/conceal.h).
 */
void diag_conceal_lines(
    struct diag *diag, const char *file, int first, int last);
void diag_conceal_text(struct diag *diag, const char *text);

/*
 * How messages are looked at from here on: ALL lose their figures, which would
 * rest on a secret one; NONE does, for they print no values.
 */
enum diag_conceal {
    DIAG_CONCEAL_BY_PLACE,
    DIAG_CONCEAL_ALL,
    DIAG_CONCEAL_NONE
};
void diag_conceal(struct diag *diag, enum diag_conceal how);

/* What has been kept so far, to be returned to while nothing was printed. */
#define DIAG_LEVELS 4
struct diag_mark {
    unsigned kept;
    unsigned counts[DIAG_LEVELS];
    unsigned hidden[DIAG_LEVELS];
};
struct diag_mark diag_mark(const struct diag *diag);

/* Forgets what was reported since. */
void diag_rewind(struct diag *diag, const struct diag_mark *mark);

/* True if nothing was reported since. */
bool diag_is_quiet(const struct diag *diag, const struct diag_mark *mark);

/* True if anything of this level or worse was reported. */
bool diag_has(const struct diag *diag, enum diag_level level);
static inline bool diag_failed(const struct diag *diag)
{
    return diag_has(diag, DIAG_LEVEL_ERROR);
}

/* Prints what was kept, in order of place, and forgets it. */
void diag_flush(struct diag *diag);

/* The exit status that what was reported asks for: 0, 1 or 3 (cli.h). */
int diag_exit_status(const struct diag *diag);

/* The class of id where nothing else is to blame, and "template" for one. */
enum diag_class diag_class(enum diag_id id);
const char *diag_class_name(enum diag_class class);

/*
 * Who is told each line, without its end, in place of standard error; NULL:
 * nobody, as at first.  For the whole program.
 */
typedef void diag_listener(const char *line, enum diag_class fault);
void diag_listen(diag_listener *listener);

/* A line that is no diagnostic, to where those go. */
void diag_say(const char *line, enum diag_class fault);

/* "total-mismatch" for DIAG_TOTAL_MISMATCH; lives as long as the program. */
const char *diag_id_name(enum diag_id id);

#endif
