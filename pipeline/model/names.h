/*
 * The words of the vocabulary for the enums of dataset.h; within model/ only.
 */
#ifndef GONGBAO_MODEL_NAMES_H
#define GONGBAO_MODEL_NAMES_H

struct names {
    const char *const *items; /* by enum value; "" for NONE */
    int count;
};

extern const struct names names_kind;
extern const struct names names_measure;
extern const struct names names_qualifier;
extern const struct names names_phase;
extern const struct names names_change;
extern const struct names names_basis;
extern const struct names names_note;
extern const struct names names_why;
extern const struct names names_prices;

/* The enum value of a word, which the schema has let pass: asserted. */
int names_lookup(const struct names *names, const char *word);

#endif
