/* The structure tree as it is read.  Private to tagged.c. */
#ifndef GONGBAO_TESTS_STRUCTURE_TREE_H
#define GONGBAO_TESTS_STRUCTURE_TREE_H

#include "tagged.h"

/* Reads all elements, in document order, and gives marks their owners. */
void tree_read(struct tagged *tagged);
void element_free(void *element);

#endif
