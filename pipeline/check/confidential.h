/*
 * What is confidential in a dataset: no diagnostic prints it, and nothing that
 * is published tells it.  The accepted file is made by xml/redact.h.
 */
#ifndef GONGBAO_CHECK_CONFIDENTIAL_H
#define GONGBAO_CHECK_CONFIDENTIAL_H

struct dataset;
struct diag;

/*
 * Messages that have to do with confidential observations print no figures.
 * (Those about their lines do not anyway: xml/redact.h.)
 */
void confidential_conceal(const struct dataset *dataset, struct diag *diag);

#endif
