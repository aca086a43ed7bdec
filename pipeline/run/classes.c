/*
 * The order in which they count.
 */
#include "run/classes.h"

#include <string.h>

#include <glib.h>

static const struct {
    const char *name;
    int status;
} classes[] = {
    {"output", RUN_OUTPUT},
    {"internal", RUN_INTERNAL},
    {"input", RUN_INPUT},
    {"config", RUN_CONFIG},
    {"font", RUN_FONT},
    {"template", RUN_TEMPLATE},
    {"page", RUN_PAGE},
    {"data", RUN_DATA},
};

int class_status(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strcmp(classes[i].name, name) == 0) {
            return classes[i].status;
        }
    }
    return RUN_INTERNAL;
}

/* Those that are not in the list come before it. */
static size_t rank(int status)
{
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (classes[i].status == status) {
            return i + 1;
        }
    }
    return status == RUN_DONE ? G_N_ELEMENTS(classes) + 1 : 0;
}

int class_worse(int a, int b)
{
    return rank(a) <= rank(b) ? a : b;
}
