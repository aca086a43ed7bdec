/*
 * The functions of templates that make numbers of strings, or compare them.
 */
#include "doc/functions_parts.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/number.h"
#include "doc/origin.h"
#include "xml/marks.h"

static const char *const no_number = N_("the value is not a number");

char *functions_or_fault(char *text, const char **fault)
{
    if (text == NULL) {
        *fault = no_number;
    }
    return text;
}

char *functions_plain_text(const struct xslt_argument *argument)
{
    char *text = g_strdup(xslt_text(argument));

    marks_drop(text);
    return text;
}

int functions_int(const char *text, int absent)
{
    return text != NULL && *text != '\0' ? (int)strtol(text, NULL, 10) : absent;
}

typedef char *(*number_form)(
    const struct format *format, const char *value, int decimals);

/* t:number(value, decimals) and its like; without decimals: as written. */
static char *formed(struct functions *functions, number_form form,
    const struct xslt_argument *arguments, size_t count, const char **fault)
{
    int decimals = count > 1 ? functions_int(xslt_text(&arguments[1]), -1) : -1;
    g_autofree char *value = functions_plain_text(&arguments[0]);

    return functions_or_fault(form(functions->format, value, decimals), fault);
}

char *functions_number(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    return origin_mark(&arguments[0],
        formed(data, format_number, arguments, count, fault));
}

char *functions_signed(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    return origin_mark(&arguments[0],
        formed(data, format_signed, arguments, count, fault));
}

char *functions_magnitude(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    return origin_mark(&arguments[0],
        formed(data, format_magnitude, arguments, count, fault));
}

/* -1, 0 or 1: of a value as it is printed, or of a against b. */
char *functions_sign(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    g_autofree char *text =
        formed(data, format_signed, arguments, count, fault);

    if (text == NULL) {
        return NULL;
    }
    return g_strdup(*text == '+'                  ? "1"
                    : g_ascii_isdigit(*text) != 0 ? "0"
                                                  : "-1");
}

char *functions_compare(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    g_autofree char *left = functions_plain_text(&arguments[0]);
    g_autofree char *right = functions_plain_text(&arguments[1]);
    g_autoptr(number) a = number_parse(left);
    g_autoptr(number) b = number_parse(right);
    int order;

    (void)data;
    (void)count;
    if (a == NULL || b == NULL) {
        *fault = no_number;
        return NULL;
    }
    order = number_compare(a, b);
    return g_strdup(order < 0 ? "-1" : order > 0 ? "1" : "0");
}

/* t:size(bytes): of a file. */
char *functions_size(void *data, const struct xslt_argument *arguments,
    size_t count, const char **fault)
{
    struct functions *functions = data;

    (void)count;
    return functions_or_fault(
        format_size(functions->format, xslt_text(&arguments[0])), fault);
}
