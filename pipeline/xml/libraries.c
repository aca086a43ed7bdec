/*
 * libxml2 and libxslt state their versions as one number: 20914 is 2.9.14.
 */
#include "xml/libraries.h"

#include <libxml/parser.h>
#include <libxslt/xslt.h>

static void add(GPtrArray *libraries, const char *name, guint64 version)
{
    g_ptr_array_add(libraries, g_strdup(name));
    g_ptr_array_add(libraries,
        g_strdup_printf("%u.%u.%u", (unsigned)(version / 10000),
            (unsigned)(version / 100 % 100), (unsigned)(version % 100)));
}

void xml_libraries(GPtrArray *libraries)
{
    add(libraries, "libxml2", g_ascii_strtoull(xmlParserVersion, NULL, 10));
    add(libraries, "libxslt", (guint64)xsltLibxsltVersion);
}
