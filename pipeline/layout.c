/*
 * layout: a document, or aggregated data with a template, to what is read.
 *
 *     aggregated --doc/transform--> document XML --doc/build--> tree
 *     tree --page--> pages --render--> PDF, trace      tree --render--> LaTeX
 */
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "base/arena.h"
#include "base/batch.h"
#include "base/cli.h"
#include "base/diag.h"
#include "base/heap.h"
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

enum format {
    FORMAT_PDF,
    FORMAT_TEX,
    FORMAT_DOCUMENT,
    FORMAT_TRACE,
    FORMAT_FACTS
};

struct options {
    char *template;
    char *style;
    char *lang;
    char *to;
    char *depfile;
    char *out;
    char **sources;
    char **previous;
    gboolean lint;
    gboolean werror;
    enum format format;
};

/* One run: what was asked for, and what is kept to the end of it. */
struct run {
    const struct options *options;
    const char *input;
    struct diag *diag;
    GPtrArray *read;      /* names of files, for the depfile */
    GPtrArray *parts;     /* the same of templates, styles, catalogues */
    char *template;       /* path; NULL: none */
    struct xml_doc *data; /* the input */
    GString *text;        /* the document that the template made; NULL: none */
    struct xml_doc *made; /* the same */
    struct arena *tree;   /* of the document */
    struct document *document;
    struct attachments *attachments; /* NULL: no PDF is made */
    char *dataset;                   /* its id and year; NULL: none */
    char *year;
};

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

/* Writes what the output depends on, and then the output, where one is. */
static void finish(struct run *run, const void *bytes, size_t size)
{
    const struct options *options = run->options;

    if (options->out == NULL) {
        return;
    }
    for (guint i = 0; i < run->parts->len; i++) {
        note_read(run, run->parts->pdata[i]);
    }
    if (options->depfile == NULL ||
        out_write_depfile(options->depfile, options->out,
            (const char *const *)run->read->pdata, run->read->len, run->diag)) {
        out_write(options->out, bytes, size, run->diag);
    }
}

static bool writes_pdf(const struct options *options)
{
    return options->format == FORMAT_PDF && options->out != NULL;
}

static bool carries_files(const struct options *options)
{
    return writes_pdf(options) ||
           (options->format == FORMAT_TEX && options->out != NULL);
}

/* NULL: reported. */
static GBytes *make_pdf(
    struct run *run, const struct pages *pages, struct fonts *fonts)
{
    const struct provenance provenance = {.template = run->options->template,
        .style = run->options->style,
        .lang = run->options->lang,
        .dataset = run->dataset,
        .year = run->year,
        .parts = run->parts};

    return provenance_render(
        &provenance, pages, fonts, run->attachments, run->diag);
}

static void write_pages(
    struct run *run, const struct style *style, struct fonts *fonts)
{
    struct arena *arena = arena_new();
    struct pages *pages = pages_make(run->document, style, fonts, arena,
        run->options->lint != FALSE, run->diag);

    fonts_inputs(fonts, run->read);
    if (pages != NULL && run->options->format == FORMAT_TRACE) {
        GString *trace = trace_render(pages);

        finish(run, trace->str, trace->len);
        g_string_free(trace, TRUE);
    } else if (pages != NULL && writes_pdf(run->options)) {
        g_autoptr(GBytes) pdf = make_pdf(run, pages, fonts);

        if (pdf != NULL) {
            size_t size;
            const void *bytes = g_bytes_get_data(pdf, &size);

            batch_pages(pages->count);
            finish(run, bytes, size);
        }
    }
    arena_free(arena);
}

static void write_latex(
    struct run *run, const struct style *style, struct fonts *fonts)
{
    /* TeX leaves out what its faces do not have. */
    coverage_check(run->document, fonts, run->diag);
    if (!diag_failed(run->diag) &&
        attachments_describe(run->document,
            run->template == NULL ? run->parts : NULL, run->diag)) {
        GString *tex = latex_render(
            run->document, style, fonts, run->attachments, run->diag);

        fonts_inputs(fonts, run->read);
        if (tex != NULL && latex_files_save(run->options->out, run->document,
                               run->attachments, run->diag)) {
            finish(run, tex->str, tex->len);
        }
        if (tex != NULL) {
            g_string_free(tex, TRUE);
        }
    }
}

/* The style asked for, else the template's own: that of its name beside it. */
static char *style_path(const struct run *run)
{
    if (run->options->style != NULL) {
        return part_path(run->options->style);
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

/* Does with the style and the faces what is wanted: pages or LaTeX. */
static void with_style(struct run *run,
    void (*work)(struct run *, const struct style *, struct fonts *))
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
        work(run, style, fonts);
        fonts_close(fonts);
    }
    diag_flush(run->diag); /* names paths */
    style_close(style);
}

