/*
 * What is marked on a page (ISO 32000-1, 14.6), and U2: all that is shown is
 * marked, as content of an element or as an artifact, and neither holds the
 * other (ISO 14289-1, 7.1).
 */
#include <stdlib.h>
#include <string.h>

#include "tagged.h"

enum mark_kind {
    ARTIFACT,
    SEQUENCE, /* with an MCID */
    OTHER,
};

struct mark {
    enum mark_kind kind;
    bool in_text;  /* began within BT and ET */
    bool replaces; /* by ActualText what is in it */
};

struct operand {
    char kind; /* of its first character: / < ( [ or 0 */
    GString *text;
};

struct reader {
    struct tagged *tagged;
    struct page *page;
    size_t index;
    qpdf_oh fonts;
    qpdf_oh properties;
    const struct codes *codes;
    GArray *marks;    /* of struct mark */
    GArray *operands; /* of struct operand */
    struct sequence *sequence;
    int replaced; /* marks around that replace the text */
    bool in_text;
};

static void tell(struct reader *reader, const char *what)
{
    find(reader->tagged, "u2", NULL, "page %zu: %s", reader->index + 1, what);
}

static void clear_operand(void *data)
{
    g_string_free(((struct operand *)data)->text, TRUE);
}

/* --- tokens --- */

static bool is_delimiter(char c)
{
    return c == '\0' || strchr("/<>()[] \t\r\n\f", c) != NULL;
}

/* The end of a string or dictionary that begins at p, nested ones included. */
static const char *end_of(const char *p, const char *end, char open, char close)
{
    int depth = 0;

    for (; p < end; p++) {
        if (*p == '\\' && open == '(') {
            p++;
        } else if (*p == open) {
            depth++;
        } else if (*p == close && --depth == 0) {
            return p + 1;
        }
    }
    return end;
}

static void decode_hex(GString *out, const char *p, const char *end)
{
    int high = -1;

    for (; p < end; p++) {
        int digit = g_ascii_xdigit_value(*p);

        if (digit >= 0 && high >= 0) {
            g_string_append_c(out, (char)(high << 4 | digit));
            high = -1;
        } else if (digit >= 0) {
            high = digit;
        }
    }
    if (high >= 0) {
        g_string_append_c(out, (char)(high << 4));
    }
}

static const char *decode_escape(GString *out, const char *p)
{
    static const char letters[] = "nrtbf";
    static const char values[] = "\n\r\t\b\f";
    const char *letter = strchr(letters, *p);
    int code = 0;
    int digits = 0;

    while (digits < 3 && p[digits] >= '0' && p[digits] <= '7') {
        code = code * 8 + (p[digits++] - '0');
    }
    if (digits > 0) {
        g_string_append_c(out, (char)code);
        return p + digits - 1;
    }
    g_string_append_c(
        out, letter != NULL && *letter != '\0' ? values[letter - letters] : *p);
    return p;
}

static void decode_literal(GString *out, const char *p, const char *end)
{
    for (; p < end; p++) {
        if (*p == '\\') {
            p = decode_escape(out, p + 1);
        } else {
            g_string_append_c(out, *p);
        }
    }
}

/* One operand that is no number; returns what is behind it. */
static const char *read_operand(
    struct reader *reader, const char *p, const char *end)
{
    struct operand operand = {.kind = *p, .text = g_string_new(NULL)};
    const char *behind;

    if (*p == '<' && p[1] == '<') {
        behind = end_of(p, end, '<', '>');
        operand.kind = 'd';
        g_string_append_len(operand.text, p, behind - p);
    } else if (*p == '<') {
        behind = end_of(p, end, '<', '>');
        decode_hex(operand.text, p + 1, behind - 1);
    } else if (*p == '(') {
        behind = end_of(p, end, '(', ')');
        decode_literal(operand.text, p + 1, behind - 1);
    } else {
        behind = p + 1;
        while (behind < end && !is_delimiter(*behind)) {
            behind++;
        }
        g_string_append_len(operand.text, p + 1, behind - p - 1);
    }
    g_array_append_val(reader->operands, operand);
    return behind;
}

/* The operand of a kind that was read last, or NULL. */
static const GString *last_operand(const struct reader *reader, char kind)
{
    for (guint i = reader->operands->len; i > 0; i--) {
        const struct operand *operand =
            &g_array_index(reader->operands, struct operand, i - 1);

        if (operand->kind == kind) {
            return operand->text;
        }
    }
    return NULL;
}

/* --- operators --- */

