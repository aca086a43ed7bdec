/*
 * Pages to PDF, in the order of a file: what it carries, pages and their
 * content, links, outline, fonts, information.
 */
#include "render/pdf.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "page/page.h"
#include "render/file_date.h"
#include "render/pdf_attach.h"
#include "render/pdf_content.h"
#include "render/pdf_file.h"
#include "render/pdf_fonts.h"
#include "render/pdf_icc.h"
#include "render/pdf_info.h"
#include "render/pdf_labels.h"
#include "render/pdf_links.h"
#include "render/pdf_structure.h"
#include "render/pdf_write.h"
#include "render/pdf_xmp.h"

struct rendering {
    const struct pages *pages;
    struct pdf_file *file;
    struct pdf_fonts *fonts;
    struct pdf_object *resources; /* of all pages */
    struct pdf_object **objects;  /* of the pages */
    struct pdf_links *links;
    struct pdf_structure *structure;
    struct pdf_attach *attach;
};

static bool is_drawn(const struct page_item *item)
{
    return item->kind != PAGE_LINK && item->kind != PAGE_ANCHOR;
}

static void draw_item(struct pdf_content *content, const struct page_item *item)
{
    switch (item->kind) {
    case PAGE_TEXT:
        pdf_content_text(content, &item->as.text);
        break;
    case PAGE_FILL:
        pdf_content_fill(content, &item->as.fill);
        break;
    case PAGE_PATH:
        pdf_content_path(content, &item->as.path);
        break;
    case PAGE_LINK:
    case PAGE_ANCHOR:
        break;
    }
}

static void add_link(
    struct rendering *rendering, const struct page_item *item, size_t index)
{
    unsigned parent = pdf_structure_parent(rendering->structure);
    unsigned annotation =
        pdf_links_add(rendering->links, &item->as.link, index, parent);

    if (annotation != 0) {
        pdf_structure_link(rendering->structure, item, annotation);
    }
}

static void draw_page(struct rendering *rendering, size_t index, GString *out)
{
    const struct page *page = &rendering->pages->pages[index];
    struct pdf_content content;

    pdf_structure_begin_page(rendering->structure, index);
    pdf_content_begin(&content, out, rendering->fonts, page->height);
    if (page->is_turned) {
        pdf_content_turn(&content, page->width);
    }
    for (const struct page_item *item = page->first; item != NULL;
         item = item->next) {
        if (page->is_turned && item == page->upright) {
            pdf_content_turn_back(&content, page->height);
        }
        if (is_drawn(item)) {
            pdf_structure_mark(rendering->structure, &content, item);
            draw_item(&content, item);
        } else if (item->kind == PAGE_LINK) {
            add_link(rendering, item, index);
        }
    }
    pdf_content_unmark(&content);
    pdf_content_end(&content);
    pdf_page_draw(rendering->file, rendering->objects[index], out);
}

/* All pages come first: links lead to later ones.  False: libharu cannot. */
static bool make_pages(struct rendering *rendering)
{
    const struct pages *pages = rendering->pages;

    rendering->resources = pdf_object_new(rendering->file, NULL);
    rendering->objects = g_new0(struct pdf_object *, pages->count);
    for (size_t i = 0; i < pages->count; i++) {
        rendering->objects[i] =
            pdf_page_new(rendering->file, pages->pages[i].width,
                pages->pages[i].height, rendering->resources);
        if (rendering->objects[i] == NULL) {
            return false;
        }
        if (pages->pages[i].is_turned) {
            pdf_page_turn(rendering->file, rendering->objects[i]);
        }
        pdf_page_tag(rendering->file, rendering->objects[i], i);
    }
    rendering->links =
        pdf_links_new(pages, rendering->objects, rendering->file);
    rendering->structure = pdf_structure_new(
        pages, rendering->objects, rendering->file, rendering->attach);
    return true;
}

static void draw_pages(struct rendering *rendering)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (size_t i = 0; i < rendering->pages->count; i++) {
        draw_page(rendering, i, out);
        pdf_links_end_page(rendering->links, i);
    }
    /* The structure tree needs room. */
    if (rendering->pages->texts != NULL) {
        arena_reset(rendering->pages->texts);
    }
}

/* An entry that refers to an object; none where there is no object. */
static void append_reference(
    GString *catalog, const char *key, const struct pdf_object *object)
{
    if (object != NULL) {
        g_string_append_printf(catalog, "/%s ", key);
        pdf_write_ref(catalog, pdf_object_id(object));
        g_string_append_c(catalog, '\n');
    }
}

/* What stands in the catalog is appended to it by whoever knows of it. */
static void write_catalog(
    struct rendering *rendering, const struct pdf_facts *facts)
{
    GString *catalog = g_string_new(NULL);
    const struct pdf_object *structure =
        pdf_structure_write(rendering->structure);
    const struct pdf_object *outline =
        pdf_links_write_outline(rendering->links);

    /* Its marks take as much memory as the file. */
    g_clear_pointer(&rendering->structure, pdf_structure_free);
    pdf_info_write_catalog(facts, catalog);
    append_reference(catalog, "StructTreeRoot", structure);
    pdf_labels_write(rendering->pages, catalog);
    if (outline != NULL) {
        g_string_append(catalog, "/PageMode /UseOutlines\n");
        append_reference(catalog, "Outlines", outline);
    }
    pdf_attach_write_catalog(rendering->attach, catalog);
    pdf_icc_write(rendering->file, catalog);
    append_reference(
        catalog, "Metadata", pdf_xmp_write(facts, rendering->file));
    pdf_catalog_set(rendering->file, catalog);
}

/* False: reported. */
static bool finish(struct rendering *rendering, const struct pdf_facts *facts,
    struct diag *diag)
{
    GString *resources = g_string_new("/Font << ");
    bool done =
        pdf_fonts_write(rendering->fonts, rendering->file, resources, diag);

    g_string_append(resources, ">>\n");
    pdf_object_set(rendering->resources, resources);
    write_catalog(rendering, facts);
    pdf_info_write(facts, rendering->file);
    return done;
}

/* NULL: reported. */
static GBytes *render(const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, const struct pdf_facts *facts,
    struct diag *diag)
{
    g_autofree char *date = file_date_pdf(facts->date);
    struct rendering rendering = {
        .pages = pages,
        .file = pdf_file_new(),
        .fonts = pdf_fonts_new(fonts),
    };
    GBytes *bytes = NULL;
    bool done = true;

    rendering.attach =
        pdf_attach_new(rendering.file, pages->document, attachments, date);
    /* Without pages nothing can be finished; pdf_file_save says why. */
    if (make_pages(&rendering)) {
        draw_pages(&rendering);
        done = finish(&rendering, facts, diag);
    }
    if (done) {
        bytes = pdf_file_save(rendering.file, diag);
    }
    pdf_attach_free(rendering.attach);
    pdf_structure_free(rendering.structure);
    pdf_links_free(rendering.links);
    g_free(rendering.objects);
    pdf_fonts_free(rendering.fonts);
    pdf_file_free(rendering.file);
    return bytes;
}

GBytes *pdf_render(const struct pages *pages, struct fonts *fonts,
    struct attachments *attachments, const struct pdf_record *record,
    struct diag *diag)
{
    g_autofree char *date = NULL;

    if (!file_date_read(pages->document, &date, diag)) {
        return NULL;
    }
    return render(pages, fonts, attachments,
        &(struct pdf_facts){
            .document = pages->document, .date = date, .record = record},
        diag);
}
