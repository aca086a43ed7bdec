/*
 * Pages to PDF, in the order of a file: pages and their content, links,
 * outline, fonts, information.
 */
#include "render/pdf.h"

#include <stdbool.h>

#include "base/diag.h"
#include "page/page.h"
#include "render/file_date.h"
#include "render/pdf_content.h"
#include "render/pdf_file.h"
#include "render/pdf_fonts.h"
#include "render/pdf_icc.h"
#include "render/pdf_info.h"
#include "render/pdf_labels.h"
#include "render/pdf_links.h"
#include "render/pdf_write.h"
#include "render/pdf_xmp.h"

struct rendering {
    const struct pages *pages;
    struct pdf_file *file;
    struct pdf_fonts *fonts;
    struct pdf_object *resources; /* of all pages */
    struct pdf_object **objects;  /* of the pages */
    struct pdf_links *links;
};

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
        break; /* Not drawn: pdf_links.c. */
    }
}

static void draw_page(struct rendering *rendering, size_t index, GString *out)
{
    const struct page *page = &rendering->pages->pages[index];
    struct pdf_content content;

    pdf_content_begin(&content, out, rendering->fonts, page->height);
    if (page->is_turned) {
        pdf_content_turn(&content, page->width);
    }
    for (const struct page_item *item = page->first; item != NULL;
         item = item->next) {
        if (page->is_turned && item == page->upright) {
            pdf_content_turn_back(&content, page->height);
        }
        draw_item(&content, item);
    }
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
    }
    rendering->links =
        pdf_links_new(pages, rendering->objects, rendering->file);
    return true;
}

static void draw_pages(struct rendering *rendering)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (size_t i = 0; i < rendering->pages->count; i++) {
        draw_page(rendering, i, out);
        pdf_links_write_page(rendering->links, i);
    }
}

/* What stands in the catalog is appended to it by whoever knows of it. */
static void write_catalog(
    const struct rendering *rendering, const struct pdf_facts *facts)
{
    GString *catalog = g_string_new(NULL);
    const struct pdf_object *outline =
        pdf_links_write_outline(rendering->links);

    pdf_info_write_catalog(facts, catalog);
    pdf_labels_write(rendering->pages, catalog);
    if (outline != NULL) {
        g_string_append(catalog, "/PageMode /UseOutlines\n/Outlines ");
        pdf_write_ref(catalog, pdf_object_id(outline));
        g_string_append_c(catalog, '\n');
    }
    pdf_icc_write(rendering->file, catalog);
    pdf_xmp_write(facts, rendering->file, catalog);
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
    pdf_object_set(rendering->file, rendering->resources, resources);
    write_catalog(rendering, facts);
    pdf_info_write(facts, rendering->file);
    return done;
}

/* NULL: reported. */
static GBytes *render(const struct pages *pages, struct fonts *fonts,
    const struct pdf_facts *facts, struct diag *diag)
{
    struct rendering rendering = {
        .pages = pages,
        .file = pdf_file_new(),
        .fonts = pdf_fonts_new(fonts),
    };
    GBytes *bytes = NULL;
    bool done = true;

    /* Without pages nothing can be finished; pdf_file_save says why. */
    if (make_pages(&rendering)) {
        draw_pages(&rendering);
        done = finish(&rendering, facts, diag);
    }
    if (done) {
        bytes = pdf_file_save(rendering.file, diag);
    }
    pdf_links_free(rendering.links);
    g_free(rendering.objects);
    pdf_fonts_free(rendering.fonts);
    pdf_file_free(rendering.file);
    return bytes;
}

GBytes *pdf_render(const struct pages *pages, struct fonts *fonts,
    const struct pdf_record *record, struct diag *diag)
{
    g_autofree char *date = NULL;

    if (!file_date_read(pages->document, &date, diag)) {
        return NULL;
    }
    return render(pages, fonts,
        &(struct pdf_facts){
            .document = pages->document, .date = date, .record = record},
        diag);
}
