/*
 * What is confidential in a dataset: no diagnostic prints it, and nothing that
 * is published tells it.  The accepted file is made by xml/redact.h.
 */
#ifndef GONGBAO_CHECK_CONFIDENTIAL_H
#define GONGBAO_CHECK_CONFIDENTIAL_H

#include <stddef.h>

struct dataset;
struct diag;

/*
 * Before the schema looks at the bytes of a file: messages about confidential
 * observations print no figures.  path is borrowed.
 */
void confidential_conceal_bytes(
    const char *path, const char *bytes, size_t size, struct diag *diag);

/* The same of messages about others, which may have to do with them. */
void confidential_conceal(const struct dataset *dataset, struct diag *diag);

/*
 * Reports each observation that should have lost its figures and has them:
 * for the programs that work on accepted files.
 */
void confidential_refuse(const struct dataset *dataset, struct diag *diag);

#endif
