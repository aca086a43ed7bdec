/*
 * Signals that end a run, which then tidies up.
 */
#ifndef GONGBAO_RUN_SIGNALS_H
#define GONGBAO_RUN_SIGNALS_H

/* A file that is readable once SIGTERM, SIGINT or SIGHUP has come; -1: the
 * system has none, and the signals end the process as usual. */
int signals_open(void);

/* The signal that has come; 0: none. */
int signals_caught(void);

#endif
