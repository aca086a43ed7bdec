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

/*
 * For a program that does many jobs: what one frees is kept for the next, which
 * needs as much.
 */
void heap_keep(void);

#endif
