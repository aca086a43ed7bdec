/*
 * GNU's malloc maps large pieces one by one, and unmaps them when they are
 * freed; but each that is freed raises what counts as large, so that later
 * ones leave holes in the heap: a tenth of the memory of a long report.  The
 * heap itself, and that of a thread, grows and shrinks by more than is usual:
 * each time costs calls, and the pages that come back are cleared again.
 */
#include "base/heap.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (128 * 1024)
#define SPARE (1024 * 1024)
#define KEPT (32 * 1024 * 1024)

void heap_open(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, SPARE);
    mallopt(M_TOP_PAD, SPARE);
#endif
}

void heap_keep(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, KEPT);
    mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}
