/*
 * What no diagnostic may print.  A message that stands at a confidential place,
 * or that holds a text which is confidential, loses all its digits: figures
 * that are computed from a secret one give it away too.
 */
#ifndef GONGBAO_BASE_CONCEAL_H
#define GONGBAO_BASE_CONCEAL_H

#include <stdbool.h>

#define CONCEAL_MARK "[c]"

struct conceal;

struct conceal *conceal_new(void);
void conceal_free(struct conceal *conceal);

/* Messages about these lines of a file are confidential; file is borrowed. */
void conceal_lines(
    struct conceal *conceal, const char *file, int first, int last);

/* A figure or token; copied. */
void conceal_text(struct conceal *conceal, const char *text);

/* True if a message about this line may tell what nobody may know. */
bool conceal_applies(const struct conceal *conceal, const char *file, int line,
    const char *message);

/* The message without figures and confidential texts; the caller frees it. */
char *conceal_message(const struct conceal *conceal, const char *message);

#endif
