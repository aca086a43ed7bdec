/*
 * A queue, and a few threads that take from it.  GLib's pool would wait
 * forever where the system grants no thread.
 */
#include "base/jobs.h"

#include <stdbool.h>

#include <glib.h>

#include "base/batch.h"

#define THREADS_MAX 7

struct jobs {
    jobs_work *work;
    GMutex mutex; /* for all below */
    GCond changed;
    GQueue waiting;
    guint running;
    bool is_closed;
    GThread *threads[THREADS_MAX]; /* the caller's own */
    guint thread_count;
    guint thread_max;
};

/* With the mutex held, and again afterwards. */
static void do_one(struct jobs *jobs)
{
    void *job = g_queue_pop_head(&jobs->waiting);

    jobs->running++;
    g_mutex_unlock(&jobs->mutex);
    jobs->work(job);
    g_mutex_lock(&jobs->mutex);
    jobs->running--;
}

static gpointer serve(gpointer data)
{
    struct jobs *jobs = data;

    g_mutex_lock(&jobs->mutex);
    while (!jobs->is_closed) {
        if (g_queue_is_empty(&jobs->waiting)) {
            g_cond_wait(&jobs->changed, &jobs->mutex);
        } else {
            do_one(jobs);
            g_cond_broadcast(&jobs->changed);
        }
    }
    g_mutex_unlock(&jobs->mutex);
    return NULL;
}

struct jobs *jobs_new(jobs_work *work)
{
    struct jobs *jobs = g_new0(struct jobs, 1);

    jobs->work = work;
    /* Whoever has many reports made runs a program for each processor. */
    jobs->thread_max = batch_is_serving()
                           ? 0
                           : MIN(g_get_num_processors() - 1, THREADS_MAX);
    g_mutex_init(&jobs->mutex);
    g_cond_init(&jobs->changed);
    g_queue_init(&jobs->waiting);
    return jobs;
}

/* One thread more while there are jobs that wait. */
static void begin_thread(struct jobs *jobs)
{
    GThread *thread;

    if (jobs->thread_count == jobs->thread_max) {
        return;
    }
    thread = g_thread_try_new("jobs", serve, jobs, NULL);
    if (thread == NULL) {
        jobs->thread_max = jobs->thread_count;
    } else {
        jobs->threads[jobs->thread_count++] = thread;
    }
}

void jobs_add(struct jobs *jobs, void *job)
{
    begin_thread(jobs);
    if (jobs->thread_count == 0) {
        jobs->work(job);
        return;
    }
    g_mutex_lock(&jobs->mutex);
    g_queue_push_tail(&jobs->waiting, job);
    g_cond_signal(&jobs->changed);
    g_mutex_unlock(&jobs->mutex);
}

void jobs_finish(struct jobs *jobs)
{
    g_mutex_lock(&jobs->mutex);
    while (!g_queue_is_empty(&jobs->waiting)) {
        do_one(jobs);
    }
    while (jobs->running > 0) {
        g_cond_wait(&jobs->changed, &jobs->mutex);
    }
    g_mutex_unlock(&jobs->mutex);
}

void jobs_free(struct jobs *jobs)
{
    if (jobs == NULL) {
        return;
    }
    jobs_finish(jobs);
    g_mutex_lock(&jobs->mutex);
    jobs->is_closed = true;
    g_cond_broadcast(&jobs->changed);
    g_mutex_unlock(&jobs->mutex);
    for (guint i = 0; i < jobs->thread_count; i++) {
        g_thread_join(jobs->threads[i]);
    }
    g_cond_clear(&jobs->changed);
    g_mutex_clear(&jobs->mutex);
    g_free(jobs);
}
