/*
 * What takes long to read and is the same for many jobs of a batch: schemas,
 * templates, styles, faces.  Outside a batch nothing is kept.
 *
 * Between jobs the files are looked at that things were read from; where one
 * has changed, nothing is kept.  What is said of a part, that it was read and
 * what is wrong with it, is said in each job: things that something was
 * reported of are not to be kept.
 */
#ifndef GONGBAO_BASE_KEPT_H
#define GONGBAO_BASE_KEPT_H

#include <stdbool.h>

#include <glib.h>

/* Begins to keep things; frees what is kept, and keeps nothing any more. */
void kept_open(void);
void kept_close(void);

/* Between jobs. */
void kept_renew(void);

/* Before a file is read that something comes from that will be kept. */
void kept_note(const char *path);

/* True within a batch. */
bool kept_is_open(void);

/* The caller, who takes a thing, owns it.  NULL: none is there. */
void *kept_take(const char *kind, const char *name);

/*
 * Gives a thing to be kept under its kind and name, which are copied, in the
 * place of one that is there.  It is freed where nothing is kept, and when as
 * many as are kept were given after it.  NULL is no thing.
 */
void kept_give(
    const char *kind, const char *name, void *thing, GDestroyNotify destroy);

#endif
