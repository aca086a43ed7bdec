/*
 * Isotonic regression by pooling: a group of labels that touch stands around
 * the mean of what its members want.
 */
#include "page/spread.h"

#include <glib.h>

struct pool {
    len sum; /* of the members' places, each less what precedes it needs */
    int count;
};

static len mean(const struct pool *pool)
{
    return pool->sum / pool->count;
}

void spread(len *places, int count, len pitch, len first, len last)
{
    g_autofree struct pool *pools = g_new(struct pool, (size_t)MAX(count, 1));
    len end = MAX(last - pitch * (count - 1), first);
    int used = 0;
    int next = 0;

    for (int i = 0; i < count; i++) {
        struct pool pool = {places[i] - pitch * i, 1};

        while (used > 0 && mean(&pools[used - 1]) >= mean(&pool)) {
            used--;
            pool.sum += pools[used].sum;
            pool.count += pools[used].count;
        }
        pools[used++] = pool;
    }
    for (int p = 0; p < used; p++) {
        len place = CLAMP(mean(&pools[p]), first, end);

        for (int i = 0; i < pools[p].count; i++, next++) {
            places[next] = place + pitch * next;
        }
    }
}
