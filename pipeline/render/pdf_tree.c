/*
 * Structure elements as objects.  A report may have hundreds of thousands:
 * each is written as text of the fewest entries and is then out of mind.
 */
#include "render/pdf_tree.h"

#include "doc/doc.h"
#include "page/page.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"

/* Of an ID: five digits to the base 36 number all objects that a file may
 * have, and sort as the numbers do. */
#define ID_DIGITS 5
#define ID_BASE 36

static GString *take_buffer(struct pdf_tree *tree)
{
    GString *buffer;

    if (tree->spare->len == 0) {
        return g_string_new(NULL);
    }
    buffer = g_ptr_array_steal_index(tree->spare, tree->spare->len - 1);
    g_string_truncate(buffer, 0);
    return buffer;
}

static void give_buffer(struct pdf_tree *tree, GString *buffer)
{
    if (buffer != NULL) {
        g_ptr_array_add(tree->spare, buffer);
    }
}

void pdf_element_begin_as(struct pdf_element *element,
    const struct pdf_element *parent, const char *type, unsigned id)
{
    *element = (struct pdf_element){.tree = parent->tree,
        .id = id,
        .parent = parent->id,
        .type = type,
        .is_chinese = parent->is_chinese,
        .page = UINT32_MAX};
    element->kids = take_buffer(parent->tree);
}

void pdf_element_begin(struct pdf_element *element,
    const struct pdf_element *parent, const char *type)
{
    pdf_element_begin_as(
        element, parent, type, pdf_file_reserve(parent->tree->file, 1));
}

void pdf_element_language(
    struct pdf_element *element, const struct doc_node *node)
{
    element->states_language = node->is_chinese != element->is_chinese;
    element->is_chinese = node->is_chinese;
}

void pdf_element_translate(struct pdf_element *element)
{
    element->states_language = true;
    element->is_chinese = !element->is_chinese;
}

GString *pdf_element_attributes(struct pdf_element *element, const char *owner)
{
    if (element->attributes == NULL) {
        element->attributes = take_buffer(element->tree);
        PDF_APPEND(element->attributes, "/O/");
        g_string_append(element->attributes, owner);
    }
    return element->attributes;
}

void pdf_element_identify(struct pdf_element *element)
{
    element->has_id = true;
    g_array_append_val(element->tree->ids, element->id);
}

void pdf_element_write_id(GString *out, unsigned id)
{
    char digits[ID_DIGITS + 2];

    digits[0] = '(';
    for (int i = ID_DIGITS; i > 0; i--) {
        unsigned digit = id % ID_BASE;

        digits[i] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        id /= ID_BASE;
    }
    digits[ID_DIGITS + 1] = ')';
    g_string_append_len(out, digits, sizeof digits);
}

void pdf_element_add(struct pdf_element *element, unsigned kid)
{
    g_string_append_c(element->kids, ' ');
    pdf_write_ref(element->kids, kid);
    element->kid_count++;
}

static void write_page(
    const struct pdf_element *element, GString *out, uint32_t page)
{
    PDF_APPEND(out, "/Pg ");
    pdf_write_ref(out, pdf_object_id(element->tree->objects[page]));
}

static void add_annotation(
    struct pdf_element *element, const struct pdf_mark *mark)
{
    struct pdf_tree *tree = element->tree;
    guint key = GPOINTER_TO_UINT(
        g_hash_table_lookup(tree->keys, GUINT_TO_POINTER(mark->id)));

    g_array_index(tree->annotations, uint32_t, key) = element->id;
    PDF_APPEND(element->kids, " <</Type/OBJR/Obj ");
    pdf_write_ref(element->kids, mark->id);
    write_page(element, element->kids, mark->page);
    PDF_APPEND(element->kids, ">>");
}

static void add_sequence(
    struct pdf_element *element, const struct pdf_mark *mark)
{
    struct pdf_tree *tree = element->tree;
    uint32_t first = g_array_index(tree->first, uint32_t, mark->page);

