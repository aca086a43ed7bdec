/*
 * Joined data as XML of the namespace urn:gongbao:aggregated:1.
 */
#ifndef GONGBAO_YEARLY_WRITE_H
#define GONGBAO_YEARLY_WRITE_H

#include <glib.h>

#include "yearly/yearly.h"

/*
 * The whole document (data/schema/aggregated.xsd), indented.  The same data
 * give the same bytes.  The caller frees it.
 */
GString *yearly_write(const struct yearly *yearly);

#endif
