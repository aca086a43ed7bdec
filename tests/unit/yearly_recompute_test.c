/*
 * yearly/recompute: figures that are true and printed with their digits never
 * differ, whatever they are, and one that is not true does (rules S9, S10).
 * True amounts are drawn; parts, whole, shares and growth are rounded from them
 * one by one, as a bureau does.
 */
#include "yearly/recompute.h"

#include <glib.h>

#include "base/diag.h"
#include "base/number.h"
#include "model/dataset.h"
#include "xml/xml.h"

#define ROUNDS 200
#define PARTS_MAX 6
#define YEARS 2
#define FIRST_YEAR 2023
#define TRUE_DECIMALS 4 /* of amounts of seven digits and more */
#define SHARE_DECIMALS 2

struct sample {
    int parts;
    int decimals;                          /* printed, of amounts */
    number *amounts[PARTS_MAX + 1][YEARS]; /* 0: the whole */
    bool is_wrong; /* one share is not what it is */
};

static void draw(struct sample *sample, GRand *rand)
{
    sample->parts = g_rand_int_range(rand, 2, PARTS_MAX + 1);
    sample->decimals = g_rand_int_range(rand, 0, TRUE_DECIMALS);
    for (int year = 0; year < YEARS; year++) {
        number *whole = number_new(0, 1);

        for (int part = 1; part <= sample->parts; part++) {
            g_autoptr(number) digits = number_new(
                (long)g_rand_int_range(rand, 1000000, 2000000000), 1);
            number *more;

            sample->amounts[part][year] = number_scale10(digits, 1);
            more = number_add(whole, sample->amounts[part][year]);
            number_free(whole);
            whole = more;
        }
        sample->amounts[0][year] = whole;
    }
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 0; year < YEARS; year++) {
            number *scaled = number_scale10(
                sample->amounts[part][year], -TRUE_DECIMALS);

            number_free(sample->amounts[part][year]);
            sample->amounts[part][year] = scaled;
        }
    }
}

static void clear(struct sample *sample)
{
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 0; year < YEARS; year++) {
            number_free(sample->amounts[part][year]);
        }
    }
}

static const char head[] =
    "<dataset xmlns=\"urn:gongbao:dataset:1\" id=\"sample\" year=\"2024\" "
    "prepared=\"2025-01-01\" rounding=\"half-up\">"
    "<title xml:lang=\"en\">Sample</title>"
    "<publisher xml:lang=\"en\">A bureau</publisher>"
    "<refArea xml:lang=\"en\">A city</refArea>"
    "<sources><source id=\"s\" file=\"s.txt\">"
    "<title xml:lang=\"en\">S</title>"
    "<publisher xml:lang=\"en\">A bureau</publisher></source></sources>"
    "<units><unit id=\"yuan\" measures=\"money\">"
    "<label xml:lang=\"en\">yuan</label></unit>"
    "<unit id=\"percent\" measures=\"percent\">"
    "<label xml:lang=\"en\">%</label></unit></units>"
    "<themes><theme id=\"t\"><label xml:lang=\"en\">T</label></theme></themes>"
    "<indicators>";

static void write_indicators(GString *xml, const struct sample *sample)
{
    for (int part = 0; part <= sample->parts; part++) {
        g_string_append_printf(xml,
            "<indicator id=\"a%d\" theme=\"t\" kind=\"flow\" unit=\"yuan\" "
            "unitMult=\"8\"><label xml:lang=\"en\">a</label>%s</indicator>",
            part,
            part > 0 ? "<partOf indicator=\"a0\" group=\"g\" "
                       "exhaustive=\"yes\"/>"
                     : "");
        if (part > 0) {
            g_string_append_printf(xml,
                "<indicator id=\"s%d\" theme=\"t\" kind=\"share\" "
                "unit=\"percent\"><label xml:lang=\"en\">s</label>"
                "<ratio of=\"a%d\" to=\"a0\" group=\"g\" exhaustive=\"yes\"/>"
                "</indicator>",
                part, part);
        }
    }
}