    g_array_index(tree->parents, uint32_t, first + mark->id) = element->id;
    if (element->page == UINT32_MAX) {
        element->page = mark->page;
    }
    g_string_append_c(element->kids, ' ');
    if (element->page == mark->page) {
        pdf_write_int(element->kids, mark->id);
        return;
    }
    PDF_APPEND(element->kids, "<</Type/MCR/MCID ");
    pdf_write_int(element->kids, mark->id);
    write_page(element, element->kids, mark->page);
    PDF_APPEND(element->kids, ">>");
}

void pdf_element_add_mark(
    struct pdf_element *element, const struct pdf_mark *mark)
{
    if (mark->is_annotation) {
        add_annotation(element, mark);
    } else {
        add_sequence(element, mark);
    }
    element->kid_count++;
}

static void write_kids(const struct pdf_element *element, GString *out)
{
    if (element->kid_count == 1) {
        PDF_APPEND(out, "/K");
        pdf_append(out, element->kids->str, element->kids->len);
    } else if (element->kid_count > 1) {
        PDF_APPEND(out, "/K[");
        pdf_append(out, element->kids->str + 1, element->kids->len - 1);
        g_string_append_c(out, ']');
    }
}

/* Where a text string changes its language it says so (7.9.2.2). */
static void write_language(GString *out, bool is_chinese)
{
    static const char *const switches[] = {"\x1B"
                                           "enGB\x1B",
        "\x1B"
        "zhCN\x1B"};

    pdf_write_utf16(out, switches[is_chinese], strlen(switches[is_chinese]));
}

static void write_alt(const struct pdf_element *element, GString *out)
{
    const char *second = element->alt + element->alt_first;

    if (element->alt_first == 0) {
        pdf_write_text(out, element->alt);
        return;
    }
    PDF_APPEND(out, "<FEFF");
    write_language(out, element->is_chinese);
    pdf_write_utf16(out, element->alt, element->alt_first);
    write_language(out, !element->is_chinese);
    pdf_write_utf16(out, second, strlen(second));
    PDF_APPEND(out, ">");
}

static void write_element(const struct pdf_element *element, GString *out)
{
    PDF_APPEND(out, "<</S/");
    g_string_append(out, element->type);
    PDF_APPEND(out, "/P ");
    pdf_write_ref(out, element->parent);
    if (element->page != UINT32_MAX) {
        write_page(element, out, element->page);
    }
    write_kids(element, out);
    if (element->attributes != NULL) {
        PDF_APPEND(out, "/A<<");
        pdf_append(out, element->attributes->str, element->attributes->len);
        PDF_APPEND(out, ">>");
    }
    if (element->has_id) {
        PDF_APPEND(out, "/ID");
        pdf_element_write_id(out, element->id);
    }
    if (element->states_language) {
        g_string_append(
            out, element->is_chinese ? "/Lang(zh-Hans-CN)" : "/Lang(en-GB)");
    }
    if (element->file != 0) {
        g_string_append(out, "/AF [");
        pdf_write_ref(out, element->file);
        g_string_append_c(out, ']');
    }
    if (element->alt != NULL) {
        PDF_APPEND(out, "/Alt ");
        write_alt(element, out);
    }
    PDF_APPEND(out, ">>");
}

static void forget(struct pdf_element *element)
{
    give_buffer(element->tree, element->kids);
    give_buffer(element->tree, element->attributes);
}

void pdf_element_end(struct pdf_element *element, struct pdf_element *parent)
{
    struct pdf_tree *tree = element->tree;
    GString *out = take_buffer(tree);

    write_element(element, out);
    pdf_file_write(tree->file, element->id, out->str, out->len);
    give_buffer(tree, out);
    if (parent != NULL) {
        pdf_element_add(parent, element->id);
    }
    forget(element);
}

void pdf_element_end_used(
    struct pdf_element *element, struct pdf_element *parent)
{
    if (element->kid_count > 0) {
        pdf_element_end(element, parent);
    } else {
        pdf_file_write(element->tree->file, element->id, "null", 4);
        forget(element);
    }
}
