/*
 * The one message at the end of a run that failed.
 */
#ifndef GONGBAO_RUN_SUMMARY_H
#define GONGBAO_RUN_SUMMARY_H

struct session;

/* Reports what was not made, which outputs are still the old ones, which there
 * are none of, and where the log is. */
void summary_say(const struct session *session, const char *log);

/* The same of a run that made nothing because another one is at work: which,
 * and since when, as far as that is known. */
void summary_say_busy(const struct session *session, const char *log);

#endif
