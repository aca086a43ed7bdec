/*
 * Words beside a figure that make it a bound: over, nearly, about; within
 * check/ only.
 */
#ifndef GONGBAO_CHECK_QUALIFIERS_H
#define GONGBAO_CHECK_QUALIFIERS_H

#include <stdbool.h>

#include "model/dataset.h"

struct diag;

/* What stands around a token in its document; both are "" without one. */
struct qualifiers_context {
    const char *before;
    const char *after;
};

struct qualifiers_word {
    const char *text;
    enum dataset_qualifier means;
};

/*
 * The word that stands directly beside the value of obs in one of its tokens
 * or around it.  NULL: there is none, or the token does not print the value.
 * *is_printed, where not NULL, tells the two apart.
 */
const struct qualifiers_word *qualifiers_find(const struct dataset_obs *obs,
    const char *token, const struct qualifiers_context *context,
    bool *is_printed);

/*
 * True if a word beside the value has to show in qualifier=: for points, not
 * for places and the bounds that rules set.
 */
bool qualifiers_matter(const struct dataset_obs *obs);

/* The word that one of the tokens itself has; NULL: none. */
const struct qualifiers_word *qualifiers_in_tokens(
    const struct dataset_obs *obs);

/* Warns if the observation has not the qualifier that the word means. */
void qualifiers_compare(struct diag *diag, const struct dataset_obs *obs,
    const struct qualifiers_word *word);

#endif
