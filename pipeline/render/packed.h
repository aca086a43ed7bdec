/*
 * Bytes as a PDF carries them.  The reports of one dataset carry the same
 * files: a batch remembers the last ones.  Private to render/.
 */
#ifndef GONGBAO_RENDER_PACKED_H
#define GONGBAO_RENDER_PACKED_H

#include <glib.h>

struct packed {
    gatomicrefcount references;
    GBytes *given; /* NULL: they are not to be remembered */
    GBytes *deflated;
    char *md5; /* of what was given, in hexadecimal digits */
    char *sha256;
};

/* In any thread.  The caller unrefs it. */
struct packed *packed_new(GBytes *bytes);
void packed_unref(struct packed *packed); /* NULL: nothing */

/* Of the same bytes, to be unrefed; NULL: they are not remembered. */
struct packed *packed_recall(GBytes *bytes);

/* For later jobs of the batch, if there is one. */
void packed_remember(struct packed *packed);

#endif
