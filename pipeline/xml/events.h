/*
 * Reading long XML element by element, with no tree of it: as narrow a door
 * as xml.h (no network, no document type, no entities of its own, UTF-8 only,
 * a limit on depth), but for files of any length.
 */
#ifndef GONGBAO_XML_EVENTS_H
#define GONGBAO_XML_EVENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct events_attribute {
    const char *name; /* without its prefix */
    const char *uri;  /* of its namespace; "": none */
    const char *value;
};

/* The start of an element; everything is borrowed until the handler returns. */
struct events_element {
    const char *name;
    const char *uri;
    const struct events_attribute *attributes;
    size_t count;
    struct diag_pos pos; /* of its "<" */
};

struct events_handlers {
    void (*start)(void *context, const struct events_element *element);
    /* text: what stands between this end tag and the tag before it, folded. */
    void (*end)(void *context, const char *name, const char *text);
};

/* The value of an attribute without a namespace; NULL: there is none. */
const char *events_attribute(
    const struct events_element *element, const char *name);

/* The element's own xml:lang; NULL: it has none. */
const char *events_lang(const struct events_element *element);

/*
 * Reads a file ("-": standard input).  False: what is wrong has been
 * reported; the handlers may have been called for what stands before it.
 * path must outlive the diagnostics.
 */
bool events_read(const char *path, const struct events_handlers *handlers,
    void *context, struct diag *diag);

#endif
