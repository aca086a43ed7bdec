/*
 * How far a run is, for who sits at a terminal: one line, drawn over and over.
 */
#ifndef GONGBAO_RUN_PROGRESS_H
#define GONGBAO_RUN_PROGRESS_H

#include <glib.h>

/* In the place of the line, which is empty after "". */
void progress_note(const char *text);

struct progress;

/* Of total steps.  Shows something only where standard error is a terminal.
 * The caller frees it. */
struct progress *progress_new(unsigned total);
void progress_free(struct progress *progress);

/* over of the steps are, failed of them have not gone well. */
void progress_show(struct progress *progress, unsigned over, unsigned failed);

/* Takes the line away, before something else is said. */
void progress_hide(struct progress *progress);

#endif
