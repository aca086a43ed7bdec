/*
 * Marks the numerals of documents by what datasets say of them.
 */
#include "check/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "check/scan.h"
#include "check/source_text.h"
#include "model/dataset.h"

struct coverage {
    struct source_texts *texts;
    GHashTable *numerals; /* struct source_text -> array of scan_numeral */
    GPtrArray *names;     /* of the documents that were met */
    GPtrArray *found;     /* their texts */
};

/* What is said of numerals, and by whom. */
struct claim {
    struct coverage *coverage;
    const struct dataset_obs *obs; /* NULL: not by an observation */
    enum scan_state state;
    const char *user;
};

static void numerals_free(gpointer numerals)
{
    g_array_unref(numerals);
}

struct coverage *coverage_new(const char *folder)
{
    struct coverage *coverage = g_new0(struct coverage, 1);

    coverage->texts = source_texts_new(folder, NULL);
    coverage->numerals =
        g_hash_table_new_full(NULL, NULL, NULL, numerals_free);
    coverage->names = g_ptr_array_new_with_free_func(g_free);
    coverage->found = g_ptr_array_new();
    return coverage;
}

void coverage_free(struct coverage *coverage)
{
    if (coverage != NULL) {
        g_hash_table_unref(coverage->numerals);
        g_ptr_array_unref(coverage->names);
        g_ptr_array_unref(coverage->found);
        source_texts_free(coverage->texts);
        g_free(coverage);
    }
}

/* NULL: the document was reported when its citations were looked up. */
static const struct source_text *find_text(
    struct coverage *coverage, const struct dataset_source *source)
{
    const struct source_text *text =
        source != NULL ? source_texts_find(coverage->texts, source) : NULL;

    if (text != NULL && !g_hash_table_contains(coverage->numerals, text)) {
        g_hash_table_insert(
            coverage->numerals, (gpointer)text, scan_text(text));
        g_ptr_array_add(coverage->names, g_strdup(source->file));
        g_ptr_array_add(coverage->found, (gpointer)text);
    }
    return text;
}

/* ---- Claims ---- */

static void add_user(struct scan_numeral *numeral, const char *user)
{
    if (user == NULL) {
        return;
    }
    if (numeral->users == NULL) {
        numeral->users = g_string_new(user);
    } else if (strcmp(numeral->users->str, user) != 0) {
        g_string_append_printf(numeral->users, ", %s", user);
    }
}

static void mark(struct scan_numeral *numeral, const struct claim *claim)
{
    if (claim->state < numeral->state) {
        return;
    }
    if (claim->state > numeral->state && numeral->users != NULL) {
        g_string_truncate(numeral->users, 0);
        g_string_free(numeral->users, TRUE);
        numeral->users = NULL;
    }
    numeral->state = claim->state;
    add_user(numeral, claim->user);
    if (claim->obs != NULL && dataset_obs_is_confidential(claim->obs)) {
        numeral->is_secret = true;
    }
}

static struct scan_numeral *numeral_at(GArray *numerals, guint i)
{
    return &g_array_index(numerals, struct scan_numeral, i);
}

