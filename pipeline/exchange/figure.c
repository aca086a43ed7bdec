/*
 * Most cells are plain figures already; the others lose, in this order, the
 * marks beside them, the width of their characters, their sign of percent and
 * what parts their thousands.  No digit is lost or added but a nought before
 * a point that has none.
 */
#include "exchange/figure.h"

#include <string.h>

#define FIGURE_MAX 40
#define GROUP_DIGITS 3

void figure_init(struct figure *figure)
{
    figure->text = g_string_new(NULL);
    figure->flags = g_ptr_array_new();
}

void figure_clear(struct figure *figure)
{
    g_string_free(figure->text, TRUE);
    g_ptr_array_unref(figure->flags);
}

/* As the schema has it: -?(0|[1-9][0-9]*)(\.[0-9]+)? of 40 characters. */
static bool is_plain(const char *text)
{
    const char *p = text + (*text == '-');

    if (!g_ascii_isdigit(*p) || (*p == '0' && g_ascii_isdigit(p[1]))) {
        return false;
    }
    while (g_ascii_isdigit(*p)) {
        p++;
    }
    if (*p == '.') {
        p++;
        if (!g_ascii_isdigit(*p)) {
            return false;
        }
        while (g_ascii_isdigit(*p)) {
            p++;
        }
    }
    return *p == '\0' && p - text <= FIGURE_MAX;
}

static void strip(GString *text)
{
    g_strstrip(text->str);
    g_string_truncate(text, strlen(text->str));
}

/* Takes the longest mark from either end; false: there is none. */
static bool take_flag(struct figure *figure, const struct mapping *mapping)
{
    const struct mapping_flag *best = NULL;
    GString *text = figure->text;

    for (size_t i = 0; i < mapping->flag_count; i++) {
        const struct mapping_flag *flag = &mapping->flags[i];

        if ((g_str_has_suffix(text->str, flag->text) ||
                g_str_has_prefix(text->str, flag->text)) &&
            (best == NULL || strlen(flag->text) > strlen(best->text))) {
            best = flag;
        }
    }
    if (best == NULL) {
        return false;
    }
    if (g_str_has_suffix(text->str, best->text)) {
        g_string_truncate(text, text->len - strlen(best->text));
    } else {
        g_string_erase(text, 0, (gssize)strlen(best->text));
    }
    strip(text);
    g_ptr_array_add(figure->flags, (gpointer)best);
    return true;
}

/* Full-width characters become those that figures are written with. */
static void narrow(struct figure *figure)
{
    g_autofree char *wide = g_strdup(figure->text->str);

    g_string_truncate(figure->text, 0);
    for (const char *p = wide; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c >= 0xFF01 && c <= 0xFF5E) {
            figure->was_wide = true;
            c -= 0xFEE0;
        } else if (c == 0x2212) {
            c = '-';
        } else if (c == 0xA0 || c == 0x2009 || c == 0x202F || c == 0x3000) {
            c = ' ';
        }
        g_string_append_unichar(figure->text, c);
    }
    strip(figure->text);
}

/* Drops what parts thousands: 1 to 3 digits, then 3 each time. */
static bool join_groups(GString *text, char thousands)
{
    const char *point = strchr(text->str, '.');
    size_t whole = point != NULL ? (size_t)(point - text->str) : text->len;
    size_t from = text->str[0] == '-';
    g_autoptr(GString) joined = g_string_new_len(text->str, (gssize)from);
    size_t run = 0;
    bool has_groups = false;

    for (size_t i = from; i < whole; i++) {
        if (text->str[i] != thousands) {
            g_string_append_c(joined, text->str[i]);
            run++;
            continue;
        }
        if (run == 0 || run > GROUP_DIGITS ||
            (has_groups && run != GROUP_DIGITS)) {
            return false;
        }
        has_groups = true;
        run = 0;
    }
    if (has_groups && run != GROUP_DIGITS) {
        return false;
    }
    g_string_append(joined, text->str + whole);
    g_string_assign(text, joined->str);
    return true;
}

static bool is_exponent(const char *text)
{
    const char *e = strpbrk(text, "eE");

    return e != NULL && e > text && g_ascii_isdigit(e[-1]) &&
           g_ascii_isdigit(e[1 + (e[1] == '+' || e[1] == '-')]);
}

static enum figure_fault read_rest(struct figure *figure,
    const struct mapping *mapping, const char *percent)
{
    GString *text = figure->text;

    while (take_flag(figure, mapping)) {
    }
    narrow(figure);
    if (g_str_has_suffix(text->str, "%") || g_str_has_suffix(text->str, "‰")) {
        if (percent == NULL || !g_str_has_suffix(text->str, percent)) {
            return FIGURE_PERCENT;
        }
        g_string_truncate(text, text->len - strlen(percent));
        strip(text);
    }
    if (text->str[0] == '+') {
        g_string_erase(text, 0, 1);
    }
    if (mapping->thousands != '\0' &&
        strchr(text->str, mapping->thousands) != NULL &&
        !join_groups(text, mapping->thousands)) {
        return FIGURE_GROUPS;
    }
    if (text->str[text->str[0] == '-'] == '.') {
        g_string_insert_c(text, text->str[0] == '-', '0');
    }
    return is_plain(text->str)              ? FIGURE_GOOD
           : is_exponent(text->str)         ? FIGURE_EXPONENT
           : strchr(text->str, ',') != NULL ? FIGURE_COMMA
                                            : FIGURE_TEXT;
}

bool figure_read(struct figure *figure, const struct mapping *mapping,
    const char *text, const char *percent)
{
    g_string_assign(figure->text, text);
    g_ptr_array_set_size(figure->flags, 0);
    figure->was_wide = false;
    figure->fault = FIGURE_GOOD;
    if (!is_plain(text)) {
        figure->fault = read_rest(figure, mapping, percent);
    }
    return figure->fault == FIGURE_GOOD;
}
