/*
 * Takes what is confidential out of the bytes of a dataset: of each obs whose
 * confStatus is not F, the value and all that tells of it.  Such an obs keeps
 * its key and says status="Q", but for a break in the series, B, which outranks
 * it; a token becomes REDACT_TOKEN; comments in it,
 * which might tell the value, go.  Every other byte stays, and so does every
 * line break: later diagnostics name the lines of the file that was written.
 *
 * The bytes are those of a well-formed document without a DOCTYPE.  What is
 * not understood counts as confidential.
 */
#ifndef GONGBAO_XML_REDACT_H
#define GONGBAO_XML_REDACT_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

struct diag;

#define REDACT_TOKEN "[c]"

/* Offsets of an obs element: of its "<" and behind its last ">". */
struct redact_span {
    size_t begin;
    size_t end;
};

/* The first confidential obs at or behind from; false: there is none. */
bool redact_next(const char *bytes, size_t size, size_t from,
    struct redact_span *span);

/* Appends what may be published of the obs at the span. */
void redact_obs(
    const char *bytes, const struct redact_span *span, GString *out);

/*
 * For bytes that nobody has checked yet: messages about the lines of such obs
 * print no figures.  path, as diagnostics name it, must outlive them.
 */
void redact_conceal(
    const char *path, const char *bytes, size_t size, struct diag *diag);

/*
 * The whole dataset as it may be published; NULL: that is what it is already.
 * The caller frees it.
 */
GString *redact_dataset(const char *bytes, size_t size);

#endif
