/*
 * "12-14 20": a range or a single line each; within model/ only.
 */
#ifndef GONGBAO_MODEL_LINES_H
#define GONGBAO_MODEL_LINES_H

struct arena;
struct dataset_cite;

/* Reads lines_text of the citation, as the schema allows it, into its lines. */
void lines_read(struct arena *arena, struct dataset_cite *cite);

#endif
