/*
 * yearly: what holds of all figures, tried on random ones.  True values are
 * drawn, and printed with fewer digits than they have; whatever is computed
 * from the printed ones must allow what is true.
 */
#include "yearly/compute.h"
#include "yearly/match.h"

#include <glib.h>

#include "base/diag.h"
#include "xml/xml.h"

#define ROUNDS 300
#define PARTS_MAX 5
#define YEARS 4
#define FIRST_YEAR 2021
/* True values have this many decimals in the multiplier 8. */
#define TRUE_DECIMALS 6

/* A whole of parts over some years: index 0 is the whole. */
struct sample {
    int parts;
    int decimals; /* printed */
    number *values[PARTS_MAX + 1][YEARS];
    GString *xml;
};

/* How often something was asserted, so that no test is of nothing. */
static int contained;

/* ---- A dataset of what is printed ---- */

static number *draw(GRand *rand)
{
    g_autoptr(number) digits =
        number_new(g_rand_int_range(rand, 1, 2000000000), 1);

    return number_scale10(digits, -TRUE_DECIMALS);
}

static void draw_values(struct sample *sample, GRand *rand)
{
    sample->parts = g_rand_int_range(rand, 2, PARTS_MAX + 1);
    sample->decimals = g_rand_int_range(rand, 0, 4);
    for (int year = 0; year < YEARS; year++) {
        number *sum = number_new(0, 1);

        for (int part = 1; part <= sample->parts; part++) {
            number *more;

            sample->values[part][year] = draw(rand);
            more = number_add(sum, sample->values[part][year]);
            number_free(sum);
            sum = more;
        }
        sample->values[0][year] = sum;
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
    "<label xml:lang=\"en\">yuan</label></unit></units>"
    "<themes><theme id=\"t\"><label xml:lang=\"en\">T</label></theme></themes>"
    "<indicators>";

static void write_sample(struct sample *sample)
{
    sample->xml = g_string_new(head);
    for (int part = 0; part <= sample->parts; part++) {
        g_string_append_printf(sample->xml,
            "<indicator id=\"i%d\" theme=\"t\" kind=\"flow\" unit=\"yuan\" "
            "unitMult=\"8\"><label xml:lang=\"en\">i</label>%s</indicator>",
            part,
            part > 0 ? "<partOf indicator=\"i0\" group=\"g\" "
                       "exhaustive=\"yes\"/>"
                     : "");
    }
    g_string_append(sample->xml, "</indicators><observations>");
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 0; year < YEARS; year++) {
            g_autofree char *printed =
                number_round_text(sample->values[part][year], sample->decimals,
                    ROUNDING_HALF_UP);

            g_string_append_printf(sample->xml,
                "<obs indicator=\"i%d\" period=\"%d\" value=\"%s\">"
                "<cite source=\"s\" lines=\"1\" token=\"x\"/></obs>",
                part, FIRST_YEAR + year, printed);
        }
    }
    g_string_append(sample->xml, "</observations></dataset>");
}

static void free_sample(struct sample *sample)
{
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 0; year < YEARS; year++) {
            number_free(sample->values[part][year]);
        }
    }
    g_string_free(sample->xml, TRUE);
}

/* Calls check with the joined years of each of many samples. */
static void each_sample(void (*check)(const struct sample *, struct yearly *))
{
    GRand *rand = g_rand_new_with_seed(20240229);

    contained = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct sample sample = {0};
        struct diag *diag = diag_new("test");
        struct xml_doc *doc;
        struct dataset *dataset;
        struct yearly *yearly;

        draw_values(&sample, rand);
        write_sample(&sample);
        doc = xml_parse("sample", sample.xml->str, sample.xml->len, diag);
        g_assert_nonnull(doc);
        dataset = dataset_read(doc);
        yearly = yearly_join(
            (const struct dataset *const[]){dataset}, 1, diag);
        g_assert_nonnull(yearly);
        yearly_compute(yearly, diag);
        g_assert_false(diag_failed(diag));
        check(&sample, yearly);
        yearly_free(yearly);
        dataset_free(dataset);
        xml_free(doc);
        diag_free(diag);
        free_sample(&sample);
    }
    g_assert_cmpint(contained, >, ROUNDS);
    g_rand_free(rand);
}

