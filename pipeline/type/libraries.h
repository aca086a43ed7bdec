/*
 * The libraries under this module that pages depend on.
 */
#ifndef GONGBAO_TYPE_LIBRARIES_H
#define GONGBAO_TYPE_LIBRARIES_H

#include <glib.h>

/*
 * Appends name and version of each, by turns, as strings to g_free: of what
 * runs, not of what it was compiled with.
 */
void type_libraries(GPtrArray *libraries);

#endif
