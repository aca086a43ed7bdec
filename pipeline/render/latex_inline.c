/*
 * Character data and inline elements to TeX, and the footnotes and anchors
 * that they bring.
 */
#include "render/latex_parts.h"

#include <string.h>

#include "doc/numbering.h"
#include "render/latex_escape.h"

/* Lines of the source end at the first blank past this column. */
#define SOURCE_COLUMNS 76

/* Longer pieces of running text get breaks, in hundredths of an em. */
#define WORD_MAX 1800

/* True for Han, kana and full-width marks. */
static bool is_wide(gunichar character)
{
    return g_unichar_iswide(character);
}

static bool is_western(gunichar character)
{
    return character != 0 && !is_wide(character) &&
           latex_escape_western(character) == NULL;
}

/* The nearest character before (or after) node in its paragraph, 0: none. */
static gunichar neighbour(const struct doc_node *node, bool is_before)
{
    for (;;) {
        const struct doc_node *next = is_before ? node->previous : node->next;

        if (next == NULL) {
            node = node->parent;
            if (node == NULL || node->kind == DOC_FOOTNOTE ||
                doc_kind_content(node->kind) != DOC_CONTENT_INLINE) {
                return 0;
            }
            continue;
        }
        node = next;
        while (node->kind != DOC_FOOTNOTE && node->first != NULL) {
            node = is_before ? node->last : node->first;
        }
        if (node->kind == DOC_TEXT && node->text_size > 0) {
            const char *bytes = node->as.text;

            return g_utf8_get_char(
                is_before ? g_utf8_prev_char(bytes + node->text_size) : bytes);
        }
        if (node->kind == DOC_BR || node->kind == DOC_REF) {
            return 0;
        }
    }
}

/* Columns taken by the last line of the source; Han take two. */
static size_t source_column(struct latex *latex)
{
    const char *bytes = latex->out->str;

    for (size_t i = latex->measured; i < latex->out->len; i++) {
        if (bytes[i] == '\n') {
            latex->line = i + 1;
        }
    }
    latex->measured = latex->out->len;
    /* Han are three bytes and two columns wide: near enough. */
    return (latex->out->len - latex->line) * 4 / 5;
}

/*
 * Marks that both scripts have stand the Western way in a span of English.
 * In Chinese text quotes do with Western characters (or a blank) on both
 * sides, a closing one as its opening one does; en dashes do between Western
 * characters; the other dashes and dots never do.
 */
static bool stands_western(struct latex *latex, const struct doc_node *node,
    gunichar character, gunichar previous, gunichar next)
{
    bool is_between = is_western(previous) && is_western(next);

    if (!latex->is_chinese) {
        return false; /* the class makes all of them Western */
    }
    if (strcmp(doc_lang(node), "en") == 0) {
        return true;
    }
    switch (character) {
    case 0x201C:
    case 0x2018:
        latex->is_western_quote = is_between;
        return is_between;
    case 0x201D:
        return latex->is_western_quote;
    case 0x2019: /* an apostrophe, or as the quotation that is open */
        return is_between || latex->is_western_quote;
    case 0x2013:
        return is_between;
    default:
        return false;
    }
}

/* Bytes and width of the piece at text that no line break divides. */
static size_t piece_size(const char *text, const char *end, int *width)
{
    const char *at = text;

    while (at < end && *at != ' ' && !is_wide(g_utf8_get_char(at))) {
        at = g_utf8_next_char(at);
    }
    *width = latex_text_width(text, (size_t)(at - text));
    return (size_t)(at - text);
}

/* A state of writing character data: where a long piece may be divided. */
struct pieces {
    const char *end; /* of the piece that was measured last */
    int limit;       /* its breaks; 0: it needs none */
    int width;       /* since the last break */
};

static void measure_piece(
    struct latex *latex, struct pieces *pieces, const char *at, const char *end)
{
    int max = latex->word_max > 0 ? latex->word_max : WORD_MAX;
    int width;

    if (at < pieces->end) {
        return;
    }
    pieces->end = at + MAX(piece_size(at, end, &width), 1);
    pieces->limit = width > max ? max / 3 : 0;
    pieces->width = 0;
}

/* After a character of a long piece. */
static void divide_piece(struct latex *latex, struct pieces *pieces,
    gunichar character, const char *next)
{
    if (pieces->limit == 0 || next >= pieces->end) {
        return;
    }
    pieces->width += latex_char_width(character);
    if (pieces->width >= pieces->limit ||
        (character < 128 && strchr("/._-?&=#:@,;", (int)character) != NULL)) {
        g_string_append(latex->out, "\\allowbreak{}");
        pieces->width = 0;
    }
}

