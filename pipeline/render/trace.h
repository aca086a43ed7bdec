/*
 * Pages as text, for tests: one line an item, lengths in thousandths of a
 * point.  The format is described in trace.c.
 */
#ifndef GONGBAO_RENDER_TRACE_H
#define GONGBAO_RENDER_TRACE_H

#include <glib.h>

struct pages;

GString *trace_render(const struct pages *pages);

#endif
