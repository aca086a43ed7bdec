/*
 * The log for machines: <work>/log/run.jsonl, a JSON object a line, appended
 * each in one write, so that runs do not mix and a rotated file loses nothing.
 * Each shard has a file of its own, for NFS does not append in one step.
 */
#ifndef GONGBAO_RUN_LOG_H
#define GONGBAO_RUN_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

struct diag;
struct log;

/* file is its name in <work>/log, run the id of the run, which each line has.
 * The file is made when the first line is written.  The caller frees it. */
struct log *log_new(const char *work, const char *file, const char *run,
    struct diag *diag);
void log_free(struct log *log);

/* The path of the file. */
const char *log_path(const struct log *log);

/*
 * A line with "event", and then fields by log_text and so on, until log_end
 * writes it.  What cannot be written is reported once.
 */
void log_begin(struct log *log, const char *event);
void log_text(struct log *log, const char *key, const char *text);
void log_number(struct log *log, const char *key, int64_t number);
void log_texts(struct log *log, const char *key, const GPtrArray *texts);
void log_end(struct log *log);

/* Now, as "2026-11-30T01:02:03Z".  The caller frees it. */
char *log_time(void);

#endif
