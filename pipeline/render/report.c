/*
 * One report, in as many formats as are asked for:
 *
 *     aggregated --doc/transform--> document XML --doc/build--> tree
 *     tree --page--> pages --render--> PDF, trace      tree --render--> LaTeX
 */
#include "render/report.h"

#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/batch.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/out.h"
#include "base/paths.h"
#include "doc/build.h"
#include "doc/pair.h"
#include "doc/transform.h"
#include "page/coverage.h"
#include "page/pages.h"
#include "page/style.h"
#include "render/attachments.h"
#include "render/latex.h"
#include "render/latex_files.h"
#include "render/provenance.h"
#include "render/trace.h"
#include "type/font.h"
#include "xml/xml.h"

/* What is kept to the end of it. */
struct run {
    const struct report_call *call;
    struct diag *diag;
    GPtrArray *read;      /* names of files, for the depfile */
    GPtrArray *parts;     /* the same of templates, styles, catalogues */
    char *template;       /* path; NULL: none */
    struct xml_doc *data; /* the input */
    GString *text;        /* the document that the template made; NULL: none */
    struct xml_doc *made; /* the same */
    struct arena *tree;   /* of the document */
    struct document *document;
    struct attachments *packed; /* of the PDF; NULL: none is made */
    struct attachments *plain;  /* the same of LaTeX */
    char *dataset;              /* its id and year; NULL: none */
    char *year;
    GBytes *result[REPORT_FORMAT_COUNT];
};

bool report_format_parse(const char *name, enum report_format *format)
{
    static const char *const names[] = {[REPORT_PDF] = "pdf",
        [REPORT_TEX] = "tex",
        [REPORT_DOCUMENT] = "document",
        [REPORT_TRACE] = "trace",
        [REPORT_FACTS] = "facts"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *format = (enum report_format)i;
            return true;
        }
    }
    return false;
}

static bool asks_for(const struct run *run, enum report_format format)
{
    return run->call->out[format] != NULL;
}

static bool needs_pages(const struct run *run)
{
    return asks_for(run, REPORT_PDF) || asks_for(run, REPORT_TRACE) ||
           run->call->is_linted;
}

/* A plain name is that of a part of ours, where there is one. */
static char *part_path(const char *name)
{
    g_autofree char *part = g_strconcat("templates/", name, NULL);
    char *path;

    if (strchr(name, '/') != NULL) {
        return g_strdup(name);
    }
    path = paths_data(part);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_free(path);
        path = g_strdup(name);
    }
    return path;
}

static void note_read(struct run *run, const char *path)
{
    g_ptr_array_add(run->read, g_strdup(path));
}

static void note_part(struct run *run, const char *name)
{
    g_ptr_array_add(run->read, paths_data(name));
}

/* ---- Pages and LaTeX ---- */

/* NULL: reported. */
static GBytes *make_pdf(
    struct run *run, const struct pages *pages, struct fonts *fonts)
{
    const struct provenance provenance = {.template = run->call->template,
        .style = run->call->style,
        .lang = run->call->lang,
        .dataset = run->dataset,
        .year = run->year,
        .parts = run->parts};

    return provenance_render(&provenance, pages, fonts, run->packed, run->diag);
}

/* False, reported: there are more than asked for. */
static bool check_count(struct run *run, const struct pages *pages)
{
    g_autofree char *have = g_strdup_printf("%zu", (size_t)pages->count);
    g_autofree char *limit = g_strdup_printf("%d", run->call->max_pages);

    if (run->call->max_pages == 0 ||
        (size_t)pages->count <= (size_t)run->call->max_pages) {
        return true;
    }
    diag_report(run->diag, DIAG_PAGES_MANY, DIAG_FILE(run->call->input), have,
        limit);
    return false;
}

static void make_pages(
    struct run *run, const struct style *style, struct fonts *fonts)
{
    struct arena *arena = arena_new();
    struct pages *pages = pages_make(run->document, style, fonts, arena,
        run->call->is_linted, run->diag);

    if (pages != NULL && !check_count(run, pages)) {
        pages = NULL;
    }
    if (pages != NULL && asks_for(run, REPORT_TRACE)) {
        run->result[REPORT_TRACE] =
            g_string_free_to_bytes(trace_render(pages));
    }
    if (pages != NULL && asks_for(run, REPORT_PDF)) {
        run->result[REPORT_PDF] = make_pdf(run, pages, fonts);
        batch_pages(pages->count);
    }
    arena_free(arena);
}

static void make_latex(
    struct run *run, const struct style *style, struct fonts *fonts)
{
    /* A template, or the PDF, has read the catalogue and said so already. */
    bool is_described = run->template != NULL || asks_for(run, REPORT_PDF);

    /* TeX leaves out what its faces do not have. */
    coverage_check(run->document, fonts, run->diag);
    if (!diag_failed(run->diag) &&
        attachments_describe(
            run->document, is_described ? NULL : run->parts, run->diag)) {
        GString *tex = latex_render(
            run->document, style, fonts, run->plain, run->diag);

        if (tex != NULL) {
            run->result[REPORT_TEX] = g_string_free_to_bytes(tex);
        }
    }
}