static const struct yearly_obs *obs_at(
    const struct yearly *yearly, int part, int year)
{
    g_autofree char *id = g_strdup_printf("i%d", part);
    g_autofree char *period = g_strdup_printf("%d", FIRST_YEAR + year);
    const struct yearly_obs *obs =
        yearly_lookup(yearly, id, period, PHASE_NONE);

    g_assert_nonnull(obs);
    return obs;
}

/* ---- What is asserted ---- */

static void assert_contains(const interval *range, const number *truth)
{
    contained++;
    g_assert_cmpint(number_compare(range->lo, truth), <=, 0);
    g_assert_cmpint(number_compare(range->hi, truth), >=, 0);
}

static void assert_equal(const number *a, const number *b)
{
    g_autofree char *left = number_text(a);
    g_autofree char *right = number_text(b);

    g_assert_cmpstr(left, ==, right);
}

/* (now - before) * 10^power / of; NULL: of is nought. */
static number *relative(
    const number *now, const number *before, const number *of, int power)
{
    g_autoptr(number) difference = number_sub(now, before);
    g_autoptr(number) scaled = number_scale10(difference, power);

    return number_sign(of) == 0 ? NULL : number_div(scaled, of);
}

static const struct yearly_change *find_change(
    const struct yearly_obs *obs, enum dataset_change_kind kind)
{
    for (size_t i = 0; i < obs->change_count; i++) {
        if (obs->changes[i].kind == kind) {
            return &obs->changes[i];
        }
    }
    return NULL;
}

/* What was drawn lies within what its print allows. */
static void check_levels(const struct sample *sample, struct yearly *yearly)
{
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 0; year < YEARS; year++) {
            const struct yearly_obs *obs = obs_at(yearly, part, year);
            g_autoptr(number) truth =
                number_scale10(sample->values[part][year], 8);

            assert_contains(obs->level->range, truth);
        }
    }
}

/* The true change lies within the interval; the computed one leads back. */
static void check_changes(const struct sample *sample, struct yearly *yearly)
{
    for (int part = 0; part <= sample->parts; part++) {
        for (int year = 1; year < YEARS; year++) {
            const struct yearly_obs *now = obs_at(yearly, part, year);
            const struct yearly_obs *before = obs_at(yearly, part, year - 1);
            number *const *values = sample->values[part];
            const struct yearly_change *percent =
                find_change(now, CHANGE_PERCENT);
            const struct yearly_change *difference =
                find_change(now, CHANGE_DIFFERENCE);
            g_autoptr(number) truth = NULL;
            g_autoptr(number) moved = NULL;
            g_autoptr(number) growth = NULL;
            g_autoptr(number) moved_back = NULL;
            g_autoptr(number) back = NULL;

            g_assert_nonnull(difference);
            moved = number_sub(values[year], values[year - 1]);
            assert_contains(difference->result.range, moved);
            if (percent == NULL) {
                g_assert_cmpint(number_sign(before->level->exact), ==, 0);
                continue;
            }
            truth = relative(
                values[year], values[year - 1], values[year - 1], 2);
            if (percent->result.range != NULL) {
                assert_contains(percent->result.range, truth);
            }
            growth = number_mul(percent->result.value, before->level->exact);
            moved_back = number_scale10(growth, -2);
            back = number_add(moved_back, before->level->exact);
            assert_equal(back, now->level->exact);
        }
    }
}

/* True shares lie within theirs; those of levels that add up are 100. */
static void check_shares(const struct sample *sample, struct yearly *yearly)
{
    for (int year = 0; year < YEARS; year++) {
        const struct yearly_obs *whole = obs_at(yearly, 0, year);
        g_autoptr(number) levels = number_new(0, 1);
        g_autoptr(number) shares = number_new(0, 1);
        g_autoptr(number) hundred = NULL;
        g_autoptr(number) expected = NULL;

        if (number_sign(whole->level->exact) == 0) {
            continue;
        }
        for (int part = 1; part <= sample->parts; part++) {
            const struct yearly_obs *obs = obs_at(yearly, part, year);
            g_autoptr(number) scaled =
                number_scale10(sample->values[part][year], 2);
            g_autoptr(number) truth =
                number_div(scaled, sample->values[0][year]);
            number *sum;

            g_assert_cmpuint(obs->share_count, ==, 1);
            if (obs->shares[0].result.range != NULL) {
                assert_contains(obs->shares[0].result.range, truth);
            }
            sum = number_add(shares, obs->shares[0].result.value);
            number_free(shares);
            shares = sum;
            sum = number_add(levels, obs->level->exact);
            number_free(levels);
            levels = sum;
        }
        hundred = number_scale10(levels, 2);
        expected = number_div(hundred, whole->level->exact);
        assert_equal(shares, expected);
    }
}

