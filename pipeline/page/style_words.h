/*
 * The words that style files have for what a style may choose
 * (data/schema/style.xsd), by the value that each stands for: for who reads
 * them, and for who writes a style in another form.
 */
#ifndef GONGBAO_PAGE_STYLE_WORDS_H
#define GONGBAO_PAGE_STYLE_WORDS_H

#include "page/style.h"

#define STYLE_LEVELS (LEVEL_STRICT + 1)
#define STYLE_MARKS (MARKS_PLAIN + 1)
#define STYLE_SPACINGS (SPACING_NONE + 1)
#define STYLE_EMS (EM_DOTS + 1)
#define STYLE_ALIGNS (STYLE_INSIDE + 1)

extern const char *const style_levels[STYLE_LEVELS];     /* enum style_level */
extern const char *const style_marks[STYLE_MARKS];       /* enum style_marks */
extern const char *const style_spacings[STYLE_SPACINGS]; /* style_spacing */
extern const char *const style_ems[STYLE_EMS];           /* enum style_em */
extern const char *const style_aligns[STYLE_ALIGNS];     /* enum style_align */
extern const char *const style_faces[FONT_ROLE_COUNT];   /* enum font_role */
extern const char *const style_texts[STYLE_COUNT];       /* enum style_name */

#endif
