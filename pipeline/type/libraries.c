/*
 * HarfBuzz shapes, ICU finds where lines may end; libhyphen has no version,
 * but its patterns are a file.
 */
#include "type/libraries.h"

#include <hb.h>
#include <unicode/uversion.h>

void type_libraries(GPtrArray *libraries)
{
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];

    g_ptr_array_add(libraries, g_strdup("HarfBuzz"));
    g_ptr_array_add(libraries, g_strdup(hb_version_string()));
    u_getVersion(version);
    u_versionToString(version, text);
    g_ptr_array_add(libraries, g_strdup("ICU"));
    g_ptr_array_add(libraries, g_strdup(text));
}
