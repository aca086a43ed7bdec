/*
 * What comes after building: the program release beside this one.
 */
#ifndef GONGBAO_RUN_PUBLISH_H
#define GONGBAO_RUN_PUBLISH_H

struct build;

/*
 * Its exit status; RUN_INTERNAL, reported: it cannot be begun, or died.  A
 * signal, of which wake tells (signals_open), is passed on.
 */
int publish(const struct build *build, int wake);

#endif
