/*
 * Errors of libxml2's parser as diagnostics; within xml/ only.
 */
#ifndef GONGBAO_XML_FAULT_H
#define GONGBAO_XML_FAULT_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "base/diag.h"

/* What the library hands to an error callback. */
#if LIBXML_VERSION >= 21200
typedef const xmlError fault_error;
#else
typedef xmlError fault_error;
#endif

void fault_report(fault_error *error, struct diag_pos pos, struct diag *diag);

#endif