/* An amount, and what it grew by. */
static void write_amount(
    GString *xml, const struct sample *sample, int part, int year)
{
    number *const *amounts = sample->amounts[part];
    g_autofree char *printed = number_round_text(
        amounts[year], sample->decimals, ROUNDING_HALF_UP);

    g_string_append_printf(xml,
        "<obs indicator=\"a%d\" period=\"%d\" value=\"%s\">"
        "<cite source=\"s\" lines=\"1\" token=\"x\"/>",
        part, FIRST_YEAR + year, printed);
    if (year > 0) {
        g_autoptr(number) moved = number_sub(amounts[year], amounts[year - 1]);
        g_autoptr(number) ratio = number_div(moved, amounts[year - 1]);
        g_autoptr(number) percent = number_scale10(ratio, 2);
        g_autofree char *rate = number_round_text(percent, 1, ROUNDING_HALF_UP);
        g_autofree char *step =
            number_round_text(moved, sample->decimals, ROUNDING_HALF_UP);

        g_string_append_printf(xml,
            "<change kind=\"percent\" value=\"%s\" base=\"%d\">"
            "<cite source=\"s\" lines=\"1\" token=\"x\"/></change>"
            "<change kind=\"difference\" value=\"%s\" base=\"%d\">"
            "<cite source=\"s\" lines=\"1\" token=\"x\"/></change>",
            rate, FIRST_YEAR + year - 1, step, FIRST_YEAR + year - 1);
    }
    g_string_append(xml, "</obs>");
}

static void write_share(
    GString *xml, const struct sample *sample, int part, int year)
{
    g_autoptr(number) ratio =
        number_div(sample->amounts[part][year], sample->amounts[0][year]);
    g_autoptr(number) percent = number_scale10(ratio, 2);
    g_autoptr(number) error =
        number_new(sample->is_wrong && part == 1 && year == 0, 1);
    g_autoptr(number) said = number_add(percent, error);
    g_autofree char *printed =
        number_round_text(said, SHARE_DECIMALS, ROUNDING_HALF_UP);

    g_string_append_printf(xml,
        "<obs indicator=\"s%d\" period=\"%d\" value=\"%s\">"
        "<cite source=\"s\" lines=\"1\" token=\"x\"/></obs>",
        part, FIRST_YEAR + year, printed);
}

static bool differs(const struct sample *sample)
{
    struct diag *diag = diag_new("test");
    GString *xml = g_string_new(head);
    struct dataset *dataset;
    struct xml_doc *doc;
    GString *table;
    bool result = false;

    write_indicators(xml, sample);
    g_string_append(xml, "</indicators><observations>");
    for (int year = 0; year < YEARS; year++) {
        for (int part = 0; part <= sample->parts; part++) {
            write_amount(xml, sample, part, year);
            if (part > 0) {
                write_share(xml, sample, part, year);
            }
        }
    }
    g_string_append(xml, "</observations></dataset>");
    doc = xml_parse("sample", xml->str, xml->len, diag);
    g_assert_nonnull(doc);
    dataset = dataset_read(doc);
    table = recompute_write(
        (const struct dataset *const[]){dataset}, 1, &result, diag);
    g_assert_nonnull(table);
    g_string_free(table, TRUE);
    g_string_free(xml, TRUE);
    dataset_free(dataset);
    xml_free(doc);
    diag_free(diag);
    return result;
}

static void test_true(void)
{
    GRand *rand = g_rand_new_with_seed(20241129);

    for (int round = 0; round < ROUNDS; round++) {
        struct sample sample = {0};

        draw(&sample, rand);
        g_assert_false(differs(&sample));
        clear(&sample);
    }
    g_rand_free(rand);
}

static void test_wrong(void)
{
    GRand *rand = g_rand_new_with_seed(20241130);

    for (int round = 0; round < ROUNDS; round++) {
        struct sample sample = {.is_wrong = true};

        draw(&sample, rand);
        g_assert_true(differs(&sample));
        clear(&sample);
    }
    g_rand_free(rand);
}

int main(int argc, char **argv)
{
    int result;

    xml_open();
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/recompute/true", test_true);
    g_test_add_func("/recompute/wrong", test_wrong);
    result = g_test_run();
    xml_close();
    return result;
}