/* The property list of BDC, in place or by its name; to be released. */
static qpdf_oh properties_of(const struct reader *reader)
{
    qpdf_data qpdf = reader->tagged->qpdf;
    const GString *dict = last_operand(reader, 'd');
    const GString *name = last_operand(reader, '/');
    char *key;
    qpdf_oh result;

    if (dict != NULL) {
        return qpdf_oh_parse(qpdf, dict->str);
    }
    if (name == NULL || reader->operands->len < 2) {
        return qpdf_oh_new_null(qpdf);
    }
    key = g_strconcat("/", name->str, NULL);
    result = qpdf_oh_get_key_if_dict(qpdf, reader->properties, key);
    g_free(key);
    return result;
}

static struct sequence *add_sequence(
    struct reader *reader, int mcid, const char *tag)
{
    GPtrArray *sequences = reader->page->sequences;
    struct sequence *sequence = g_new0(struct sequence, 1);

    if (mcid < 0 || mcid > 1000000) {
        tell(reader, "an MCID that is none");
        mcid = 0;
    }
    if ((guint)mcid >= sequences->len) {
        g_ptr_array_set_size(sequences, mcid + 1);
    }
    if (sequences->pdata[mcid] != NULL) {
        find(reader->tagged, "u3", NULL, "page %zu: MCID %d stands twice",
            reader->index + 1, mcid);
        g_free(sequence);
        return sequences->pdata[mcid];
    }
    sequence->tag = g_strdup(tag);
    sequence->text = g_string_new(NULL);
    sequence->order = reader->page->drawn++;
    sequences->pdata[mcid] = sequence;
    return sequence;
}

static bool is_within(const struct reader *reader, enum mark_kind kind)
{
    for (guint i = 0; i < reader->marks->len; i++) {
        if (g_array_index(reader->marks, struct mark, i).kind == kind) {
            return true;
        }
    }
    return false;
}

static void begin_artifact(
    struct reader *reader, struct mark *mark, qpdf_oh properties)
{
    char *type = NULL;

    mark->kind = ARTIFACT;
    if (qpdf_oh_is_dictionary(reader->tagged->qpdf, properties)) {
        type = pdf_name(reader->tagged->qpdf, properties, "/Type");
    }
    if (type == NULL) {
        tell(reader, "an artifact that states no Type");
    }
    if (is_within(reader, SEQUENCE)) {
        tell(reader, "an artifact within content of an element");
    }
    g_free(type);
}

static void begin_mark(struct reader *reader, const char *tag)
{
    qpdf_data qpdf = reader->tagged->qpdf;
    struct mark mark = {.kind = OTHER, .in_text = reader->in_text};
    qpdf_oh properties = properties_of(reader);
    char *actual = NULL;
    int mcid = -1;

    if (qpdf_oh_is_dictionary(qpdf, properties)) {
        mcid = pdf_int(qpdf, properties, "/MCID", -1);
        actual = pdf_text(qpdf, properties, "/ActualText");
    }
    if (strcmp(tag, "Artifact") == 0) {
        begin_artifact(reader, &mark, properties);
    } else if (mcid >= 0) {
        mark.kind = SEQUENCE;
        if (is_within(reader, SEQUENCE) || is_within(reader, ARTIFACT)) {
            tell(reader, "content of an element within other or an artifact");
        }
        reader->sequence = add_sequence(reader, mcid, tag);
    }
    if (actual != NULL) {
        mark.replaces = true;
        if (reader->replaced++ == 0 && reader->sequence != NULL) {
            g_string_append(reader->sequence->text, actual);
        }
    }
    g_free(actual);
    qpdf_oh_release(qpdf, properties);
    g_array_append_val(reader->marks, mark);
}

static void end_mark(struct reader *reader)
{
    struct mark mark;

    if (reader->marks->len == 0) {
        tell(reader, "EMC ends nothing");
        return;
    }
    mark = g_array_index(reader->marks, struct mark, reader->marks->len - 1);
    g_array_set_size(reader->marks, reader->marks->len - 1);
    if (mark.in_text != reader->in_text) {
        tell(reader, "marks and text objects overlap");
    }
    if (mark.replaces) {
        reader->replaced--;
    }
    if (mark.kind == SEQUENCE) {
        reader->sequence = NULL;
    }
}