/* The first numeral at or behind an offset of the packed text. */
static guint first_from(GArray *numerals, size_t offset)
{
    guint low = 0;
    guint high = numerals->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (numeral_at(numerals, middle)->from < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void mark_span(
    const struct claim *claim, GArray *numerals, size_t from, size_t to)
{
    for (guint i = first_from(numerals, from);
         i < numerals->len && numeral_at(numerals, i)->from < to; i++) {
        if (numeral_at(numerals, i)->to <= to) {
            mark(numeral_at(numerals, i), claim);
        }
    }
}

/* Every place of the token in these lines. */
static void mark_token(const struct claim *claim,
    const struct source_text *text, const struct dataset_lines *lines,
    const GString *token)
{
    GArray *numerals = g_hash_table_lookup(claim->coverage->numerals, text);
    size_t offset = g_array_index(text->lines, size_t, (guint)lines->first - 1);
    struct packed packed = packed_new(256);
    const char *place;

    source_text_append(text, lines->first, lines->last, &packed);
    place = packed_find(&packed, packed.text->str, token);
    while (place != NULL) {
        size_t from = offset + (size_t)(place - packed.text->str);

        mark_span(claim, numerals, from, from + token->len);
        place = packed_find(&packed, place + 1, token);
    }
    packed_clear(&packed);
}

static bool lines_exist(
    const struct source_text *text, const struct dataset_lines *lines)
{
    return lines->first >= 1 && lines->first <= lines->last &&
           lines->last <= source_text_line_count(text);
}

static void claim_cite(
    const struct claim *claim, const struct dataset_cite *cite)
{
    const struct source_text *text =
        find_text(claim->coverage, cite->source);
    struct packed token;

    if (text == NULL || *cite->token == '\0') {
        return;
    }
    token = packed_new(32);
    packed_append(&token, cite->token, cite->token + strlen(cite->token));
    for (size_t i = 0; i < cite->line_count; i++) {
        if (lines_exist(text, &cite->lines[i])) {
            mark_token(claim, text, &cite->lines[i], token.text);
        }
    }
    packed_clear(&token);
}

/* ---- Dates ---- */

static bool is_number(const struct scan_numeral *numeral, int part)
{
    return strtol(numeral->figure, NULL, 10) == part;
}

/* The year, or a month or day that looks like one: "8月", "2025-09-29". */
static bool says_when(
    const struct scan_numeral *numeral, const struct dataset_period *period)
{
    bool has_month = period->freq == 'M' || period->freq == 'D';

    if (period->text == NULL || period->freq == 0) {
        return false;
    }
    if (strlen(numeral->figure) == 4 && is_number(numeral, period->year)) {
        return true;
    }
    if (has_month && is_number(numeral, period->number) &&
        (numeral->after == 0x6708 || numeral->before == '-')) {
        return true;
    }
    return period->freq == 'D' && is_number(numeral, period->day) &&
           (numeral->after == 0x65E5 || numeral->before == '-');
}

/* Numerals on the lines that say when what is cited there was. */
static void claim_period(const struct claim *claim,
    const struct dataset_cites *cites, const struct dataset_period *period)
{
    for (size_t i = 0; i < cites->count; i++) {
        const struct dataset_cite *cite = &cites->items[i];
        const struct source_text *text =
            find_text(claim->coverage, cite->source);
        GArray *numerals =
            text != NULL ? g_hash_table_lookup(claim->coverage->numerals, text)
                         : NULL;

        for (size_t j = 0; text != NULL && j < cite->line_count; j++) {
            const struct dataset_lines *lines = &cite->lines[j];
            guint n;

            if (!lines_exist(text, lines)) {
                continue;
            }
            n = first_from(numerals, g_array_index(text->lines, size_t,
                                         (guint)lines->first - 1));
            for (; n < numerals->len &&
                   numeral_at(numerals, n)->line <= lines->last;
                 n++) {
                if (says_when(numeral_at(numerals, n), period)) {
                    mark(numeral_at(numerals, n), claim);
                }
            }
        }
    }
}

static void claim_dates(const struct claim *claim,
    const struct dataset_cites *cites, const struct dataset_period *period)
{
    const struct claim when = {claim->coverage, NULL, SCAN_PERIOD, NULL};
    const struct claim published = {
        claim->coverage, NULL, SCAN_PUBLISHED, NULL};

    claim_period(&when, cites, period);
    for (size_t i = 0; i < cites->count; i++) {
        const struct dataset_cites one = {&cites->items[i], 1};

        if (cites->items[i].source != NULL) {
            claim_period(&published, &one, &cites->items[i].source->published);
        }
    }
}

static void claim_cites(const struct claim *claim,
    const struct dataset_cites *cites, const struct dataset_period *period)
{
    for (size_t i = 0; i < cites->count; i++) {
        claim_cite(claim, &cites->items[i]);
    }
    claim_dates(claim, cites, period);
}

static void claim_obs(struct coverage *coverage, const struct dataset_obs *obs)
{
    g_autofree char *value =
        g_strdup_printf("%s %s", obs->indicator_id, obs->period.text);
    g_autofree char *change = g_strdup_printf("%s change", value);
    g_autofree char *base = g_strdup_printf("%s base", value);
    struct claim claim = {coverage, obs, SCAN_USED, value};
    struct dataset_period edition = {.text = NULL};

    claim_cites(&claim, &obs->cites, &obs->period);
    if (obs->edition != NULL && dataset_period_read(obs->edition, &edition)) {
        claim_dates(&claim, &obs->cites, &edition);
    }
    claim.user = base;
    if (obs->base != NULL) {
        claim_cites(&claim, &obs->base->cites, &obs->base->period);
    }
    claim.user = change;
    for (size_t i = 0; i < obs->change_count; i++) {
        claim_cites(&claim, &obs->changes[i].cites, &obs->changes[i].base);
    }
}

void coverage_add(struct coverage *coverage, const struct dataset *dataset)
{
    for (size_t i = 0; i < dataset->source_count; i++) {
        find_text(coverage, &dataset->sources[i]);
    }
    for (size_t i = 0; i < dataset->obs_count; i++) {
        claim_obs(coverage, &dataset->obs[i]);
    }
    for (size_t i = 0; i < dataset->unused_count; i++) {
        const struct claim claim = {coverage, NULL, SCAN_UNUSED,
            dataset_why_name(dataset->unused[i].why)};

        claim_cite(&claim, &dataset->unused[i].cite);
    }
}

/* ---- The list ---- */

static void list_numeral(
    GString *list, const char *name, const struct scan_numeral *numeral)
{
    const char *users =
        numeral->users != NULL ? numeral->users->str : "";

    g_string_append_printf(list, "%s:%d:%d: %s: ", name, numeral->line,
        numeral->col, numeral->is_secret ? "\u2026" : numeral->text);
    if (numeral->state == SCAN_USED) {
        g_string_append_printf(list, _("used by %s"), users);
    } else if (numeral->state == SCAN_UNUSED) {
        g_string_append_printf(list, _("unused (%s)"), users);
    } else if (numeral->state == SCAN_PERIOD) {
        g_string_append(list, _("the period of the figures of the line"));
    } else if (numeral->state == SCAN_PUBLISHED) {
        g_string_append(list, _("says when the source was published"));
    } else {
        g_string_append(list, _("NOT ACCOUNTED FOR"));
    }
    g_string_append_c(list, '\n');
}

static void list_counts(
    GString *list, const char *name, const guint counts[SCAN_COUNT])
{
    g_string_append_printf(list,
        _("%s: used: %u, dates: %u, unused: %u, not accounted for: %u\n"),
        name, counts[SCAN_USED], counts[SCAN_PERIOD] + counts[SCAN_PUBLISHED],
        counts[SCAN_UNUSED], counts[SCAN_UNKNOWN]);
}

static void list_text(struct coverage *coverage, const char *name,
    const struct source_text *text, GString *list, struct diag *diag)
{
    GArray *numerals = g_hash_table_lookup(coverage->numerals, text);
    guint counts[SCAN_COUNT] = {0};

    for (guint i = 0; i < numerals->len; i++) {
        const struct scan_numeral *numeral = numeral_at(numerals, i);

        counts[numeral->state]++;
        list_numeral(list, name, numeral);
        if (numeral->state == SCAN_UNKNOWN) {
            diag_report(diag, DIAG_NUMERAL_UNUSED,
                (struct diag_pos){text->path, numeral->line, numeral->col},
                numeral->text);
        }
    }
    list_counts(list, name, counts);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GString *coverage_list(struct coverage *coverage, struct diag *diag)
{
    GString *list = g_string_new(NULL);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();

    for (guint i = 0; i < coverage->names->len; i++) {
        g_ptr_array_add(sorted, coverage->names->pdata[i]);
    }
    g_ptr_array_sort(sorted, compare_names);
    for (guint i = 0; i < sorted->len; i++) {
        guint at = 0;

        g_ptr_array_find(coverage->names, sorted->pdata[i], &at);
        list_text(coverage, sorted->pdata[i], coverage->found->pdata[at], list,
            diag);
    }
    return list;
}
