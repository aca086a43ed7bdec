/*
 * A list of workers, and poll.
 */
#include "run/pool.h"

#include <poll.h>
#include <signal.h>

#include "run/steps.h"

struct pool {
    GPtrArray *workers; /* of struct worker */
    unsigned jobs;
    unsigned busy;
    int64_t limit;
    int wake;
};

static void free_worker(gpointer worker)
{
    worker_free(worker);
}

struct pool *pool_new(unsigned jobs, int64_t limit, int wake)
{
    struct pool *pool = g_new0(struct pool, 1);

    pool->workers = g_ptr_array_new_with_free_func(free_worker);
    pool->jobs = jobs;
    pool->limit = limit;
    pool->wake = wake;
    return pool;
}

void pool_free(struct pool *pool)
{
    if (pool != NULL) {
        g_ptr_array_unref(pool->workers);
        g_free(pool);
    }
}

bool pool_has_room(const struct pool *pool)
{
    return pool->busy < pool->jobs;
}

bool pool_is_idle(const struct pool *pool)
{
    return pool->busy == 0;
}

static struct worker *idle_worker(struct pool *pool, enum tool tool)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        struct worker *worker = pool->workers->pdata[i];

        if (worker->tool == tool && worker->step == NULL) {
            return worker;
        }
    }
    return NULL;
}

struct worker *pool_begin(struct pool *pool, struct step *step, char **why)
{
    struct worker *worker = idle_worker(pool, step->tool);

    if (worker == NULL) {
        worker = worker_new(step->tool, why);
        if (worker == NULL) {
            return NULL;
        }
        g_ptr_array_add(pool->workers, worker);
    }
    pool->busy++;
    /* That it is gone is noticed where its answer is read. */
    (void)worker_begin(worker, step, pool->limit);
    return worker;
}

static struct step *take_step(struct pool *pool, struct worker *worker)
{
    struct step *step = worker->step;

    worker->step = NULL;
    pool->busy -= step != NULL;
    return step;
}

/* Milliseconds to the first deadline, at most those given. */
static int until_deadline(const struct pool *pool, int milliseconds)
{
    int64_t now = g_get_monotonic_time();

    for (guint i = 0; i < pool->workers->len; i++) {
        const struct worker *worker = pool->workers->pdata[i];

        if (worker->step != NULL) {
            int64_t left = MAX(worker->deadline - now, 0) / 1000 + 1;

            milliseconds = (int)MIN(left, milliseconds);
        }
    }
    return milliseconds;
}

static enum pool_event lose(struct pool *pool, struct worker *worker,
    enum pool_event event, struct step **step, char **why)
{
    *step = take_step(pool, worker);
    *why = worker_end(worker);
    if (worker->is_unloaded) {
        event = POOL_UNLOADED;
    }
    g_ptr_array_remove(pool->workers, worker);
    return *step != NULL ? event : POOL_NOTHING;
}

/* What came of one of them; POOL_NOTHING: not all of an answer. */
static enum pool_event look_at(struct pool *pool, struct worker *worker,
    bool is_readable, struct step **step, const struct answer **answer,
    char **why)
{
    if (is_readable && !worker_read(worker)) {
        return lose(pool, worker, POOL_DIED, step, why);
    }
    if (worker->step != NULL && worker->answer.is_done) {
        *answer = &worker->answer;
        *step = take_step(pool, worker);
        return POOL_DONE;
    }
    if (worker->step != NULL && worker->deadline <= g_get_monotonic_time()) {
        kill(worker->process, SIGKILL);
        return lose(pool, worker, POOL_STUCK, step, why);
    }
    return POOL_NOTHING;
}

enum pool_event pool_wait(struct pool *pool, int milliseconds,
    struct step **step, const struct answer **answer, char **why)
{
    guint count = pool->workers->len;
    g_autofree struct pollfd *files = g_new0(struct pollfd, count + 1);
    enum pool_event event = POOL_NOTHING;

    for (guint i = 0; i < count; i++) {
        const struct worker *worker = pool->workers->pdata[i];

        files[i] = (struct pollfd){.fd = worker->output, .events = POLLIN};
    }
    files[count] = (struct pollfd){.fd = pool->wake, .events = POLLIN};
    if (poll(files, count + 1, until_deadline(pool, milliseconds)) < 0) {
        return POOL_NOTHING;
    }
    *step = NULL;
    for (guint i = 0; i < count && event == POOL_NOTHING; i++) {
        guint before = pool->workers->len;

        event = look_at(pool, pool->workers->pdata[i],
            (files[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0, step,
            answer, why);
        if (pool->workers->len != before) {
            break; /* the others moved; they are looked at the next time */
        }
    }
    return event;
}
