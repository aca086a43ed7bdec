/*
 * Whether a release is what it says.
 */
#ifndef GONGBAO_RELEASE_CHECK_H
#define GONGBAO_RELEASE_CHECK_H

#include <stdbool.h>

struct diag;

/*
 * Every file against SHA256SUMS, these against the manifest, and the name of
 * the folder against that.  The signature is not looked at: only the operator's
 * tool knows it.  folder outlives the diagnostics.  False: reported.
 */
bool check_release(const char *folder, struct diag *diag);

#endif