/* What the template gives is all that is asked for: it is not even checked. */
static bool only_writes_text(const struct options *options)
{
    return options->format == FORMAT_FACTS ||
           (options->format == FORMAT_DOCUMENT && !options->lint);
}

/* In one language, or in the two of "zh_CN+en". */
static GString *template_text(struct run *run)
{
    const char *lang = run->options->lang;
    const char *second = strchr(lang, '+');
    g_autofree char *first = NULL;

    if (run->options->format == FORMAT_FACTS) {
        return transform_facts(
            run->data, run->template, lang, run->parts, run->diag);
    }
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

/* A document, or what a template makes of the data; NULL: there is none. */
static const struct xml_doc *document_xml(struct run *run)
{
    if (run->template == NULL) {
        return run->data;
    }
    run->text = template_text(run);
    if (run->text == NULL || only_writes_text(run->options)) {
        return NULL;
    }
    run->made =
        xml_parse(run->template, run->text->str, run->text->len, run->diag);
    return run->made;
}

static void write_document(struct run *run)
{
    if (run->text != NULL) {
        finish(run, run->text->str, run->text->len);
    } else {
        size_t size;
        const char *bytes = xml_bytes(run->data, &size);

        finish(run, bytes, size);
    }
}

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

/* What lint finds may reject the input, so that it comes first. */
static void write_result(struct run *run)
{
    enum format format = run->options->format;
    bool has_pages = format == FORMAT_PDF || format == FORMAT_TRACE;

    if (format != FORMAT_DOCUMENT) {
        drop_xml(run);
    }
    if (has_pages || run->options->lint) {
        with_style(run, write_pages);
    }
    if (diag_failed(run->diag) || has_pages) {
        return;
    }
    if (format == FORMAT_TEX) {
        with_style(run, write_latex);
    } else {
        write_document(run);
    }
}

/* False, reported: one of the files could not be read. */
static bool attach_files(
    struct run *run, enum attachment_kind kind, char *const *paths)
{
    bool done = true;

    for (; paths != NULL && *paths != NULL; paths++) {
        note_read(run, *paths);
        if (!attachments_add_file(
                run->attachments, kind, *paths, run->diag)) {
            done = false;
        }
    }
    return done;
}

/* What the PDF carries but for the record.  False: reported. */
static bool attach_inputs(struct run *run)
{
    const xmlNode *root = xmlDocGetRootElement(xml_tree(run->data));
    size_t size;
    const char *bytes = xml_bytes(run->data, &size);
    bool done;

    if (!carries_files(run->options)) {
        return true;
    }
    if (run->template != NULL) {
        run->dataset = g_strdup(xml_attribute(root, "id"));
        run->year = g_strdup(xml_attribute(root, "year"));
    }
    run->attachments = attachments_new(writes_pdf(run->options));
    done = attach_files(run, ATTACHMENT_DATASET, run->options->sources);
    done =
        attach_files(run, ATTACHMENT_PREVIOUS, run->options->previous) && done;
    attachments_add(run->attachments,
        run->template != NULL ? ATTACHMENT_AGGREGATED : ATTACHMENT_DOCUMENT,
        run->input, bytes, size);
    return done;
}

static void work(struct run *run)
{
    const struct xml_doc *xml;

    note_read(run, run->input);
    run->data = xml_load(run->input, run->diag);
    if (run->data == NULL || !check_input(run) || !attach_inputs(run)) {
        return;
    }
    blame(run);
    xml = document_xml(run);
    if (xml == NULL) {
        if (run->text != NULL && !diag_failed(run->diag)) {
            write_document(run);
        }
        return;
    }
    note_part(run, "schema/document.xsd");
    note_part(run, "schema/xml.xsd");
    run->document = document_build(xml, run->tree, run->diag);
    if (run->document != NULL) {
        write_result(run);
    }
}

/* Also of a job that failed. */
static void tell_read(const struct run *run)
{
    batch_read_all(
        (const char *const *)run->read->pdata, run->read->len);
    batch_read_all(
        (const char *const *)run->parts->pdata, run->parts->len);
}

static void run_layout(
    const struct options *options, const char *input, struct diag *diag)
{
    struct run run = {.options = options,
        .input = input,
        .diag = diag,
        .read = g_ptr_array_new_with_free_func(g_free),
        .parts = g_ptr_array_new_with_free_func(g_free),
        .tree = arena_new()};

    if (options->template != NULL) {
        run.template = part_path(options->template);
    }
    work(&run);
    tell_read(&run);
    diag_flush(diag); /* while what positions name is there */
    drop_xml(&run);
    attachments_free(run.attachments);
    g_free(run.dataset);
    g_free(run.year);
    arena_free(run.tree);
    g_ptr_array_unref(run.parts);
    g_ptr_array_unref(run.read);
    g_free(run.template);
}

/* NULL: the words are right; else what is wrong with them. */
static const char *check_options(struct options *options, int operands)
{
    static const char *const formats[] = {[FORMAT_PDF] = "pdf",
        [FORMAT_TEX] = "tex",
        [FORMAT_DOCUMENT] = "document",
        [FORMAT_TRACE] = "trace",
        [FORMAT_FACTS] = "facts"};
    size_t format = 0;

    while (options->to != NULL && format < G_N_ELEMENTS(formats) &&
           strcmp(options->to, formats[format]) != 0) {
        format++;
    }
    options->format = (enum format)format;
    if (format == G_N_ELEMENTS(formats)) {
        return _("--to takes pdf, tex, document, trace or facts");
    }
    if (options->out == NULL && !options->lint) {
        return _("no output; give one with -o");
    }
    if (options->out == NULL && options->depfile != NULL) {
        return _("--depfile says what an output depends on; give one with -o");
    }
    if (options->sources != NULL && options->template == NULL) {
        return _("--source goes with --template; a document is its own");
    }
    if (options->previous != NULL && options->sources == NULL) {
        return _("--previous goes with --source, the edition that it is "
                 "compared with");
    }
    if (operands != 1) {
        return _("give one input file");
    }
    if (options->template == NULL && options->lang != NULL) {
        return _("--lang goes with --template; a document names its own");
    }
    if (options->template != NULL && options->lang == NULL) {
        return _("--template needs --lang=zh_CN, --lang=en, or both: zh_CN+en");
    }
    if (options->format == FORMAT_FACTS &&
        (options->template == NULL || strchr(options->lang, '+') != NULL)) {
        return _("--to=facts goes with --template and one language");
    }
    return NULL;
}

static void options_clear(struct options *options)
{
    g_free(options->template);
    g_free(options->style);
    g_free(options->lang);
    g_free(options->to);
    g_free(options->depfile);
    g_free(options->out);
    g_strfreev(options->sources);
    g_strfreev(options->previous);
}

/* False: *status says how the program ends. */
static bool read_options(
    int *argc, char ***argv, struct options *options, int *status)
{
    const GOptionEntry entries[] = {
        {"template", 0, 0, G_OPTION_ARG_FILENAME, &options->template,
            N_("make a document of the data by this template"), "T.xsl"},
        {"style", 0, 0, G_OPTION_ARG_FILENAME, &options->style,
            N_("lay it out in this style"), "S.xml"},
        {"lang", 0, 0, G_OPTION_ARG_STRING, &options->lang,
            N_("language of the report: zh_CN, en, or both: zh_CN+en"), "LANG"},
        {"to", 0, 0, G_OPTION_ARG_STRING, &options->to,
            N_("pdf (if left out), tex, document, trace or facts"), "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->out,
            N_("write the result to OUT (-: standard output)"), "OUT"},
        {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->sources,
            N_("a dataset that INPUT comes from: carried in the PDF"), "FILE"},
        {"previous", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->previous,
            N_("a dataset of the edition before: carried in the PDF"), "OLD"},
        {"depfile", 0, 0, G_OPTION_ARG_FILENAME, &options->depfile,
            N_("write a Make rule: what OUT depends on"), "DEP"},
        {"lint", 0, 0, G_OPTION_ARG_NONE, &options->lint,
            N_("warn of lines that break a rule; without -o write nothing"),
            NULL},
        {"werror", 0, 0, G_OPTION_ARG_NONE, &options->werror,
            N_("reject what deserves a warning"), NULL},
        BATCH_OPTION,
        {0},
    };
    const char *why;

    if (!cli_parse(argc, argv, entries, "-o OUT INPUT",
            N_("Lay out a document, or aggregated data by a template."),
            status)) {
        return false;
    }
    why = check_options(options, *argc - 1);
    if (why != NULL) {
        *status = cli_usage(why);
        return false;
    }
    return true;
}

static int do_job(int argc, char **argv)
{
    struct options options = {0};
    struct diag *diag;
    int status = CLI_DONE;

    if (!read_options(&argc, &argv, &options, &status)) {
        options_clear(&options);
        return status;
    }
    diag = diag_new(g_get_prgname());
    if (options.werror) {
        diag_raise_warnings(diag);
    }
    run_layout(&options, argv[1], diag);
    status = diag_exit_status(diag);
    diag_free(diag);
    options_clear(&options);
    return status;
}

int main(int argc, char **argv)
{
    int status;

    heap_open();
    i18n_open();
    xml_open();
    status = batch_run(argc, argv, do_job);
    xml_close();
    return status;
}
