/*
 * From the values that elements of SDMX data have to a table of observations:
 * dimensions to the key, attributes to the level they stand at, the time and
 * the figure to the observation.
 */
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "exchange/sdmx.h"
#include "exchange/sdmx_figure.h"
#include "exchange/sdmx_flags.h"
#include "exchange/sdmx_reader.h"

static const struct cube_value *value_at(
    const struct sdmx_level *level, guint i)
{
    return &g_array_index(level->values, struct cube_value, i);
}

/* ---- Keys and attributes ---- */

/* Puts the codes of a level into key; true: it has any. */
static bool fill_key(const struct sdmx_level *level, const char **key)
{
    bool has = false;

    for (guint i = 0; i < level->values->len; i++) {
        const struct cube_value *value = value_at(level, i);

        if (value->component->role == CUBE_DIMENSION) {
            key[value->component->index] = value->text;
            has = true;
        }
    }
    return has;
}

static void add_attributes(struct sdmx_reader *reader,
    const struct sdmx_level *level, struct cube_values *to)
{
    for (guint i = 0; i < level->values->len; i++) {
        const struct cube_value *value = value_at(level, i);

        if (value->component->role == CUBE_ATTRIBUTE) {
            cube_add_value(reader->cube, to, value->component, value->text,
                value->lang);
        }
    }
}

static void list_annotations(
    struct sdmx_reader *reader, const struct sdmx_level *level)
{
    for (const struct sdmx_annotation *annotation = level->annotations.first;
         annotation != NULL;
         annotation = annotation->next) {
        cube_list_unread(reader->cube, N_("the annotation"),
            annotation->type != NULL    ? annotation->type
            : annotation->title != NULL ? annotation->title
                                        : "",
            annotation->pos);
    }
}

/* A key that lacks a code is reported: it would be another series. */
static void check_key(struct sdmx_reader *reader, const char *const *key,
    struct diag_pos pos)
{
    for (guint i = 0; i < reader->cube->dimensions->len; i++) {
        const struct cube_component *dimension =
            g_ptr_array_index(reader->cube->dimensions, i);

        if (key[i] == NULL) {
            diag_report(reader->diag, DIAG_SDMX_KEY, pos, dimension->id);
        }
    }
}

static size_t add_series(struct sdmx_reader *reader, const char *const *key,
    struct diag_pos pos)
{
    guint before = reader->cube->series->len;

    cube_series(reader->cube, key, pos);
    if (reader->cube->series->len > before) {
        check_key(reader, key, pos);
    }
    return cube_series_index(reader->cube, key);
}

/* The key of a series is known when its first observation begins. */
void sdmx_reader_enter_obs(struct sdmx_reader *reader)
{
    struct sdmx_level *level = &reader->levels[SDMX_SERIES];
    const struct cube_component *at = NULL;

    if (reader->place != SDMX_SERIES || level->is_decided) {
        return;
    }
    if (reader->at_observation != NULL) {
        at = cube_lookup_component(reader->cube, reader->at_observation);
    }
    if (at == NULL || at->role != CUBE_DIMENSION) {
        g_autofree const char **key =
            g_new0(const char *, reader->cube->dimensions->len + 1);
        struct cube_series *series;

        fill_key(level, key);
        reader->series = add_series(reader, key, level->pos);
        series = g_ptr_array_index(reader->cube->series, reader->series);
        add_attributes(reader, level, &series->attributes);
        level->is_decided = true;
    }
}

void sdmx_reader_end_series(struct sdmx_reader *reader)
{
    list_annotations(reader, &reader->levels[SDMX_SERIES]);
}

void sdmx_reader_end_group(struct sdmx_reader *reader)
{
    const struct sdmx_level *level = &reader->levels[SDMX_GROUP];
    struct sdmx_group group = {NULL, {NULL, 0}};

    group.key = ARENA_ARRAY(reader->cube->arena,
        reader->cube->dimensions->len + 1, const char *);
    fill_key(level, group.key);
    add_attributes(reader, level, &group.attributes);
    list_annotations(reader, level);
    g_array_append_val(reader->groups, group);
}

