#include "page/style_words.h"

const char *const style_levels[STYLE_LEVELS] = {[LEVEL_NONE] = "none",
    [LEVEL_BASIC] = "basic",
    [LEVEL_GB] = "gb",
    [LEVEL_STRICT] = "strict"};

const char *const style_marks[STYLE_MARKS] = {[MARKS_FULL_WIDTH] = "full-width",
    [MARKS_LINE_END_HALF] = "line-end-half",
    [MARKS_KAIMING] = "kaiming",
    [MARKS_PLAIN] = "plain"};

const char *const style_spacings[STYLE_SPACINGS] = {
    [SPACING_ELASTIC] = "elastic",
    [SPACING_FIXED] = "fixed",
    [SPACING_NONE] = "none"};

const char *const style_ems[STYLE_EMS] = {
    [EM_KAI] = "kai", [EM_BOLD] = "bold", [EM_DOTS] = "dots"};

const char *const style_aligns[STYLE_ALIGNS] = {[STYLE_JUSTIFY] = "justify",
    [STYLE_START] = "start",
    [STYLE_CENTER] = "center",
    [STYLE_END] = "end",
    [STYLE_OUTSIDE] = "outside",
    [STYLE_INSIDE] = "inside"};

const char *const style_faces[FONT_ROLE_COUNT] = {[FONT_SERIF] = "serif",
    [FONT_SANS] = "sans",
    [FONT_KAI] = "kai",
    [FONT_FANGSONG] = "fangsong"};

const char *const style_texts[STYLE_COUNT] = {
#define STYLE(id, name) [STYLE_##id] = (name),
#include "page/style_names.def"
#undef STYLE
};
