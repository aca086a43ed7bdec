/*
 * Who makes a step: one of the stage programs, or this one.
 */
#ifndef GONGBAO_RUN_TOOLS_H
#define GONGBAO_RUN_TOOLS_H

#include <glib.h>

enum tool { TOOL_VALIDATE, TOOL_AGGREGATE, TOOL_LAYOUT, TOOL_COPY, TOOL_COUNT };

/* "layout"; TOOL_COPY: "copy". */
const char *tool_name(enum tool tool);

/* The program's path; NULL: none is needed.  The caller frees it. */
char *tool_program(enum tool tool);

/*
 * Files that a running program consists of: itself and its libraries, by
 * paths as of places_local.  Empty where the system does not tell.
 * The caller unrefs it.
 */
GPtrArray *tool_files(GPid process);

#endif
