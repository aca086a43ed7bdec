/*
 * A scanner that knows just enough of XML to find elements and attributes by
 * their places in the bytes, which a tree does not keep.
 */
#include "xml/redact.h"

#include <string.h>

#include "base/diag.h"

/* A piece of markup, from its "<" to behind its ">". */
struct markup {
    const char *begin;
    const char *end;
    const char *name; /* local; NULL: a comment or the like */
    size_t name_size;
    bool opens;  /* <a ...> */
    bool closes; /* </a>, and <a/>, which opens too */
};

/* An attribute with the white space before it. */
struct attribute {
    const char *begin;
    const char *name;
    size_t name_size;
    const char *value;
    size_t value_size;
    const char *end; /* behind the closing quote */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool ends_name(char c)
{
    return is_blank(c) || c == '/' || c == '>' || c == '=';
}

/* Behind the next stop, or the end. */
static const char *behind(const char *at, const char *end, const char *stop)
{
    const char *found =
        g_strstr_len(at, (gssize)(end - at), stop);

    return found != NULL ? found + strlen(stop) : end;
}

/* Behind the tag at "at"; ">" may stand in a quoted value. */
static const char *behind_tag(const char *at, const char *end)
{
    char quote = '\0';

    for (; at < end; at++) {
        if (quote != '\0') {
            quote = *at == quote ? '\0' : quote;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (*at == '>') {
            return at + 1;
        }
    }
    return end;
}

static bool begins(const char *at, const char *end, const char *with)
{
    size_t size = strlen(with);

    return (size_t)(end - at) >= size && memcmp(at, with, size) == 0;
}

static void read_name(struct markup *markup)
{
    const char *at = markup->begin + (markup->opens ? 1 : 2);

    markup->name = at;
    for (; at < markup->end && !ends_name(*at); at++) {
        if (*at == ':') {
            markup->name = at + 1;
        }
    }
    markup->name_size = (size_t)(at - markup->name);
}

/* The next markup at or behind "at"; false: there is none. */
static bool next_markup(const char *at, const char *end, struct markup *markup)
{
    *markup = (struct markup){.begin = memchr(at, '<', (size_t)(end - at))};
    if (markup->begin == NULL) {
        return false;
    }
    if (begins(markup->begin, end, "<!--")) {
        markup->end = behind(markup->begin + 4, end, "-->");
    } else if (begins(markup->begin, end, "<![CDATA[")) {
        markup->end = behind(markup->begin, end, "]]>");
    } else if (begins(markup->begin, end, "<?")) {
        markup->end = behind(markup->begin, end, "?>");
    } else {
        markup->end = behind_tag(markup->begin, end);
        markup->opens = !begins(markup->begin, end, "</");
        markup->closes = !markup->opens ||
                         (markup->end - markup->begin > 2 &&
                             markup->end[-2] == '/');
        read_name(markup);
    }
    return true;
}

static bool is_called(const struct markup *markup, const char *name)
{
    return markup->name != NULL && markup->name_size == strlen(name) &&
           memcmp(markup->name, name, markup->name_size) == 0;
}

/* The attribute at or behind "at"; false: the tag has no more. */
static bool next_attribute(
    const char *at, const struct markup *tag, struct attribute *attribute)
{
    char quote;

    attribute->begin = at;
    while (at < tag->end && is_blank(*at)) {
        at++;
    }
    attribute->name = at;
    while (at < tag->end && !ends_name(*at)) {
        at++;
    }
    attribute->name_size = (size_t)(at - attribute->name);
    while (at < tag->end && *at != '"' && *at != '\'') {
        at++;
    }
    if (attribute->name_size == 0 || at >= tag->end) {
        return false;
    }
    quote = *at++;
    attribute->value = at;
    while (at < tag->end && *at != quote) {
        at++;
    }
    attribute->value_size = (size_t)(at - attribute->value);
    attribute->end = at < tag->end ? at + 1 : at;
    return true;
}

static bool is_named(const struct attribute *attribute, const char *name)
{
    return attribute->name_size == strlen(name) &&
           memcmp(attribute->name, name, attribute->name_size) == 0;
}

static const char *behind_name(const struct markup *tag)
{
    return tag->name + tag->name_size;
}

/* ---- Finding ---- */

/* That letter, with blanks around it or not. */
static bool is_letter(const struct attribute *attribute, const char *letter)
{
    g_autofree char *value =
        g_strndup(attribute->value, attribute->value_size);

    return strcmp(g_strstrip(value), letter) == 0;
}

static bool is_confidential(const struct markup *tag)
{
    struct attribute attribute;

    for (const char *at = behind_name(tag);
         next_attribute(at, tag, &attribute); at = attribute.end) {
        if (is_named(&attribute, "confStatus")) {
            return !is_letter(&attribute, "F");
        }
    }
    return false;
}

/* Behind the end tag of the element that the tag opens. */
static const char *behind_element(const struct markup *tag, const char *end)
{
    g_autofree char *name = g_strndup(tag->name, tag->name_size);
    struct markup markup = *tag;

    while (!(markup.closes && is_called(&markup, name)) &&
           next_markup(markup.end, end, &markup)) {
    }
    return markup.begin != NULL ? markup.end : end;
}

bool redact_next(const char *bytes, size_t size, size_t from,
    struct redact_span *span)
{
    const char *end = bytes + size;
    struct markup markup = {.end = bytes + from};

    if (g_strstr_len(markup.end, (gssize)(size - from), "confStatus") == NULL) {
        return false;
    }
    while (next_markup(markup.end, end, &markup)) {
        if (markup.opens && is_called(&markup, "obs") &&
            is_confidential(&markup)) {
            span->begin = (size_t)(markup.begin - bytes);
            span->end = (size_t)(behind_element(&markup, end) - bytes);
            return true;
        }
    }
    return false;
}

static int count_lines(const char *begin, const char *end)
{
    int count = 0;

    for (; begin < end; begin++) {
        count += *begin == '\n';
    }
    return count;
}

void redact_conceal(
    const char *path, const char *bytes, size_t size, struct diag *diag)
{
    struct redact_span span;
    size_t from = 0;
    int line = 1;

    while (redact_next(bytes, size, from, &span)) {
        int last;

        line += count_lines(bytes + from, bytes + span.begin);
        last = line + count_lines(bytes + span.begin, bytes + span.end);
        diag_conceal_lines(diag, path, line, last);
        line = last;
        from = span.end;
    }
}

/* ---- Writing ---- */

/* Of what goes, the line breaks stay. */
static void keep_lines(const char *begin, const char *end, GString *out)
{
    for (; begin < end; begin++) {
        if (*begin == '\n' || *begin == '\r') {
            g_string_append_c(out, *begin);
        }
    }
}

static void append(const char *begin, const char *end, GString *out)
{
    g_string_append_len(out, begin, (gssize)(end - begin));
}

/* The attribute with another value in its place. */
static void replace(
    const struct attribute *attribute, const char *value, GString *out)
{
    append(attribute->begin, attribute->value, out);
    g_string_append(out, value);
    keep_lines(attribute->value, attribute->value + attribute->value_size, out);
    append(attribute->value + attribute->value_size, attribute->end, out);
}

static void write_obs_tag(const struct markup *tag, GString *out)
{
    static const char *const removed[] = {"value", "decimals", "qualifier"};
    const char *at = behind_name(tag);
    bool has_status = false;
    struct attribute attribute;

    append(tag->begin, at, out);
    for (; next_attribute(at, tag, &attribute); at = attribute.end) {
        bool goes = false;

        for (size_t i = 0; i < G_N_ELEMENTS(removed); i++) {
            goes = goes || is_named(&attribute, removed[i]);
        }
        if (goes) {
            keep_lines(attribute.begin, attribute.end, out);
        } else if (is_named(&attribute, "status") &&
                   !is_letter(&attribute, "B")) {
            replace(&attribute, "Q", out);
            has_status = true;
        } else {
            has_status = has_status || is_named(&attribute, "status");
            append(attribute.begin, attribute.end, out);
        }
    }
    if (!has_status) {
        g_string_append(out, " status=\"Q\"");
    }
    append(at, tag->end, out);
}

static void write_cite_tag(const struct markup *tag, GString *out)
{
    const char *at = behind_name(tag);
    struct attribute attribute;

    append(tag->begin, at, out);
    for (; next_attribute(at, tag, &attribute); at = attribute.end) {
        if (is_named(&attribute, "token")) {
            replace(&attribute, REDACT_TOKEN, out);
        } else {
            append(attribute.begin, attribute.end, out);
        }
    }
    append(at, tag->end, out);
}

void redact_obs(const char *bytes, const struct redact_span *span, GString *out)
{
    const char *at = bytes + span->begin;
    const char *end = bytes + span->end;
    struct markup markup;

    while (next_markup(at, end, &markup)) {
        append(at, markup.begin, out);
        at = markup.end;
        if (markup.name == NULL) {
            keep_lines(markup.begin, at, out);
        } else if (markup.opens && is_called(&markup, "obs")) {
            write_obs_tag(&markup, out);
        } else if (markup.opens && is_called(&markup, "cite")) {
            write_cite_tag(&markup, out);
        } else if (markup.opens && (is_called(&markup, "base") ||
                                       is_called(&markup, "change"))) {
            at = behind_element(&markup, end);
            keep_lines(markup.begin, at, out);
        } else {
            append(markup.begin, at, out);
        }
    }
    append(at, end, out);
}

GString *redact_dataset(const char *bytes, size_t size)
{
    GString *out = NULL;
    struct redact_span span;
    size_t from = 0;

    while (redact_next(bytes, size, from, &span)) {
        if (out == NULL) {
            out = g_string_sized_new(size);
        }
        g_string_append_len(out, bytes + from, (gssize)(span.begin - from));
        redact_obs(bytes, &span, out);
        from = span.end;
    }
    if (out == NULL) {
        return NULL;
    }
    g_string_append_len(out, bytes + from, (gssize)(size - from));
    if (out->len == size && memcmp(out->str, bytes, size) == 0) {
        g_string_free(out, TRUE);
        return NULL;
    }
    return out;
}