/*
 * A blank, which may be the end of a source line.  Between Han and Western
 * characters xeCJK brings its own; between two Han it would take ours away.
 */
static void write_blank(struct latex *latex, gunichar previous, gunichar next)
{
    bool is_cjk = previous != 0 && next != 0 && latex->is_chinese;

    if (is_cjk && is_wide(previous) && is_wide(next)) {
        g_string_append(latex->out, "\\ ");
    } else if (is_cjk && (is_wide(previous) || is_wide(next))) {
        return;
    } else if (!latex->in_cell && source_column(latex) >= SOURCE_COLUMNS) {
        g_string_append_c(latex->out, '\n');
    } else {
        g_string_append_c(latex->out, ' ');
    }
}

/* A source line ends with a Chinese sentence; xeCJK drops the line end. */
static void end_sentence(struct latex *latex, gunichar character, gunichar next)
{
    bool is_stop = character == 0x3002 || character == 0xFF1B ||
                   character == 0xFF01 || character == 0xFF1F;

    if (is_stop && !latex->in_cell &&
        g_unichar_get_script(next) == G_UNICODE_SCRIPT_HAN) {
        g_string_append_c(latex->out, '\n');
    }
}

static void write_char(struct latex *latex, const struct doc_node *node,
    gunichar character, gunichar previous, gunichar next)
{
    const char *western = latex_escape_western(character);

    if (western != NULL &&
        stands_western(latex, node, character, previous, next)) {
        g_string_append(latex->out, western);
    } else if (character == ' ') {
        write_blank(latex, previous, next);
    } else {
        latex_escape_char(latex->out, character, previous, LATEX_TEXT);
        end_sentence(latex, character, next);
    }
}

static void write_text(struct latex *latex, const struct doc_node *node)
{
    const char *at = node->as.text;
    const char *end = at + node->text_size;
    gunichar previous = neighbour(node, true);
    struct pieces pieces = {at, 0, 0};

    while (at < end) {
        gunichar character = g_utf8_get_char(at);
        const char *after = g_utf8_next_char(at);
        gunichar next =
            after < end ? g_utf8_get_char(after) : neighbour(node, false);

        measure_piece(latex, &pieces, at, end);
        write_char(latex, node, character, previous, next);
        divide_piece(latex, &pieces, character, after);
        previous = character;
        at = after;
    }
}

void latex_anchor(struct latex *latex, const struct doc_node *node)
{
    if (node->id == NULL || !g_hash_table_contains(latex->targets, node->id)) {
        return;
    }
    if (latex->held != NULL) {
        g_ptr_array_add(latex->held, (void *)node);
        return;
    }
    g_string_append(latex->out, "\\anchor{");
    latex_escape(latex->out, node->id, LATEX_LABEL);
    g_string_append_c(latex->out, '}');
}

void latex_label(struct latex *latex, const struct doc_node *node)
{
    if (node->id != NULL) {
        g_string_append(latex->out, "\\label{");
        latex_escape(latex->out, node->id, LATEX_LABEL);
        g_string_append_c(latex->out, '}');
    }
}

void latex_defer_begin(struct latex *latex)
{
    latex->deferred = g_ptr_array_new();
}

void latex_defer_end(struct latex *latex)
{
    GPtrArray *notes = latex->deferred;

    latex->deferred = NULL;
    for (guint i = 0; i < notes->len; i++) {
        const struct doc_node *note = notes->pdata[i];

        g_string_append_printf(latex->out, "\\%s{%s}{",
            doc_is_translation(latex->document, note) ? "secondnotetext"
                                                      : "notetext",
            numbering_of(latex->numbering, note));
        latex_content(latex, note);
        g_string_append(latex->out, "}");
    }
    g_ptr_array_free(notes, TRUE);
}

static bool enter_footnote(struct latex *latex, const struct doc_node *node)
{
    if (latex->deferred != NULL) {
        g_string_append_printf(latex->out, "\\footnotemark[%s]",
            numbering_of(latex->numbering, node));
        g_ptr_array_add(latex->deferred, (void *)node);
        return false;
    }
    if (doc_is_translation(latex->document, node)) {
        /* Its number is that of the note it translates. */
        g_string_append_printf(latex->out, "\\footnote[%s]{",
            numbering_of(latex->numbering, node));
        return true;
    }
    g_string_append(latex->out, "\\footnote{");
    return true;
}

