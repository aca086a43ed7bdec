/*
 * From the messages that sdmx_write_*.c wrote back to the dataset's XML.  A
 * title of an annotation is the attributes of an element as XML writes them,
 * and its type the path of the element: whatever comes of it is checked by the
 * dataset's schema afterwards, as if somebody had typed it.
 */
#include "exchange/sdmx_own.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/sdmx_markup.h"
#include "exchange/sdmx_reader.h"

#define NAMESPACE "urn:gongbao:dataset:1"

struct own {
    const struct sdmx_reader *reader;
    GString *out;
};

/* ---- Annotations ---- */

/* The path in the type of an annotation of ours; NULL: it is another's. */
static const char *path_of(const struct sdmx_annotation *annotation)
{
    return annotation->type != NULL &&
                   g_str_has_prefix(annotation->type, SDMX_TYPE)
               ? annotation->type + strlen(SDMX_TYPE)
               : NULL;
}

/* The one whose path is a name alone. */
static const struct sdmx_annotation *find(
    const struct sdmx_annotation *first, const char *path)
{
    while (first != NULL && g_strcmp0(path_of(first), path) != 0) {
        first = first->next;
    }
    return first;
}

bool sdmx_own_is(const struct sdmx_reader *reader)
{
    return reader->definition != NULL &&
           find(reader->definition->annotations.first, "dataset") != NULL;
}

static void append_escaped(GString *out, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);

    g_string_append(out, escaped);
}

static void append_attribute(GString *out, const char *name, const char *value)
{
    if (value != NULL) {
        g_string_append_printf(out, " %s=\"", name);
        append_escaped(out, value);
        g_string_append_c(out, '"');
    }
}

static void append_texts(GString *out, const char *name, const char *title,
    const struct cube_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        g_string_append_printf(out, "<%s", name);
        append_attribute(out, "xml:lang", texts->items[i].lang);
        if (title != NULL) {
            g_string_append_printf(out, " %s", title);
        }
        g_string_append_c(out, '>');
        append_escaped(out, texts->items[i].text);
        g_string_append_printf(out, "</%s>\n", name);
    }
}

static size_t depth_of(const char *path)
{
    size_t depth = 1;

    for (; *path != '\0'; path++) {
        depth += *path == '/';
    }
    return depth;
}

static void close_to(GString *out, GPtrArray *open, size_t depth)
{
    while (open->len > depth) {
        g_string_append_printf(out, "</%s>\n",
            (const char *)g_ptr_array_index(open, open->len - 1));
        g_ptr_array_set_size(open, (int)open->len - 1);
    }
}

/*
 * The elements that annotations stand for, in order; those with the path but
 * are left out, and of the others those that begin with begin, or do not.
 */
static void append_elements(GString *out, const struct sdmx_annotation *first,
    const char *but, const char *begin, bool begins)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();

    for (; first != NULL; first = first->next) {
        const char *path = path_of(first);
        const char *slash = path != NULL ? strrchr(path, '/') : NULL;
        const char *name = slash != NULL ? slash + 1 : path;

        if (path == NULL || strcmp(path, but) == 0 ||
            (begin != NULL && g_str_has_prefix(path, begin) != begins)) {
            continue;
        }
        close_to(out, open, depth_of(path) - 1);
        if (first->texts.count > 0) {
            append_texts(out, name, first->title, &first->texts);
            continue;
        }
        g_string_append_printf(out, "<%s%s%s>", name,
            first->title != NULL ? " " : "",
            first->title != NULL ? first->title : "");
        g_ptr_array_add(open, (gpointer)name);
    }
    close_to(out, open, 0);
}

/* ---- Declarations ---- */

static const struct {
    const char *list;
    const char *id;
    const char *element;
    const char *name;
} lists[] = {
    {"sources", "CL_SOURCE", "source", "title"},
    {"units", "CL_UNIT", "unit", "label"},
    {"themes", "CL_THEME", "theme", "label"},
    {"indicators", "CL_INDICATOR", "indicator", "label"},
};

