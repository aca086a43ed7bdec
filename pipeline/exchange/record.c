/*
 * Parts in one array: the observation, its cites and notes, its base with
 * cites, its changes with cites and notes.
 */
#include "exchange/record.h"

#include <string.h>

#include "model/markup.h"

static const char *const languages[RECORD_LANGUAGES] = {"zh-CN", "en"};

struct record {
    int capacity;
    size_t count;
    struct record_part *parts;
};

struct record *record_new(int capacity)
{
    struct record *record = g_new0(struct record, 1);
    size_t n = (size_t)capacity;

    record->capacity = capacity;
    record->count = 2 + n + n + n * (1 + n + n) + n;
    record->parts = g_new0(struct record_part, record->count);
    return record;
}

void record_free(struct record *record)
{
    if (record != NULL) {
        g_free(record->parts);
        g_free(record);
    }
}

void record_clear(struct record *record)
{
    memset(record->parts, 0, record->count * sizeof *record->parts);
}

int record_capacity(const struct record *record)
{
    return record->capacity;
}

/* Order: obs, base, cites, notes, cites of base, changes with theirs. */
struct record_part *record_at(const struct record *record,
    enum field_part part, int index, enum field_part inner, int inner_index)
{
    size_t n = (size_t)record->capacity;
    size_t at = 0;

    switch (part) {
    case FIELD_OF_CITE:
        at = 2 + (size_t)index;
        break;
    case FIELD_OF_NOTE:
        at = 2 + n + (size_t)index;
        break;
    case FIELD_OF_BASE:
        at = inner == FIELD_OF_CITE ? 2 + 2 * n + (size_t)inner_index : 1;
        break;
    case FIELD_OF_CHANGE:
        at = 2 + 3 * n + (size_t)index * (1 + 2 * n);
        at += inner == FIELD_OF_CITE   ? 1 + (size_t)inner_index
              : inner == FIELD_OF_NOTE ? 1 + n + (size_t)inner_index
                                       : 0;
        break;
    case FIELD_OF_OBS:
    default:
        break;
    }
    g_assert(at < record->count);
    return &record->parts[at];
}

struct record_part *record_part(
    const struct record *record, const struct field *field)
{
    return record_at(record, field->part, field->index, field->inner,
        field->inner_index);
}

static int language_of(const struct field *field)
{
    return strcmp(field->lang, languages[0]) == 0 ? 0 : 1;
}

void record_set(
    struct record *record, const struct field *field, const char *text)
{
    struct record_part *part = record_part(record, field);

    if (field_is_default(field, text)) {
        return;
    }
    part->is_given = true;
    if (field->leaf == FIELD_TEXT) {
        part->texts[language_of(field)] = text;
    } else {
        part->leaves[field->leaf] = text;
    }
}

const char *record_get(const struct record *record, const struct field *field)
{
    const struct record_part *part = record_part(record, field);

    return field->leaf == FIELD_TEXT ? part->texts[language_of(field)]
                                     : part->leaves[field->leaf];
}

/* ---- Writing ---- */

static void open_part(struct markup *out, const char *name,
    enum field_part kind, const struct record_part *part)
{
    const char *attribute;
    enum field_leaf leaf;

    markup_open(out, name);
    for (int i = 0; (attribute = field_leaf_name(kind, i, &leaf)) != NULL;
         i++) {
        if (leaf != FIELD_UNIT && leaf != FIELD_TEXT) {
            markup_attribute(out, attribute, part->leaves[leaf]);
        }
    }
}

static void write_note(struct markup *out, const struct record_part *part)
{
    open_part(out, "note", FIELD_OF_NOTE, part);
    for (int i = 0; i < RECORD_LANGUAGES; i++) {
        const struct dataset_text text = {
            .lang = languages[i], .text = part->texts[i]};
        const struct dataset_texts texts = {(struct dataset_text *)&text, 1};

        if (part->texts[i] != NULL) {
            markup_texts(out, "text", &texts);
        }
    }
    markup_close(out);
}

static void write_inner(const struct record *record, struct markup *out,
    enum field_part part, int index, enum field_part inner)
{
    for (int i = 0; i < record->capacity; i++) {
        const struct record_part *item =
            part == FIELD_OF_OBS ? record_at(record, inner, i, inner, 0)
                                 : record_at(record, part, index, inner, i);

        if (!item->is_given) {
            continue;
        }
        if (inner == FIELD_OF_NOTE) {
            write_note(out, item);
        } else {
            open_part(out, "cite", FIELD_OF_CITE, item);
            markup_close(out);
        }
    }
}

void record_write(const struct record *record, struct markup *out)
{
    const struct record_part *base =
        record_at(record, FIELD_OF_BASE, 0, FIELD_OF_BASE, 0);

    open_part(out, "obs", FIELD_OF_OBS, &record->parts[0]);
    write_inner(record, out, FIELD_OF_OBS, 0, FIELD_OF_CITE);
    if (base->is_given) {
        open_part(out, "base", FIELD_OF_BASE, base);
        write_inner(record, out, FIELD_OF_BASE, 0, FIELD_OF_CITE);
        markup_close(out);
    }
    for (int i = 0; i < record->capacity; i++) {
        const struct record_part *change =
            record_at(record, FIELD_OF_CHANGE, i, FIELD_OF_CHANGE, 0);

        if (change->is_given) {
            open_part(out, "change", FIELD_OF_CHANGE, change);
            write_inner(record, out, FIELD_OF_CHANGE, i, FIELD_OF_CITE);
            write_inner(record, out, FIELD_OF_CHANGE, i, FIELD_OF_NOTE);
            markup_close(out);
        }
    }
    write_inner(record, out, FIELD_OF_OBS, 0, FIELD_OF_NOTE);
    markup_close(out);
}