static const struct yearly_effect *find_effect(
    const struct yearly_obs *obs, enum dataset_change_kind kind)
{
    for (size_t i = 0; i < obs->effect_count; i++) {
        if (obs->effects[i].kind == kind) {
            return &obs->effects[i];
        }
    }
    return NULL;
}

/* True contributions and pulls lie within theirs (rule S15); the pulls of what
 * is printed are what its parts grew by, in percent of the whole before. */
static void check_effects(const struct sample *sample, struct yearly *yearly)
{
    for (int year = 1; year < YEARS; year++) {
        number *const *whole = sample->values[0];
        const struct yearly_obs *base = obs_at(yearly, 0, year - 1);
        g_autoptr(number) moved = number_sub(whole[year], whole[year - 1]);

        for (int part = 1; part <= sample->parts; part++) {
            const struct yearly_obs *now = obs_at(yearly, part, year);
            const struct yearly_obs *before = obs_at(yearly, part, year - 1);
            number *const *values = sample->values[part];
            const struct yearly_effect *pull = find_effect(now, CHANGE_PULL);
            const struct yearly_effect *contribution =
                find_effect(now, CHANGE_CONTRIBUTION);
            g_autoptr(number) truth = relative(
                values[year], values[year - 1], whole[year - 1], 2);
            g_autoptr(number) part_of = relative(
                values[year], values[year - 1], moved, 2);

            if (pull != NULL) {
                g_autoptr(number) printed = relative(now->level->exact,
                    before->level->exact, base->level->exact, 2);

                assert_equal(pull->result.value, printed);
                assert_contains(pull->result.range, truth);
            }
            if (contribution != NULL && part_of != NULL) {
                assert_contains(contribution->result.range, part_of);
            }
        }
    }
}

/* (1 + g)^years leads from the first level to the last, within the interval. */
static void check_annual(const struct sample *sample, struct yearly *yearly)
{
    for (int part = 0; part <= sample->parts; part++) {
        const struct yearly_obs *last = obs_at(yearly, part, YEARS - 1);
        const number *first = sample->values[part][0];
        const number *now = sample->values[part][YEARS - 1];
        const interval *range = NULL;

        contained += last->since_count > 0;
        for (size_t i = 0; i < last->since_count; i++) {
            if (last->sinces[i].kind == CHANGE_ANNUAL) {
                range = last->sinces[i].result.range;
            }
        }
        for (int end = 0; range != NULL && end < 2; end++) {
            const number *rate = end == 0 ? range->lo : range->hi;
            g_autoptr(number) one = number_new(1, 1);
            g_autoptr(number) tiny = number_new(1, 1000000000);
            g_autoptr(number) slack = number_mul(first, tiny);
            g_autoptr(number) part_of = number_scale10(rate, -2);
            g_autoptr(number) factor = number_add(one, part_of);
            g_autoptr(number) reached = number_copy(first);
            g_autoptr(number) gap = NULL;

            for (int year = 1; year < YEARS; year++) {
                number *more = number_mul(reached, factor);

                number_free(reached);
                reached = more;
            }
            /* The root is cut to some decimals. */
            gap = end == 0 ? number_sub(reached, now)
                           : number_sub(now, reached);
            g_assert_cmpint(number_compare(gap, slack), <=, 0);
        }
    }
}

static void test_levels(void)
{
    each_sample(check_levels);
}

static void test_changes(void)
{
    each_sample(check_changes);
}

static void test_shares(void)
{
    each_sample(check_shares);
}

static void test_effects(void)
{
    each_sample(check_effects);
}

static void test_annual(void)
{
    each_sample(check_annual);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    xml_open();
    g_test_add_func("/property/levels", test_levels);
    g_test_add_func("/property/changes", test_changes);
    g_test_add_func("/property/shares", test_shares);
    g_test_add_func("/property/effects", test_effects);
    g_test_add_func("/property/annual", test_annual);
    status = g_test_run();
    xml_close();
    return status;
}
