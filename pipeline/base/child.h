/*
 * Processes that are begun to help this one.
 */
#ifndef GONGBAO_BASE_CHILD_H
#define GONGBAO_BASE_CHILD_H

#include <glib.h>

/*
 * A GSpawnChildSetupFunc: the new process is killed when the thread that begins
 * it ends, however it ends.  Else it would go on with files that another run
 * has made anew in the meantime, and keep what comes of them for the old ones.
 */
void child_ends_with_us(gpointer data);

#endif