static void set_font(struct reader *reader)
{
    struct tagged *tagged = reader->tagged;
    const GString *name = last_operand(reader, '/');
    char *key = g_strconcat("/", name == NULL ? "" : name->str, NULL);
    qpdf_oh font = qpdf_oh_get_key_if_dict(tagged->qpdf, reader->fonts, key);
    void *number = GINT_TO_POINTER(qpdf_oh_get_object_id(tagged->qpdf, font));

    reader->codes = g_hash_table_lookup(tagged->codes, number);
    if (reader->codes == NULL && qpdf_oh_is_dictionary(tagged->qpdf, font)) {
        struct codes *codes = codes_new(tagged, font);

        g_hash_table_insert(tagged->codes, number, codes);
        reader->codes = codes;
    }
    qpdf_oh_release(tagged->qpdf, font);
    g_free(key);
}

static void require_mark(struct reader *reader, const char *operator)
{
    if (!is_within(reader, ARTIFACT) && !is_within(reader, SEQUENCE)) {
        find(reader->tagged, "u2", NULL, "page %zu: %s outside of all marks",
            reader->index + 1, operator);
    }
}

static void show_text(struct reader *reader)
{
    require_mark(reader, "text");
    if (reader->sequence == NULL || reader->replaced > 0) {
        return;
    }
    for (guint i = 0; i < reader->operands->len; i++) {
        const struct operand *operand =
            &g_array_index(reader->operands, struct operand, i);

        if (operand->kind != '<' && operand->kind != '(') {
            continue;
        }
        if (reader->codes == NULL) {
            tell(reader, "text in no font");
            return;
        }
        codes_append(reader->codes, reader->sequence->text, operand->text);
    }
}

static void operate(struct reader *reader, const char *operator)
{
    static const char *const texts[] = {"Tj", "TJ", "'", "\"", NULL};
    static const char *const paints[] = {
        "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI", NULL};
    const GString *tag =
        reader->operands->len == 0
            ? NULL
            : g_array_index(reader->operands, struct operand, 0).text;

    if (g_strv_contains(texts, operator)) {
        show_text(reader);
    } else if (g_strv_contains(paints, operator)) {
        require_mark(reader, operator);
    } else if (strcmp(operator, "BDC") == 0 || strcmp(operator, "BMC") == 0) {
        begin_mark(reader, tag == NULL ? "" : tag->str);
    } else if (strcmp(operator, "EMC") == 0) {
        end_mark(reader);
    } else if (strcmp(operator, "Tf") == 0) {
        set_font(reader);
    } else if (strcmp(operator, "BT") == 0 || strcmp(operator, "ET") == 0) {
        reader->in_text = operator[0] == 'B';
    }
    g_array_set_size(reader->operands, 0);
}

static void read_stream(struct reader *reader, const char *p, const char *end)
{
    while (p < end) {
        if (*p == '/' || *p == '<' || *p == '(') {
            p = read_operand(reader, p, end);
        } else if (is_delimiter(*p) || *p == ']') {
            p++;
        } else {
            const char *begin = p;
            char *word;

            while (p < end && !is_delimiter(*p)) {
                p++;
            }
            word = g_strndup(begin, (gsize)(p - begin));
            if (!g_ascii_isdigit(*word) && strchr("+-.", *word) == NULL) {
                operate(reader, word);
            }
            g_free(word);
        }
    }
}

void content_read(struct tagged *tagged, size_t index, qpdf_oh page)
{
    qpdf_data qpdf = tagged->qpdf;
    qpdf_oh resources = qpdf_oh_get_key(qpdf, page, "/Resources");
    struct reader reader = {.tagged = tagged,
        .page = g_ptr_array_index(tagged->pages, index),
        .index = index,
        .fonts = qpdf_oh_get_key_if_dict(qpdf, resources, "/Font"),
        .properties = qpdf_oh_get_key_if_dict(qpdf, resources, "/Properties"),
        .marks = g_array_new(FALSE, FALSE, sizeof(struct mark)),
        .operands = g_array_new(FALSE, FALSE, sizeof(struct operand))};
    unsigned char *bytes = NULL;
    size_t size = 0;

    g_array_set_clear_func(reader.operands, clear_operand);
    if (qpdf_oh_get_page_content_data(qpdf, page, &bytes, &size) ==
        QPDF_SUCCESS) {
        read_stream(&reader, (char *)bytes, (char *)bytes + size);
    } else {
        tell(&reader, "its content cannot be read");
    }
    if (reader.marks->len > 0) {
        tell(&reader, "marks that do not end");
    }
    free(bytes);
    g_array_unref(reader.marks);
    g_array_unref(reader.operands);
    qpdf_oh_release(qpdf, reader.fonts);
    qpdf_oh_release(qpdf, reader.properties);
    qpdf_oh_release(qpdf, resources);
}