static bool enter_link(struct latex *latex, const struct doc_node *node)
{
    if (node->as.link->href[0] == '#' && doc_has_class(node, "source")) {
        g_string_append(latex->out, "\\sourced{");
        latex_escape(latex->out, node->as.link->href + 1, LATEX_LABEL);
        g_string_append(latex->out, "}{");
    } else if (node->as.link->href[0] == '#') {
        g_string_append(latex->out, "\\hyperref[");
        latex_escape(latex->out, node->as.link->href + 1, LATEX_LABEL);
        g_string_append(latex->out, "]{");
    } else {
        g_string_append(latex->out, "\\href{");
        latex_escape(latex->out, node->as.link->href, LATEX_URL);
        g_string_append(latex->out, "}{");
    }
    return true;
}

/* TeX counts these itself, and the class gives \ref their words. */
static bool has_counter(const struct doc_node *node)
{
    return node->kind == DOC_TABLE || node->kind == DOC_FIGURE ||
           (node->kind == DOC_SECTION &&
               node->as.section.level <= LATEX_LEVELS);
}

static void write_hyperref(
    struct latex *latex, const char *id, const char *text)
{
    g_string_append(latex->out, "\\hyperref[");
    latex_escape(latex->out, id, LATEX_LABEL);
    g_string_append(latex->out, "]{");
    latex_escape(latex->out, text, LATEX_TEXT);
    g_string_append_c(latex->out, '}');
}

static void write_command(
    struct latex *latex, const char *command, const char *id)
{
    g_string_append_printf(latex->out, "\\%s{", command);
    latex_escape(latex->out, id, LATEX_LABEL);
    g_string_append_c(latex->out, '}');
}

/* The heading or caption of a section, table or figure; else all its text. */
static char *target_title(const struct doc_node *target)
{
    const struct doc_node *title = doc_heading(target);

    return doc_text(title != NULL ? title : target);
}

static void write_reference(struct latex *latex, const struct doc_node *node)
{
    const char *id = node->as.ref->to;
    const struct doc_node *target = g_hash_table_lookup(latex->targets, id);
    bool is_second = doc_is_translation(latex->document, node);
    const char *number = numbering_reference(
        is_second ? latex->translated : latex->numbering, target);
    g_autofree char *title = NULL;

    switch (node->as.ref->what) {
    case DOC_REF_PAGE:
        write_command(latex, "pageof", id);
        return;
    case DOC_REF_NUMBER:
        if (number != NULL && has_counter(target) && !is_second) {
            write_command(latex, "ref", id);
            return;
        }
        if (number != NULL) {
            write_hyperref(latex, id, number);
            return;
        }
        break; /* its title says where to look */
    case DOC_REF_TITLE:
        break;
    }
    title = target_title(target);
    write_hyperref(latex, id, title);
}

/* What stands before and after the content; NULL: a function does it. */
static const struct {
    const char *before;
    const char *after;
} marks[DOC_KIND_COUNT] = {
    [DOC_A] = {NULL, "}"},
    [DOC_EM] = {"\\emph{", "}"},
    [DOC_STRONG] = {"\\textbf{", "}"},
    [DOC_SPAN] = {"", ""},
    [DOC_SUP] = {"\\textsuperscript{", "}"},
    [DOC_SUB] = {"\\textsubscript{", "}"},
    [DOC_FOOTNOTE] = {NULL, "}"},
    [DOC_BR] = {"\\br{}", ""},
};

/* The second language of a cell, in a style of its own. */
static bool is_second_text(
    const struct latex *latex, const struct doc_node *node)
{
    return node->kind == DOC_SPAN && doc_has_class(node, "translation") &&
           doc_is_translation(latex->document, node);
}

bool latex_inline_enter(struct latex *latex, const struct doc_node *node)
{
    if (node->kind == DOC_TEXT) {
        write_text(latex, node);
        return false;
    }
    if (node->kind == DOC_FOOTNOTE) {
        return enter_footnote(latex, node);
    }
    latex_anchor(latex, node);
    if (is_second_text(latex, node)) {
        g_string_append(latex->out, "\\second{");
        return true;
    }
    if (node->kind == DOC_REF) {
        write_reference(latex, node);
        return false;
    }
    if (node->kind == DOC_A) {
        return enter_link(latex, node);
    }
    g_string_append(latex->out, marks[node->kind].before);
    return true;
}

void latex_inline_leave(struct latex *latex, const struct doc_node *node)
{
    g_string_append(latex->out,
        is_second_text(latex, node) ? "}" : marks[node->kind].after);
}
