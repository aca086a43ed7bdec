/*
 * Terms: what a Chinese term is called in English, one rendering wherever it
 * stands, and the variants that are not used (data/schema/terms.xsd).
 */
#ifndef GONGBAO_CHECK_TERMS_H
#define GONGBAO_CHECK_TERMS_H

struct dataset;
struct diag;
struct terms;

/* Reads and checks a file of terms.  NULL: reported; the caller frees it. */
struct terms *terms_open(const char *path, struct diag *diag);
void terms_close(struct terms *terms);

/*
 * Looks for the terms in each text that the dataset has in both languages, and
 * reports where the English one does not have the rendering of a term that the
 * Chinese one has, and where either has a variant that is rejected.
 */
void terms_check(const struct terms *terms, const struct dataset *dataset,
    struct diag *diag);

#endif
