/*
 * What is to be thought of a report: a PDF is read, its attachments are held
 * against what it says of them, and it is made again.
 */
#ifndef GONGBAO_VERIFY_VERDICT_H
#define GONGBAO_VERIFY_VERDICT_H

#include "base/diag.h"

struct carried;

/* From the best to the worst. */
enum verdict {
    VERDICT_IDENTICAL,
    VERDICT_OTHER_INPUTS, /* it cannot be made again here: they differ */
    VERDICT_NO_RECORD,    /* a PDF, but no report that says what it is */
    VERDICT_UNREADABLE,
    VERDICT_ALTERED,     /* it is not what its data and its record give */
    VERDICT_ENVIRONMENT, /* not known: the machine failed */
    VERDICT_COUNT,
};

struct verdict_options {
    const char *template; /* in the place of one that is not installed; NULL */
    const char *style;
};

/* Why it is not identical has been reported. */
enum verdict verdict_on(
    const char *path, const struct verdict_options *options, struct diag *diag);

/*
 * The PDF's attachments.  NULL: reported; *verdict says whether it could not
 * be read or is no PDF.  The caller frees it.
 */
struct carried *verdict_carried(
    const char *path, enum verdict *verdict, struct diag *diag);

#endif