static void append_code(struct own *own, const struct sdmx_code *code,
    const char *element, const char *name)
{
    const struct sdmx_annotation *first = code->annotations.first;
    const struct sdmx_annotation *self = find(first, element);

    g_string_append_printf(own->out, "<%s", element);
    append_attribute(own->out, "id", code->id);
    if (self != NULL && self->title != NULL) {
        g_string_append_printf(own->out, " %s", self->title);
    }
    g_string_append_c(own->out, '>');
    if (find(first, name) == NULL) {
        append_texts(own->out, name, NULL, &code->names);
    }
    append_texts(own->out, "definition", NULL, &code->descriptions);
    append_elements(own->out, first, element, NULL, false);
    g_string_append_printf(own->out, "</%s>\n", element);
}

static void append_list(struct own *own, const char *id, const char *list,
    const char *element, const char *name)
{
    const struct sdmx_list *codes =
        sdmx_structures_lookup_list(own->reader->structures, id);

    g_string_append_printf(own->out, "<%s>\n", list);
    for (guint i = 0; codes != NULL && i < codes->codes->len; i++) {
        append_code(own, g_ptr_array_index(codes->codes, i), element, name);
    }
    g_string_append_printf(own->out, "</%s>\n", list);
}

/* ---- Observations ---- */

static const char *key_of(
    const struct own *own, const struct cube_obs *obs, const char *id)
{
    const struct cube *cube = own->reader->cube;
    const struct cube_component *component = cube_lookup_component(cube, id);
    const struct cube_series *series =
        g_ptr_array_index(cube->series, obs->series);

    return component != NULL && component->role == CUBE_DIMENSION
               ? series->key[component->index]
               : NULL;
}

static const char *attribute_of(
    const struct own *own, const struct cube_obs *obs, const char *id)
{
    const struct cube_value *value =
        cube_attribute(own->reader->cube, obs, id, 0);

    return value != NULL ? value->text : NULL;
}

static const struct sdmx_annotation *indicator_of(
    const struct own *own, const char *id)
{
    const struct sdmx_list *list =
        sdmx_structures_lookup_list(own->reader->structures, "CL_INDICATOR");

    for (guint i = 0; list != NULL && id != NULL && i < list->codes->len;
         i++) {
        const struct sdmx_code *code = g_ptr_array_index(list->codes, i);

        if (strcmp(code->id, id) == 0) {
            return find(code->annotations.first, "indicator");
        }
    }
    return NULL;
}

/* True if attributes as XML writes them have this one; NULL: there are none. */
static bool has(const char *attributes, const char *text)
{
    const char *found = attributes != NULL ? strstr(attributes, text) : NULL;

    return found != NULL && (found == attributes || found[-1] == ' ');
}

/*
 * DETAIL is <obs ATTRIBUTES>CHILDREN</obs>; in what ATTRIBUTES say, ">" is
 * escaped.  Both are "" where it is something else.
 */
static void read_detail(const char *detail, char **attributes, char **children)
{
    const char *end = detail != NULL ? strchr(detail, '>') : NULL;

    *attributes = *children = NULL;
    if (end != NULL && g_str_has_prefix(detail, "<obs") &&
        g_str_has_suffix(end, "</obs>")) {
        const char *begin = detail + strlen("<obs");

        *attributes = g_strstrip(g_strndup(begin, (gsize)(end - begin)));
        *children = g_strndup(end + 1, strlen(end + 1) - strlen("</obs>"));
    } else {
        *attributes = g_strdup("");
        *children = g_strdup("");
    }
}

/* The inverse of a tenth, digit for digit. */
static char *ten_times(const char *value)
{
    bool is_negative = value[0] == '-';
    const char *digits = value + is_negative;
    size_t whole = strcspn(digits, ".");
    const char *rest = digits[whole] == '.' ? digits + whole + 1 : "";
    bool is_small = whole == 1 && digits[0] == '0' && rest[0] != '\0';

    if (rest[0] == '\0') {
        return g_strdup_printf("%s0", value);
    }
    return g_strdup_printf("%s%.*s%c%s%s", is_negative ? "-" : "",
        is_small ? 0 : (int)whole, digits, rest[0],
        rest[1] != '\0' ? "." : "", rest + 1);
}

static void append_value(struct own *own, const struct cube_obs *obs,
    const char *self, const char *indicator)
{
    bool is_hundred_millions =
        has(self, "unitMult=\"8\"") ||
        (!has(self, "unitMult=") && has(indicator, "unitMult=\"8\""));

    if (obs->value != NULL && is_hundred_millions &&
        g_strcmp0(attribute_of(own, obs, "UNIT_MULT"), "9") == 0) {
        g_autofree char *value = ten_times(obs->value);

        append_attribute(own->out, "value", value);
    } else {
        append_attribute(own->out, "value", obs->value);
    }
}

