/*
 * A table of the characters that mean something to TeX, and what is done with
 * the rest in each context.
 */
#include "render/latex_escape.h"

#include <stdbool.h>
#include <string.h>

/* In running text; NULL where the character passes as it is. */
static const char *const ascii_text[128] = {
    ['\t'] = " ",
    ['\n'] = " ",
    ['\r'] = " ",
    ['"'] = "\\textquotedbl{}",
    ['#'] = "\\#",
    ['$'] = "\\$",
    ['%'] = "\\%",
    ['&'] = "\\&",
    ['\''] = "\\textquotesingle{}",
    /* After \\ these two would begin its argument. */
    ['*'] = "{*}",
    ['['] = "{[}",
    [']'] = "{]}",
    ['<'] = "\\textless{}",
    ['>'] = "\\textgreater{}",
    ['\\'] = "\\textbackslash{}",
    ['^'] = "\\textasciicircum{}",
    ['_'] = "\\_",
    ['`'] = "\\textasciigrave{}",
    ['{'] = "\\{",
    ['|'] = "\\textbar{}",
    ['}'] = "\\}",
    ['~'] = "\\textasciitilde{}",
};

static const struct {
    gunichar character;
    const char *text;
    const char *string; /* where TeX's typesetting commands mean nothing */
} others[] = {
    {0x0085, " ", " "},
    {0x00A0, "~", " "},
    {0x00AD, "\\-", ""},
    {0x2002, "\\enspace{}", " "},
    {0x2003, "\\quad{}", " "},
    {0x2009, "\\,", " "},
    {0x200B, "\\hspace{0pt}", ""},
    {0x2028, " ", " "},
    {0x2029, " ", " "},
    {0x202F, "\\,", " "},
    {0x2060, "\\nobreak{}", ""},
    {0xFEFF, "", ""},
};

static const struct {
    gunichar character;
    const char *command;
} western[] = {
    {0x00B7, "\\textperiodcentered{}"},
    {0x2013, "\\textendash{}"},
    {0x2014, "\\textemdash{}"},
    {0x2018, "\\textquoteleft{}"},
    {0x2019, "\\textquoteright{}"},
    {0x201C, "\\textquotedblleft{}"},
    {0x201D, "\\textquotedblright{}"},
    {0x2026, "\\textellipsis{}"},
};

const char *latex_escape_western(gunichar character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(western); i++) {
        if (western[i].character == character) {
            return western[i].command;
        }
    }
    return NULL;
}

/*
 * What RFC 3986 has for a delimiter or an unreserved character stays; # and &
 * and % need their backslash, which hyperref takes off again.
 */
static void escape_url(GString *out, gunichar character)
{
    char bytes[6];
    int size;

    if (character < 128 && strchr("#%&", (int)character) != NULL) {
        g_string_append_printf(out, "\\%c", (char)character);
        return;
    }
    if (character < 128 &&
        (g_ascii_isalnum((char)character) ||
            strchr("-._:/?@!$'()*+,;=[]", (int)character) != NULL)) {
        g_string_append_c(out, (char)character);
        return;
    }
    size = g_unichar_to_utf8(character, bytes);
    for (int i = 0; i < size; i++) {
        g_string_append_printf(out, "\\%%%02X", (unsigned char)bytes[i]);
    }
}

/* The schema leaves letters, digits, ".", "_" and "-"; the rest in hex. */
static void escape_label(GString *out, gunichar character)
{
    if (character < 128 && (g_ascii_isalnum((char)character) ||
                               strchr("-._", (int)character) != NULL)) {
        g_string_append_c(out, (char)character);
    } else {
        g_string_append_printf(out, ":%X:", (unsigned)character);
    }
}

static void escape_text(
    GString *out, gunichar character, gunichar previous, bool is_typeset)
{
    if ((character == '-' || character == ',') && character == previous) {
        g_string_append(out, "{}"); /* no dash, no low quote */
    }
    if (character < 128) {
        if (ascii_text[character] != NULL) {
            g_string_append(out, ascii_text[character]);
        } else if (character >= ' ' && character < 127) {
            g_string_append_c(out, (char)character);
        }
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        if (others[i].character == character) {
            g_string_append(
                out, is_typeset ? others[i].text : others[i].string);
            return;
        }
    }
    g_string_append_unichar(out, character);
}

void latex_escape_char(GString *out, gunichar character, gunichar previous,
    enum latex_context context)
{
    switch (context) {
    case LATEX_URL:
        escape_url(out, character);
        break;
    case LATEX_LABEL:
        escape_label(out, character);
        break;
    case LATEX_PDF:
        escape_text(out, character, previous, false);
        break;
    case LATEX_TEXT:
    case LATEX_PLOT:
        escape_text(out, character, previous, true);
        break;
    case LATEX_CONTEXT_COUNT:
        g_assert_not_reached();
    }
}

void latex_escape(GString *out, const char *text, enum latex_context context)
{
    gunichar previous = 0;

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);

        latex_escape_char(out, character, previous, context);
        previous = character;
    }
}