/* ---- Observations ---- */

static const struct cube_value *find_role(
    const struct sdmx_reader *reader, enum cube_role role)
{
    static const enum sdmx_place places[] = {SDMX_OBS, SDMX_SERIES};

    for (size_t p = 0; p < G_N_ELEMENTS(places); p++) {
        const struct sdmx_level *level = &reader->levels[places[p]];

        if (places[p] == SDMX_SERIES &&
            reader->levels[SDMX_OBS].above != SDMX_SERIES) {
            break;
        }
        for (guint i = 0; i < level->values->len; i++) {
            if (value_at(level, i)->component->role == role) {
                return value_at(level, i);
            }
        }
    }
    return NULL;
}

static const char *find_text(const struct sdmx_reader *reader, const char *id)
{
    static const enum sdmx_place places[] = {
        SDMX_OBS, SDMX_SERIES, SDMX_DATASET};

    for (size_t p = 0; p < G_N_ELEMENTS(places); p++) {
        const struct sdmx_level *level = &reader->levels[places[p]];

        if (places[p] == SDMX_SERIES &&
            reader->levels[SDMX_OBS].above != SDMX_SERIES) {
            continue;
        }
        for (guint i = 0; i < level->values->len; i++) {
            /* Eurostat writes its own in small letters: freq. */
            if (g_ascii_strcasecmp(value_at(level, i)->component->id, id) ==
                0) {
                return value_at(level, i)->text;
            }
        }
    }
    return NULL;
}

/* What else there is to measure than the figure. */
static void list_measures(struct sdmx_reader *reader,
    const struct sdmx_level *level, const struct cube_value *taken)
{
    for (guint i = 0; i < level->values->len; i++) {
        const struct cube_value *value = value_at(level, i);

        if (value->component->role == CUBE_MEASURE &&
            value->component != taken->component) {
            cube_list_unread(reader->cube, N_("the measure"),
                value->component->id, level->pos);
        }
    }
}

/* False, reported. */
static bool read_time(struct sdmx_reader *reader, struct cube_obs *obs)
{
    static const char *const reasons[] = {
        [SDMX_TIME_READ] = "",
        [SDMX_TIME_MALFORMED] = N_("it is no time period of SDMX"),
        [SDMX_TIME_RANGE] = N_("datasets have no ranges of time"),
        [SDMX_TIME_WEEK] = N_("datasets have no weeks and thirds of years"),
        [SDMX_TIME_CLOCK] = N_("datasets have no hours"),
        [SDMX_TIME_START_DAY] =
            N_("the reporting year that begins on REPORTING_YEAR_START_DAY "
               "makes it no period of the calendar"),
    };
    const struct cube_value *time = find_role(reader, CUBE_TIME);
    const struct diag_pos pos = reader->levels[SDMX_OBS].pos;
    char period[11];
    enum sdmx_time result;

    if (time == NULL) {
        diag_report(reader->diag, DIAG_SDMX_KEY, pos, "TIME_PERIOD");
        return false;
    }
    result = sdmx_time_read(
        time->text, find_text(reader, "REPORTING_YEAR_START_DAY"), period);
    if (result != SDMX_TIME_READ) {
        diag_report(
            reader->diag, DIAG_SDMX_TIME, pos, time->text, _(reasons[result]));
        return false;
    }
    obs->period = cube_intern(reader->cube, period);
    return true;
}

/* A, S, Q, M, D of a period as datasets write it. */
static char period_freq(const char *period)
{
    switch (strlen(period)) {
    case 4:
        return 'A';
    case 7:
        return g_ascii_isdigit(period[5]) ? 'M' : period[5];
    default:
        return 'D';
    }
}

/* The frequency of the key and the period's: B counts days too, and what is
 * not periodic (N) has any. */