/* The style asked for, else the template's own: that of its name beside it. */
static char *style_path(const struct run *run)
{
    if (run->call->style != NULL) {
        return part_path(run->call->style);
    }
    if (run->template != NULL && g_str_has_suffix(run->template, ".xsl")) {
        int stem = (int)(strlen(run->template) - strlen(".xsl"));
        g_autofree char *own = g_strdup_printf("%.*s.xml", stem, run->template);

        if (g_file_test(own, G_FILE_TEST_EXISTS)) {
            return g_steal_pointer(&own);
        }
    }
    return part_path("style.xml");
}

/* Who is at fault: what a template made, or the document that was given. */
static void blame(const struct run *run)
{
    diag_blame(run->diag,
        run->template != NULL ? DIAG_CLASS_TEMPLATE : DIAG_CLASS_DATA);
}

/* What needs a style and faces.  What lint finds comes first, for it may
 * reject the input. */
static void make_styled(struct run *run)
{
    g_autofree char *path = style_path(run);
    g_autofree char *catalogue = paths_data("fonts/fonts.xml");
    struct style *style;
    struct fonts *fonts;

    diag_blame(run->diag, DIAG_CLASS_TEMPLATE);
    style = style_open(path, run->document->lang, run->document->translation,
        run->parts, run->diag);
    fonts = style != NULL ? fonts_open(catalogue, run->diag) : NULL;
    blame(run);
    note_part(run, "schema/style.xsd");
    if (fonts != NULL) {
        if (needs_pages(run)) {
            make_pages(run, style, fonts);
        }
        if (asks_for(run, REPORT_TEX) && !diag_failed(run->diag)) {
            make_latex(run, style, fonts);
        }
        fonts_inputs(fonts, run->read);
        fonts_close(fonts);
    }
    diag_flush(run->diag); /* names paths */
    style_close(style);
}

/* ---- The document ---- */

/* In one language, or in the two of "zh_CN+en".  NULL: reported. */
static GString *template_text(struct run *run)
{
    const char *lang = run->call->lang;
    const char *second = strchr(lang, '+');
    g_autofree char *first = NULL;

    if (second == NULL) {
        return transform_run(
            run->data, run->template, lang, lang, run->parts, run->diag);
    }
    first = g_strndup(lang, (gsize)(second - lang));
    if (strcmp(first, second + 1) == 0) {
        diag_report(run->diag, DIAG_LANGUAGE, DIAG_NOWHERE, lang);
        return NULL;
    }
    return pair_run(
        run->data, run->template, first, second + 1, run->parts, run->diag);
}

/* The tree has all that it needs of the XML, which is the larger. */
static void drop_xml(struct run *run)
{
    xml_free(run->made);
    xml_free(run->data);
    run->made = run->data = NULL;
    if (run->text != NULL) {
        g_string_free(run->text, TRUE);
        run->text = NULL;
    }
}

/* The document itself is what is asked for. */
static void keep_document(struct run *run)
{
    if (run->text != NULL) {
        run->result[REPORT_DOCUMENT] =
            g_string_free_to_bytes(g_steal_pointer(&run->text));
    } else {
        size_t size;
        const char *bytes = xml_bytes(run->data, &size);

        run->result[REPORT_DOCUMENT] = g_bytes_new(bytes, size);
    }
}

/* The document's tree; the XML is dropped. */
static void build_tree(struct run *run)
{
    const struct xml_doc *xml = run->data;

    if (run->template != NULL) {
        xml = run->made =
            xml_parse(run->template, run->text->str, run->text->len, run->diag);
    }
    if (asks_for(run, REPORT_DOCUMENT)) {
        keep_document(run);
    }
    note_part(run, "schema/document.xsd");
    note_part(run, "schema/xml.xsd");
    if (xml != NULL) {
        run->document = document_build(xml, run->tree, run->diag);
    }
    if (run->document != NULL) {
        drop_xml(run);
    }
}

/* What the template gives is all that is asked for: it is not even checked. */
static bool only_writes_text(const struct run *run)
{
    return run->template != NULL && !needs_pages(run) &&
           !asks_for(run, REPORT_TEX);
}

static void make_facts(struct run *run)
{
    GString *text = transform_facts(
        run->data, run->template, run->call->lang, run->parts, run->diag);

    if (text != NULL) {
        run->result[REPORT_FACTS] = g_string_free_to_bytes(text);
    }
}

static void make_results(struct run *run)
{
    blame(run);
    if (asks_for(run, REPORT_FACTS)) {
        make_facts(run);
        return;
    }
    if (run->template != NULL) {
        run->text = template_text(run);
        if (run->text == NULL) {
            return;
        }
    }
    if (only_writes_text(run)) {
        keep_document(run);
        return;
    }
    build_tree(run);
    if (run->document != NULL &&
        (needs_pages(run) || asks_for(run, REPORT_TEX))) {
        make_styled(run);
    }
}

/* ---- Input and output ---- */

