/*
 * The order of words in an index: pinyin in Chinese, the alphabet in English.
 */
#ifndef GONGBAO_DOC_COLLATE_H
#define GONGBAO_DOC_COLLATE_H

struct collate;

/* tag: "zh-CN" or "en".  The caller frees it. */
struct collate *collate_new(const char *tag);
void collate_free(struct collate *collate);

/*
 * Hexadecimal digits that compare, byte by byte, as the texts do in the
 * language; the caller g_frees them.
 */
char *collate_key(const struct collate *collate, const char *text);

#endif