static void check_freq(struct sdmx_reader *reader, const struct cube_obs *obs)
{
    const char *freq = find_text(reader, "FREQ");
    char have = period_freq(obs->period);
    char is[2] = {have, '\0'};

    if (freq == NULL || strcmp(freq, "N") == 0 || strcmp(freq, is) == 0 ||
        (have == 'D' && strcmp(freq, "B") == 0)) {
        return;
    }
    diag_report(reader->diag, DIAG_SDMX_FREQUENCY,
        reader->levels[SDMX_OBS].pos, obs->period, is, freq);
}

/* A figure with flags beside it, or flags alone; false: neither. */
static bool read_flagged(
    struct sdmx_reader *reader, struct cube_obs *obs, const char *text)
{
    g_autofree char *figure = NULL;
    g_autofree char *flags = NULL;
    struct cube_value value = {NULL, NULL, NULL};

    if (!sdmx_flags_split(text, &figure, &flags)) {
        return false;
    }
    if (figure[0] != '\0') {
        const char *read = sdmx_figure(reader->cube, figure);

        obs->value = read != NULL ? cube_intern(reader->cube, read) : NULL;
    }
    value.component = cube_component(reader->cube, "OBS_FLAG", CUBE_ATTRIBUTE);
    value.text = cube_intern(reader->cube, flags);
    g_array_append_val(reader->levels[SDMX_OBS].values, value);
    return figure[0] == '\0' || obs->value != NULL;
}

static void read_value(struct sdmx_reader *reader, struct cube_obs *obs)
{
    const struct cube_value *value = find_role(reader, CUBE_MEASURE);
    const struct sdmx_level *level = &reader->levels[SDMX_OBS];
    const struct cube_value *status = NULL;

    if (value != NULL) {
        list_measures(reader, level, value);
    }
    if (value != NULL && value->text[0] != '\0') {
        obs->token = value->text;
        if (strcmp(value->text, "NaN") != 0) {
            obs->value = sdmx_figure(reader->cube, value->text);
            if (obs->value == NULL &&
                !read_flagged(reader, obs, obs->token)) {
                diag_report(
                    reader->diag, DIAG_SDMX_VALUE, level->pos, obs->token);
            }
        }
        return;
    }
    /* What stands there instead of a figure. */
    for (guint i = 0; i < level->values->len && status == NULL; i++) {
        if (strcmp(value_at(level, i)->component->id, "OBS_STATUS") == 0) {
            status = value_at(level, i);
        }
    }
    obs->token = status != NULL ? status->text
                                : find_role(reader, CUBE_TIME)->text;
}

static guint32 series_of(struct sdmx_reader *reader)
{
    const struct sdmx_level *level = &reader->levels[SDMX_OBS];
    const struct sdmx_level *above = &reader->levels[SDMX_SERIES];
    bool has_series = level->above == SDMX_SERIES;
    g_autofree const char **key = NULL;
    size_t index;

    if (has_series && above->is_decided) {
        return (guint32)reader->series;
    }
    key = g_new0(const char *, reader->cube->dimensions->len + 1);
    if (has_series) {
        fill_key(above, key);
    }
    fill_key(level, key);
    index = add_series(reader, key, level->pos);
    if (has_series) {
        struct cube_series *series =
            g_ptr_array_index(reader->cube->series, index);

        if (series->attributes.count == 0) {
            add_attributes(reader, above, &series->attributes);
        }
    }
    return (guint32)index;
}

static const struct cube_values *obs_attributes(struct sdmx_reader *reader)
{
    const struct sdmx_level *level = &reader->levels[SDMX_OBS];
    g_autoptr(GArray) own = NULL;
    struct cube_values list;

    own = g_array_new(FALSE, FALSE, sizeof(struct cube_value));
    for (guint i = 0; i < level->values->len; i++) {
        if (value_at(level, i)->component->role == CUBE_ATTRIBUTE) {
            g_array_append_val(own, *value_at(level, i));
        }
    }
    list = (struct cube_values){
        (struct cube_value *)(void *)own->data, own->len};
    return cube_share_values(reader->cube, &list);
}

