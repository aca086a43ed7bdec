/*
 * Reads <composition>.
 */
#include "page/composition.h"

#include <string.h>

#include <glib.h>

#include "page/style_words.h"
#include "xml/xml.h"

/* The place of an attribute's value among words; otherwise: it is not there. */
static int read_word(const xmlNode *node, const char *name,
    const char *const *words, int count, int otherwise)
{
    const char *text = xml_attribute(node, name);

    for (int i = 0; text != NULL && i < count; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return otherwise;
}

static bool read_bool(const xmlNode *node, const char *name, bool otherwise)
{
    static const char *const words[] = {"false", "true", "0", "1"};

    return read_word(node, name, words, (int)G_N_ELEMENTS(words), otherwise) %
               2 !=
           0;
}

struct composition composition_default(void)
{
    return (struct composition){
        .level = LEVEL_GB,
        .marks = MARKS_LINE_END_HALF,
        .has_numbers = true,
        .has_last_line = true,
    };
}

void composition_read(const xmlNode *node, struct composition *composition)
{
    static const char *const adjacents[] = {"1.5em", "1em"};
    static const char *const breakings[] = {
        [BREAKING_OPTIMAL] = "optimal", [BREAKING_FIRST_FIT] = "first-fit"};
    struct composition *c = composition;

    c->level = (enum style_level)read_word(
        node, "level", style_levels, STYLE_LEVELS, (int)c->level);
    c->marks = (enum style_marks)read_word(
        node, "punctuation", style_marks, STYLE_MARKS, (int)c->marks);
    c->is_tight = read_word(node, "adjacent", adjacents, 2, c->is_tight) != 0;
    c->spacing = (enum style_spacing)read_word(
        node, "spacing", style_spacings, STYLE_SPACINGS, (int)c->spacing);
    c->breaking = (enum style_breaking)read_word(node, "breaking", breakings,
        (int)G_N_ELEMENTS(breakings), (int)c->breaking);
    c->has_numbers = read_bool(node, "numbers", c->has_numbers);
    c->has_last_line = read_bool(node, "last-line", c->has_last_line);
    c->hangs = read_bool(node, "hanging", c->hangs);
}