static void append_obs(struct own *own, const struct cube_obs *obs)
{
    const char *id = key_of(own, obs, "INDICATOR");
    const char *phase = key_of(own, obs, "TIME_PHASE");
    const struct sdmx_annotation *declared = indicator_of(own, id);
    const char *indicator = declared != NULL ? declared->title : NULL;
    g_autofree char *self = NULL;
    g_autofree char *children = NULL;
    bool is_unknown = phase != NULL && g_str_has_prefix(phase, "_U");
    GString *out = own->out;

    read_detail(attribute_of(own, obs, "DETAIL"), &self, &children);
    g_string_append(out, "<obs");
    append_attribute(out, "indicator", id);
    append_attribute(out, "period", is_unknown ? "unknown" : obs->period);
    if (phase != NULL && g_str_has_suffix(phase, "START")) {
        append_attribute(out, "phase", "start");
    } else if (phase != NULL && g_str_has_suffix(phase, "END")) {
        append_attribute(out, "phase", "end");
    }
    append_value(own, obs, self, indicator);
    append_attribute(out, "qualifier", attribute_of(own, obs, "QUALIFIER"));
    if (!has(indicator, "kind=\"event\"")) {
        append_attribute(out, "status", attribute_of(own, obs, "OBS_STATUS"));
    }
    if (g_strcmp0(attribute_of(own, obs, "CONF_STATUS"), "F") != 0) {
        append_attribute(
            out, "confStatus", attribute_of(own, obs, "CONF_STATUS"));
    }
    g_string_append_printf(out, " %s>%s</obs>\n", self, children);
}

/* An observation and its place in the dataset. */
struct placed {
    long sequence;
    guint index;
};

static gint compare_placed(gconstpointer a, gconstpointer b)
{
    const struct placed *left = a;
    const struct placed *right = b;

    return (left->sequence > right->sequence) -
           (left->sequence < right->sequence);
}

static GArray *place_all(const struct own *own)
{
    const struct cube *cube = own->reader->cube;
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct placed));

    for (guint i = 0; i < cube->obs->len; i++) {
        const struct cube_obs *obs =
            &g_array_index(cube->obs, struct cube_obs, i);
        const char *sequence = attribute_of(own, obs, "SEQUENCE");
        struct placed placed = {
            sequence != NULL ? strtol(sequence, NULL, 10) : (long)i, i};

        g_array_append_val(all, placed);
    }
    g_array_sort(all, compare_placed);
    return all;
}

static void append_all_obs(struct own *own)
{
    g_autoptr(GArray) all = place_all(own);

    g_string_append(own->out, "<observations>\n");
    for (guint i = 0; i < all->len; i++) {
        const struct placed *placed = &g_array_index(all, struct placed, i);

        append_obs(own, &g_array_index(own->reader->cube->obs,
                            struct cube_obs, placed->index));
    }
    g_string_append(own->out, "</observations>\n");
}

/* ---- The dataset ---- */

static void append_area(struct own *own)
{
    const struct sdmx_list *list =
        sdmx_structures_lookup_list(own->reader->structures, "CL_AREA");

    if (list != NULL && list->codes->len > 0) {
        const struct sdmx_code *code = g_ptr_array_index(list->codes, 0);

        append_texts(own->out, "refArea", NULL, &code->names);
    }
}

GString *sdmx_own_write(const struct sdmx_reader *reader)
{
    struct own own = {reader, g_string_new(NULL)};
    const struct sdmx_annotation *first =
        reader->definition->annotations.first;
    const struct sdmx_annotation *self = find(first, "dataset");

    g_string_append_printf(own.out, "<dataset xmlns=\"%s\" %s>\n", NAMESPACE,
        self->title != NULL ? self->title : "");
    append_texts(own.out, "title", NULL, &reader->definition->names);
    append_elements(own.out, first, "dataset", "publisher", true);
    append_area(&own);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        append_list(&own, lists[i].id, lists[i].list, lists[i].element,
            lists[i].name);
    }
    append_all_obs(&own);
    append_elements(own.out, first, "dataset", "publisher", false);
    g_string_append(own.out, "</dataset>\n");
    return own.out;
}
