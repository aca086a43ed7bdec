/*
 * Where a line may end.
 */
#ifndef GONGBAO_TYPE_BREAKS_H
#define GONGBAO_TYPE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

struct breaks;
struct diag;
struct hyphens;

/* Keeps the line breakers open, in a batch from job to job.  The caller frees
 * it. */
struct breaks *breaks_new(void);
void breaks_free(struct breaks *breaks);

/*
 * For each byte offset i from 1 to size: allowed[i] is 1 if a line may end
 * before the character at i (UAX #14 by ICU, tailored for lang "zh-CN" or
 * "en"); 0 elsewhere.  allowed has size + 1 bytes.  The rules of Chinese line
 * composition come on top, in page/.
 */
void breaks_find(struct breaks *breaks, const char *text, size_t size,
    const char *lang, unsigned char *allowed);

/*
 * The same of the places where a word begins or ends (UAX #29, Chinese by
 * ICU's dictionary).
 */
void breaks_find_words(struct breaks *breaks, const char *text, size_t size,
    const char *lang, unsigned char *edges);

/* English hyphenation by libhyphen with the installed patterns, which a batch
 * keeps. */
struct hyphens *hyphens_open(struct diag *diag); /* NULL: reported */
void hyphens_close(struct hyphens *hyphens);

/* The file of the patterns; borrowed. */
const char *hyphens_file(const struct hyphens *hyphens);

/*
 * For a word of size bytes (letters only): allowed[i] is 1 if it may be
 * divided before byte i, at least two letters before and three after it.
 * allowed has size + 1 bytes.
 */
void hyphens_find(struct hyphens *hyphens, const char *word, size_t size,
    unsigned char *allowed);

#endif
