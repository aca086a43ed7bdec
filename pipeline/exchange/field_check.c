/*
 * What each field accepts, as data/schema/dataset.xsd says it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/field.h"

#define STATUSES "ABDEFGHIJKLMNOPQSUVW"
#define CONF_STATUSES "FNCDSAOTGMEX"
#define DECIMALS_MAX 40
#define ID_MAX 64

static const char *const multipliers[] = {
    "0", "1", "2", "3", "4", "6", "8", "9", "12"};

/* The codes of one letter. */
static const char *letters_of(const struct field *field)
{
    return field->leaf == FIELD_STATUS        ? STATUSES
           : field->leaf == FIELD_CONF_STATUS ? CONF_STATUSES
                                              : "";
}

/* The word of an enum by number; NULL: no more. */
static const char *word_at(const struct field *field, int i)
{
    switch ((int)field->leaf) {
    case FIELD_PHASE:
        return i + 1 < PHASE_COUNT
                   ? dataset_phase_name((enum dataset_phase)(i + 1))
                   : NULL;
    case FIELD_QUALIFIER:
        return i + 1 < QUALIFIER_COUNT
                   ? dataset_qualifier_name((enum dataset_qualifier)(i + 1))
                   : NULL;
    case FIELD_BASIS:
        return i < BASIS_COUNT ? dataset_basis_name((enum dataset_basis)i)
                               : NULL;
    case FIELD_UNIT_MULT:
        return i < (int)G_N_ELEMENTS(multipliers) ? multipliers[i] : NULL;
    case FIELD_KIND:
        if (field->inner == FIELD_OF_NOTE) {
            return i < NOTE_COUNT ? dataset_note_name((enum dataset_note_kind)i)
                                  : NULL;
        }
        return i < CHANGE_COUNT
                   ? dataset_change_name((enum dataset_change_kind)i)
                   : NULL;
    default:
        return NULL;
    }
}

static bool is_id(const char *text)
{
    const char *p = text;

    if (!g_ascii_islower(*p) || strlen(text) > ID_MAX) {
        return false;
    }
    for (; *p != '\0'; p++) {
        if (*p == '-' ? !g_ascii_isalnum(p[1])
                      : !g_ascii_islower(*p) && !g_ascii_isdigit(*p)) {
            return false;
        }
    }
    return true;
}

/* "12", "12-14", "12-14 20" */
static bool is_lines(const char *text)
{
    bool is_range = false;

    for (const char *p = text; *p != '\0';) {
        if (*p == '0' || !g_ascii_isdigit(*p)) {
            return false;
        }
        while (g_ascii_isdigit(*p)) {
            p++;
        }
        if (*p == '-' && is_range) {
            return false;
        }
        is_range = *p == '-';
        if (*p != '\0' && *p != '-' && *p != ' ') {
            return false;
        }
        if (*p != '\0' && *++p == '\0') {
            return false;
        }
    }
    return *text != '\0';
}

static bool is_decimals(const char *text)
{
    size_t length = strlen(text);

    return length > 0 && length < 4 &&
           strspn(text, "0123456789") == length &&
           strtol(text, NULL, 10) <= DECIMALS_MAX;
}

bool field_accepts(const struct field *field, const char *text)
{
    struct dataset_period period;

    switch (field->leaf) {
    case FIELD_INDICATOR:
    case FIELD_SOURCE:
    case FIELD_OF:
        return is_id(text);
    case FIELD_PERIOD:
    case FIELD_BASE:
        return dataset_period_read(text, &period) ||
               strcmp(text, "year-before") == 0 ||
               strcmp(text, "period-before") == 0;
    case FIELD_DECIMALS:
        return is_decimals(text);
    case FIELD_LINES:
        return is_lines(text);
    case FIELD_STATUS:
    case FIELD_CONF_STATUS:
        return strlen(text) == 1 && strchr(letters_of(field), *text) != NULL;
    case FIELD_PHASE:
    case FIELD_QUALIFIER:
    case FIELD_BASIS:
    case FIELD_KIND:
    case FIELD_UNIT_MULT:
        for (int i = 0; word_at(field, i) != NULL; i++) {
            if (strcmp(word_at(field, i), text) == 0) {
                return true;
            }
        }
        return false;
    case FIELD_VALUE:
    case FIELD_UNIT:
    case FIELD_EDITION:
    case FIELD_TOKEN:
    case FIELD_TEXT:
    case FIELD_LEAF_COUNT:
    default:
        return true;
    }
}

char *field_hint(const struct field *field)
{
    GString *hint = g_string_new(NULL);

    for (int i = 0; word_at(field, i) != NULL; i++) {
        g_string_append_printf(hint, "%s%s", i > 0 ? ", " : "",
            word_at(field, i));
    }
    for (const char *p = letters_of(field); *p != '\0'; p++) {
        g_string_append_printf(hint, "%s%c", hint->len > 0 ? ", " : "", *p);
    }
    if (field->leaf == FIELD_PERIOD || field->leaf == FIELD_BASE) {
        g_string_append(hint,
            _("a period such as 2024, 2024-S1, 2024-Q3, 2024-07 or "
              "2024-07-31"));
    } else if (field->leaf == FIELD_DECIMALS) {
        g_string_append(hint, _("a count of digits, such as 1"));
    } else if (field->leaf == FIELD_LINES) {
        g_string_append(
            hint, _("line numbers such as 12, 12-14 or \"12-14 20\""));
    } else if (hint->len == 0) {
        g_string_append(hint, _("an id that the mapping declares"));
    }
    return g_string_free(hint, FALSE);
}

bool field_is_default(const struct field *field, const char *text)
{
    return (field->leaf == FIELD_STATUS && strcmp(text, "A") == 0) ||
           (field->leaf == FIELD_CONF_STATUS && strcmp(text, "F") == 0) ||
           (field->leaf == FIELD_BASIS &&
               strcmp(text, dataset_basis_name(BASIS_PRINTED)) == 0);
}