void sdmx_reader_end_obs(struct sdmx_reader *reader)
{
    const struct sdmx_level *level = &reader->levels[SDMX_OBS];
    struct cube_obs obs = {.line = level->pos.line,
        .last_line = level->last_line,
        .col = level->pos.col};

    list_annotations(reader, level);
    if (!read_time(reader, &obs)) {
        return;
    }
    check_freq(reader, &obs);
    read_value(reader, &obs);
    obs.series = series_of(reader);
    obs.attributes = obs_attributes(reader);
    cube_add_obs(reader->cube, &obs);
}

/* ---- The whole ---- */

static bool in_group(const struct sdmx_reader *reader,
    const struct sdmx_group *group, const struct cube_series *series)
{
    for (guint i = 0; i < reader->cube->dimensions->len; i++) {
        if (group->key[i] != NULL && group->key[i] != series->key[i]) {
            return false;
        }
    }
    return true;
}

static bool has_attribute(
    const struct cube_values *values, const struct cube_component *component)
{
    for (size_t i = 0; i < values->count; i++) {
        if (values->items[i].component == component) {
            return true;
        }
    }
    return false;
}

/* A series says more than its group, and what it says holds. */
static void apply_group(struct sdmx_reader *reader,
    const struct sdmx_group *group, struct cube_series *series)
{
    size_t own = series->attributes.count;

    for (size_t i = 0; i < group->attributes.count; i++) {
        const struct cube_value *value = &group->attributes.items[i];
        const struct cube_values before = {series->attributes.items, own};

        if (!has_attribute(&before, value->component)) {
            cube_add_value(reader->cube, &series->attributes,
                value->component, value->text, value->lang);
        }
    }
}

void sdmx_reader_end_dataset(struct sdmx_reader *reader)
{
    const struct sdmx_level *level = &reader->levels[SDMX_DATASET];

    add_attributes(reader, level, &reader->cube->attributes);
    list_annotations(reader, level);
    for (guint s = 0; s < reader->cube->series->len; s++) {
        struct cube_series *series =
            g_ptr_array_index(reader->cube->series, s);

        for (guint g = 0; g < reader->groups->len; g++) {
            const struct sdmx_group *group =
                &g_array_index(reader->groups, struct sdmx_group, g);

            if (in_group(reader, group, series)) {
                apply_group(reader, group, series);
            }
        }
    }
    g_array_set_size(reader->groups, 0);
}

void sdmx_reader_open(
    struct sdmx_reader *reader, const char *path, struct diag *diag)
{
    *reader = (struct sdmx_reader){.cube = cube_new(path),
        .diag = diag,
        .path = path,
        .place = SDMX_NOWHERE};
    reader->structures = sdmx_structures_new(reader->cube);
    reader->annotation.cube = reader->cube;
    reader->references = g_hash_table_new(g_str_hash, g_str_equal);
    reader->groups = g_array_new(FALSE, FALSE, sizeof(struct sdmx_group));
    for (int i = 0; i < SDMX_PLACES; i++) {
        reader->levels[i].values =
            g_array_new(FALSE, FALSE, sizeof(struct cube_value));
    }
}

void sdmx_reader_close(struct sdmx_reader *reader)
{
    sdmx_structures_free(reader->structures);
    g_hash_table_unref(reader->references);
    g_array_unref(reader->groups);
    for (int i = 0; i < SDMX_PLACES; i++) {
        g_array_unref(reader->levels[i].values);
    }
}

struct cube *sdmx_read(
    const char *path, const char *structure, struct diag *diag)
{
    struct sdmx_reader reader;
    bool done;

    sdmx_reader_open(&reader, path, diag);
    done = (structure == NULL || sdmx_reader_read(&reader, structure)) &&
           sdmx_reader_read(&reader, path);
    sdmx_reader_close(&reader);
    if (!done) {
        cube_free(reader.cube);
        return NULL;
    }
    cube_sort(reader.cube, diag);
    return reader.cube;
}
