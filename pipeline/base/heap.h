/*
 * Where large pieces of memory come from.
 */
#ifndef GONGBAO_BASE_HEAP_H
#define GONGBAO_BASE_HEAP_H

/*
 * For the beginning of a program that needs much memory, first one large piece
 * and then another: what is freed goes back to the system.  Changes nothing
 * where the C library is not GNU's.
 */
void heap_open(void);

/* For many jobs, one after the other: what one frees is there for the next. */
void heap_keep(void);

#endif
