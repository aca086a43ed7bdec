/*
 * Pages made by hand to PDF: the same bytes each time, whatever the clock;
 * what is stated about the document; and where glyphs stand for more than one
 * text.
 */
#include "render/pdf.h"

#include "base/diag.h"
#include "base/paths.h"
#include "doc/doc.h"
#include "page/page.h"
#include "pdf_plain.h"
#include "render/pdf_fonts.h"
#include "type/font.h"
#include "xml/xml.h"

static char *catalogue;

struct fixture {
    struct diag *diag;
    struct fonts *fonts;
    struct document document;
    struct doc_node root;
    struct doc_node p;
    struct page pages[3];
    struct page_item items[3];
    struct page_glyph glyphs[2];
    struct page_outline outline[2];
    struct pages all;
};

static void set_up(struct fixture *f, gconstpointer data)
{
    static const struct font_style style = {FONT_SERIF, false, false};
    const struct font *font;

    (void)data;
    g_unsetenv("SOURCE_DATE_EPOCH");
    f->diag = diag_new("test");
    f->fonts = fonts_open(catalogue, f->diag);
    diag_flush(f->diag);
    g_assert_nonnull(f->fonts);
    font = fonts_choose(f->fonts, style, "zh-CN", 0x5165);
    g_assert_nonnull(font);
    f->p = (struct doc_node){
        .kind = DOC_P, .is_chinese = true, .parent = &f->root};
    f->root = (struct doc_node){.kind = DOC_REPORT,
        .is_chinese = true,
        .first = &f->p,
        .last = &f->p};
    f->document = (struct document){.root = &f->root,
        .lang = "zh-CN", .date = "2025-10-01", .title = "R&D <2024> (公报)"};
    for (size_t i = 0; i < 3; i++) {
        f->pages[i] = (struct page){.width = len_micrometre(210000),
            .height = len_micrometre(297000),
            .label = i == 0 ? "i" : i == 1 ? "1" : "2"};
    }
    f->glyphs[0] =
        (struct page_glyph){.id = (uint16_t)font_glyph(font, 0x5165)};
    f->glyphs[1] = (struct page_glyph){
        .id = (uint16_t)font_glyph(font, 'a'), .text = 3, .x = 10 * LEN_PT};
    f->items[0] = (struct page_item){.kind = PAGE_TEXT, .next = &f->items[1]};
    f->items[0].as.text = (struct page_text){.font = font,
        .size = 10 * LEN_PT, .x = 50 * LEN_PT, .y = 50 * LEN_PT,
        .is_chinese = true, .text = "入a", .text_size = 4,
        .glyphs = f->glyphs, .count = 2};
    f->items[1] = (struct page_item){.kind = PAGE_LINK, .next = &f->items[2]};
    f->items[1].as.link = (struct page_link){.width = LEN_PT,
        .height = LEN_PT, .uri = "https://example.org/(a)", .contents = "a"};
    f->items[2] = (struct page_item){.kind = PAGE_LINK};
    f->items[2].as.link = (struct page_link){
        .width = LEN_PT, .height = LEN_PT, .to = "nowhere"};
    for (size_t i = 0; i < 3; i++) {
        f->items[i].node = &f->p;
    }
    f->pages[0].first = &f->items[0];
    f->outline[0] = (struct page_outline){.level = 1, .title = "A"};
    f->outline[1] = (struct page_outline){.level = 2, .title = "B", .page = 2};
    f->all = (struct pages){.document = &f->document, .pages = f->pages,
        .count = 3, .outline = f->outline, .outline_count = 2};
}

static void tear_down(struct fixture *f, gconstpointer data)
{
    (void)data;
    fonts_close(f->fonts);
    diag_free(f->diag);
}

/* True if the file holds the text, in a packed stream or outside. */
static bool holds(GBytes *pdf, const char *text)
{
    g_autoptr(GByteArray) plain = pdf_plain(pdf);

    return pdf_plain_count(plain, text) > 0;
}

static GBytes *render(struct fixture *f)
{
    return pdf_render(&f->all, f->fonts, NULL, NULL, f->diag);
}

static void test_same(struct fixture *f, gconstpointer data)
{
    g_autoptr(GBytes) first = render(f);
    g_autoptr(GBytes) second = NULL;

    (void)data;
    g_assert_nonnull(first);
    g_usleep(1100000); /* Another second by the clock. */
    second = render(f);
    g_assert_true(g_bytes_equal(first, second));
    g_assert_false(diag_has(f->diag, DIAG_LEVEL_NOTE));
}

static void test_statements(struct fixture *f, gconstpointer data)
{
    g_autoptr(GBytes) pdf = render(f);

    (void)data;
    g_assert_true(holds(pdf, "%PDF-1.7\n"));
    g_assert_true(holds(pdf, "/Lang (zh-Hans-CN)"));
    g_assert_true(holds(pdf, "/DisplayDocTitle true"));
    g_assert_true(holds(pdf, "/Title <FEFF00520026004400200"));
    g_assert_true(holds(pdf, "/CreationDate (D:20251001000000Z)"));
    g_assert_true(holds(pdf, "0 << /S /r /St 1 >>"));
    g_assert_true(holds(pdf, "1 << /S /D /St 1 >>"));
    g_assert_false(holds(pdf, "2 << /S"));
    g_assert_true(holds(pdf, "/URI (https://example.org/\\(a\\))"));
    g_assert_true(holds(pdf, "/PageMode /UseOutlines"));
    g_assert_true(holds(pdf, "/P<</MCID 0>>BDC\n"));
    g_assert_true(holds(pdf, "<</S/Document/P "));
    g_assert_true(holds(pdf, "<</S/P/P "));
    g_assert_true(holds(pdf, "/Tabs /S"));
    g_assert_true(holds(pdf, "/Title (B)"));
    g_assert_true(holds(pdf, "+NotoSerifCJKsc-Regular-Identity-H"));
}

