/*
 * Work that other processors do meanwhile.  Jobs touch nothing but what they
 * were given, so that what comes out does not depend on who did them; without
 * another processor, or where no thread can be begun, the caller does them.
 */
#ifndef GONGBAO_BASE_JOBS_H
#define GONGBAO_BASE_JOBS_H

struct jobs;

/* Does one job, in any thread. */
typedef void jobs_work(void *job);

/* The caller frees it; jobs that were added are done before that. */
struct jobs *jobs_new(jobs_work *work);
void jobs_free(struct jobs *jobs);

/* The job is borrowed and not to be touched until jobs_finish. */
void jobs_add(struct jobs *jobs, void *job);

/* Returns when all are done. */
void jobs_finish(struct jobs *jobs);

#endif
