/*
 * Lines of the stage programs, on standard error.
 */
#ifndef GONGBAO_RUN_SAY_H
#define GONGBAO_RUN_SAY_H

/* The line, and its end; the first time only, for many reports may say the
 * same of a template. */
void say_line(const char *line);

/* The bytes as they are. */
void say_raw(const char *text);

#endif