/* The earlier one of the document's date and the variable's time; a wrong
 * variable is an error anyway. */
static void test_epoch(struct fixture *f, gconstpointer data)
{
    static const char *const wrong[] = {"", "now", "-1", "1.5", "1e9",
        "99999999999999999999"};
    static const struct {
        const char *document;
        const char *epoch;
        const char *pdf;
        const char *xmp;
    } dates[] = {
        {"2025-10-01", NULL, "/ModDate (D:20251001000000Z)",
            "<xmp:ModifyDate>2025-10-01T00:00:00Z<"},
        {"2025-10-01", "1759276800", "/ModDate (D:20251001000000Z)",
            "<xmp:ModifyDate>2025-10-01T00:00:00Z<"},
        {"2025-10-01", "1759276799", "/ModDate (D:20250930235959Z)",
            "<xmp:ModifyDate>2025-09-30T23:59:59Z<"},
        {NULL, "1700000000", "/ModDate (D:20231114221320Z)",
            "<xmp:ModifyDate>2023-11-14T22:13:20Z<"},
        {NULL, NULL, NULL, NULL},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        struct diag *diag = diag_new("test");

        g_setenv("SOURCE_DATE_EPOCH", wrong[i], TRUE);
        g_assert_null(pdf_render(&f->all, f->fonts, NULL, NULL, diag));
        g_assert_cmpint(diag_exit_status(diag), ==, 3);
        diag_free(diag);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
        g_autoptr(GBytes) pdf = NULL;

        f->document.date = dates[i].document;
        if (dates[i].epoch == NULL) {
            g_unsetenv("SOURCE_DATE_EPOCH");
        } else {
            g_setenv("SOURCE_DATE_EPOCH", dates[i].epoch, TRUE);
        }
        pdf = render(f);
        g_assert_true(holds(pdf, "/Creator ("));
        g_assert_cmpint(
            holds(pdf, "/CreationDate ("), ==, dates[i].pdf != NULL);
        g_assert_cmpint(
            holds(pdf, "<xmp:CreateDate>"), ==, dates[i].pdf != NULL);
        if (dates[i].pdf != NULL) {
            g_assert_true(holds(pdf, dates[i].pdf));
            g_assert_true(holds(pdf, dates[i].xmp));
        }
    }
    g_unsetenv("SOURCE_DATE_EPOCH");
}

/* The first text of a glyph is the font's; others are the page's to say. */
static void test_texts(struct fixture *f, gconstpointer data)
{
    const struct font *font = f->items[0].as.text.font;
    struct pdf_fonts *fonts = pdf_fonts_new(f->fonts);
    uint32_t han = font_glyph(font, 0x5165);
    uint32_t hyphen = font_glyph(font, '-');
    /* Any glyph will do. */
    uint32_t ligature = font_glyph(font, 'f');
    uint32_t private = font_glyph(font, 'p');
    uint32_t both = font_glyph(font, 'b');

    (void)data;
    g_assert_true(pdf_fonts_use(fonts, font, han, "入", 3));
    g_assert_false(pdf_fonts_use(fonts, font, han, "⼊", 3));
    g_assert_true(pdf_fonts_use(fonts, font, han, "入", 3));
    g_assert_false(pdf_fonts_use(fonts, font, han, "入口", 6));
    g_assert_false(pdf_fonts_use(fonts, font, hyphen, "\xC2\xAD", 2));
    g_assert_true(pdf_fonts_use(fonts, font, hyphen, "-", 1));
    g_assert_false(pdf_fonts_use(fonts, font, hyphen, "\xC2\xAD", 2));
    g_assert_true(pdf_fonts_use(fonts, font, ligature, "ffi", 3));
    g_assert_true(pdf_fonts_use(fonts, font, ligature, "ffi", 3));
    g_assert_false(pdf_fonts_use(fonts, font, ligature, "ff", 2));
    g_assert_false(pdf_fonts_use(fonts, font, ligature, "f", 1));
    g_assert_false(pdf_fonts_use(fonts, font, ligature, "", 0));
    g_assert_false(pdf_fonts_use(fonts, font, private, "\uE000", 3));
    g_assert_false(pdf_fonts_use(fonts, font, private, "\U000F0000", 4));
    g_assert_false(pdf_fonts_use(fonts, font, both, "\uF8FFa", 4));
    g_assert_false(pdf_fonts_use(fonts, font, both, "\uF8FFa", 4));
    pdf_fonts_free(fonts);
}

/* Styles do not let such a page come here. */
static void test_libharu(struct fixture *f, gconstpointer data)
{
    (void)data;
    if (g_test_subprocess()) {
        f->pages[1].width = 14401 * LEN_PT;
        g_assert_null(render(f));
        g_assert_cmpint(diag_exit_status(f->diag), ==, 3);
        diag_flush(f->diag);
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_passed();
    g_test_trap_assert_stderr("*libharu failed with error 0x1054*[pdf]*");
}

#define ADD(name, function)                                                    \
    g_test_add("/render/pdf/" name, struct fixture, NULL, set_up, function,    \
        tear_down)

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    xml_open();
    catalogue = paths_data("fonts/fonts.xml");
    ADD("same", test_same);
    ADD("statements", test_statements);
    ADD("epoch", test_epoch);
    ADD("texts", test_texts);
    ADD("libharu", test_libharu);
    status = g_test_run();
    g_free(catalogue);
    xml_close();
    return status;
}
