/*
 * Writes what a PDF carries into a folder.
 */
#ifndef GONGBAO_VERIFY_EXTRACT_H
#define GONGBAO_VERIFY_EXTRACT_H

#include <stdbool.h>

#include "base/diag.h"
#include "verify/verdict.h"

struct carried;

/*
 * Each file whole or not at all, under the last part of its name: whatever the
 * PDF says, nothing outside the folder is written.  The folder is made where
 * it is not there.  A file that is there is replaced only by force; one that is
 * not what the PDF states of it is not written.  What is not written is
 * reported: VERDICT_ALTERED or VERDICT_ENVIRONMENT.
 */
enum verdict extract_files(const struct carried *carried, const char *folder,
    bool by_force, struct diag_pos pos, struct diag *diag);

#endif