/* The input is data where a template is given, else a document. */
static bool check_input(const struct run *run)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(run->data));
    const char *want = run->template != NULL ? "aggregated" : "report";

    if (!xml_is(root, want)) {
        diag_report(run->diag, DIAG_LAYOUT_INPUT, xml_pos(run->data, root),
            (const char *)root->name, want,
            run->template != NULL
                ? _("leave --template out to lay out a document")
                : _("give aggregated data a --template"));
        return false;
    }
    return true;
}

/* False, reported: one of the files could not be read. */
static bool attach_files(struct run *run, struct attachments *attachments,
    enum attachment_kind kind, char *const *paths)
{
    bool done = true;

    for (; paths != NULL && *paths != NULL; paths++) {
        if (!attachments_add_file(attachments, kind, *paths, run->diag)) {
            done = false;
        }
    }
    return done;
}

/* What the report carries but for the record.  NULL: reported. */
static struct attachments *attach_inputs(struct run *run, bool is_packed)
{
    struct attachments *attachments = attachments_new(is_packed);
    size_t size;
    const char *bytes = xml_bytes(run->data, &size);
    bool done = attach_files(
        run, attachments, ATTACHMENT_DATASET, run->call->sources);

    done = attach_files(run, attachments, ATTACHMENT_PREVIOUS,
               run->call->previous) &&
           done;
    attachments_add(attachments,
        run->template != NULL ? ATTACHMENT_AGGREGATED : ATTACHMENT_DOCUMENT,
        run->call->input, bytes, size);
    if (!done) {
        attachments_free(attachments);
        return NULL;
    }
    return attachments;
}

/* False: reported. */
static bool attach(struct run *run)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(run->data));

    if (!asks_for(run, REPORT_PDF) && !asks_for(run, REPORT_TEX)) {
        return true;
    }
    if (run->template != NULL) {
        run->dataset = g_strdup(xml_attribute(root, "id"));
        run->year = g_strdup(xml_attribute(root, "year"));
    }
    for (char *const *p = run->call->sources; p != NULL && *p != NULL; p++) {
        note_read(run, *p);
    }
    for (char *const *p = run->call->previous; p != NULL && *p != NULL; p++) {
        note_read(run, *p);
    }
    if (asks_for(run, REPORT_TEX)) {
        run->plain = attach_inputs(run, false);
        if (run->plain != NULL && asks_for(run, REPORT_PDF)) {
            run->packed = attachments_pack(run->plain);
        }
    } else {
        run->packed = attach_inputs(run, true);
    }
    return !diag_failed(run->diag);
}

/* What all outputs depend on.  False: reported. */
static bool write_depfile(struct run *run)
{
    const char *targets[REPORT_FORMAT_COUNT + 1] = {NULL};
    size_t count = 0;

    for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++) {
        if (run->call->out[i] != NULL) {
            targets[count++] = run->call->out[i];
        }
    }
    for (guint i = 0; i < run->parts->len; i++) {
        note_read(run, run->parts->pdata[i]);
    }
    return run->call->depfile == NULL ||
           out_write_rule(run->call->depfile, targets,
               (const char *const *)run->read->pdata, run->read->len,
               run->diag);
}

static void write_results(struct run *run)
{
    bool done = write_depfile(run);

    if (done && asks_for(run, REPORT_TEX)) {
        done = latex_files_save(run->call->out[REPORT_TEX], run->document,
            run->plain, run->diag);
    }
    for (size_t i = 0; done && i < REPORT_FORMAT_COUNT; i++) {
        if (run->result[i] != NULL) {
            size_t size;
            const void *bytes = g_bytes_get_data(run->result[i], &size);

            done = out_write(run->call->out[i], bytes, size, run->diag);
        }
    }
}

static void clear(struct run *run)
{
    drop_xml(run);
    for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++) {
        g_clear_pointer(&run->result[i], g_bytes_unref);
    }
    attachments_free(run->packed);
    attachments_free(run->plain);
    g_free(run->dataset);
    g_free(run->year);
    arena_free(run->tree);
    g_ptr_array_unref(run->parts);
    g_ptr_array_unref(run->read);
    g_free(run->template);
}

/* Also where nothing was made of it. */
static void tell_read(const struct run *run)
{
    batch_read_all((const char *const *)run->read->pdata, run->read->len);
    batch_read_all((const char *const *)run->parts->pdata, run->parts->len);
}

void report_make(const struct report_call *call, struct diag *diag)
{
    struct run run = {.call = call,
        .diag = diag,
        .read = g_ptr_array_new_with_free_func(g_free),
        .parts = g_ptr_array_new_with_free_func(g_free),
        .tree = arena_new()};

    if (call->template != NULL) {
        run.template = part_path(call->template);
    }
    note_read(&run, call->input);
    run.data = xml_load(call->input, diag);
    if (run.data != NULL && check_input(&run) && attach(&run)) {
        make_results(&run);
    }
    if (!diag_failed(diag)) {
        write_results(&run);
    }
    tell_read(&run);
    diag_flush(diag); /* while what positions name is there */
    clear(&run);
}
