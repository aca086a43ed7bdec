/*
 * What makes a dataset a good one, beyond what its schema can say.
 */
#ifndef GONGBAO_CHECK_CHECK_H
#define GONGBAO_CHECK_CHECK_H

struct dataset;
struct diag;

/* Runs every rule; all that is wrong is reported, nothing is changed. */
void check_dataset(const struct dataset *dataset, struct diag *diag);

/*
 * Reads the source documents from folder and checks that each cited line
 * exists and that each cited figure stands in its lines, white space aside.
 */
void check_sources(
    const struct dataset *dataset, const char *folder, struct diag *diag);

#endif
