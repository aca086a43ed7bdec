/*
 * The codes of SDMX for statuses (CL_OBS_STATUS, CL_CONF_STATUS) and the
 * letters that Eurostat and others print beside figures.
 */
#include "exchange/sdmx_flags.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/sdmx_figure.h"

#define FIGURE_MAX 40

/* The first one of these that a value has is its status. */
static const char precedence[] = "BQMLHOFEIPUDSVNGJKWA";

static const char *const status_ids[] = {"OBS_STATUS", "STATUS"};
static const char *const conf_ids[] = {
    "CONF_STATUS", "CONF_STATUS_OBS", "OBS_CONF"};
static const char *const other_ids[] = {"OBS_FLAG", "UNIT_MULT", "DECIMALS",
    "REPORTING_YEAR_START_DAY", "TIME_FORMAT", "FREQ"};

static bool is_in(const char *id, const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(id, ids[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool sdmx_flags_is_known(const char *attribute)
{
    return is_in(attribute, status_ids, G_N_ELEMENTS(status_ids)) ||
           is_in(attribute, conf_ids, G_N_ELEMENTS(conf_ids)) ||
           is_in(attribute, other_ids, G_N_ELEMENTS(other_ids));
}

/* Letters beside figures, as Eurostat prints them; 0: no status. */
static const struct {
    const char *flag;
    char status;
    char conf;
} letters[] = {
    {"b", 'B', 0},
    {"d", 'D', 0},
    {"e", 'E', 0},
    {"f", 'F', 0},
    {"i", 'I', 0},
    {"m", 'M', 0},
    {"n", 'N', 0},
    {"p", 'P', 0},
    {"u", 'U', 0},
    {"C", 0, 'C'},
    {"N", 0, 'N'},
    {"P", 0, 'C'},
    {":", 'O', 0},
    {"[c]", 'Q', 'C'},
    {"[x]", 'O', 0},
    {"[z]", 'M', 0},
    {"[p]", 'P', 0},
    {"[e]", 'E', 0},
    {"[b]", 'B', 0},
    {"[u]", 'U', 0},
    {"[low]", 'N', 0},
};

struct found {
    struct cube *cube;
    struct diag_pos pos;
    char statuses[32]; /* each once */
    char conf;
};

static void list(struct found *found, const char *what, const char *code)
{
    g_autofree char *name = g_strconcat(what, "=", code, NULL);

    cube_list_unread(found->cube, N_("the flag"), name, found->pos);
}

static void add_status(struct found *found, char status)
{
    size_t count = strlen(found->statuses);

    if (strchr(found->statuses, status) == NULL &&
        count + 1 < sizeof found->statuses) {
        found->statuses[count] = status;
    }
}

static void add_letters(struct found *found, const char *flags)
{
    while (*flags != '\0') {
        size_t length = 0;

        for (size_t i = 0; i < G_N_ELEMENTS(letters) && length == 0; i++) {
            if (g_str_has_prefix(flags, letters[i].flag)) {
                length = strlen(letters[i].flag);
                if (letters[i].status != '\0') {
                    add_status(found, letters[i].status);
                }
                if (letters[i].conf != '\0') {
                    found->conf = letters[i].conf;
                }
            }
        }
        if (length == 0) {
            length = strcspn(flags, " ,") == 0 ? 0 : 1;
            if (length == 1) {
                char code[2] = {flags[0], '\0'};

                list(found, "OBS_FLAG", code);
            } else {
                length = 1; /* what stands between flags */
            }
        }
        flags += length;
    }
}

static void add_code(struct found *found, const char *id, const char *code,
    GHashTable *own)
{
    const char *mapped = own != NULL ? g_hash_table_lookup(own, code) : NULL;

    if (is_in(id, status_ids, G_N_ELEMENTS(status_ids))) {
        code = mapped != NULL ? mapped : code;
        if (strlen(code) == 1 && strchr(precedence, code[0]) != NULL) {
            add_status(found, code[0]);
        } else {
            list(found, id, code);
        }
    } else if (strlen(code) == 1 && strchr("FNCDSAOTGMEX", code[0]) != NULL) {
        found->conf = code[0];
    } else if (code[0] != '\0') {
        /* A code that is not known may mean that nobody may see it. */
        found->conf = 'C';
        list(found, id, code);
    }
}

static void add_all(struct found *found, const struct cube_obs *obs,
    const char *id, GHashTable *own)
{
    const struct cube_value *value;

    for (size_t n = 0;
         (value = cube_attribute(found->cube, obs, id, n)) != NULL; n++) {
        if (strcmp(id, "OBS_FLAG") == 0) {
            add_letters(found, value->text);
        } else {
            add_code(found, id, value->text, own);
        }
    }
}

/* The one that holds; the others are listed. */
static char choose(struct found *found)
{
    char chosen = '\0';

    for (const char *p = precedence; *p != '\0'; p++) {
        if (strchr(found->statuses, *p) == NULL) {
            continue;
        }
        if (chosen == '\0') {
            chosen = *p;
        } else if (chosen == 'B' && *p == 'Q') {
            found->conf = found->conf == 'F' ? 'C' : found->conf;
        } else if (*p != 'A') {
            char code[2] = {*p, '\0'};

            list(found, "OBS_STATUS", code);
        }
    }
    return chosen;
}

struct sdmx_flags sdmx_flags_read(
    struct cube *cube, const struct cube_obs *obs, GHashTable *own)
{
    struct found found = {.cube = cube,
        .pos = {cube->path, obs->line, obs->col},
        .conf = 'F'};
    struct sdmx_flags flags;

    for (size_t i = 0; i < G_N_ELEMENTS(status_ids); i++) {
        add_all(&found, obs, status_ids[i], own);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(conf_ids); i++) {
        add_all(&found, obs, conf_ids[i], own);
    }
    add_all(&found, obs, "OBS_FLAG", own);
    flags.status = choose(&found);
    flags.conf = found.conf;
    return flags;
}

bool sdmx_flags_split(const char *text, char **figure, char **flags)
{
    size_t length = strspn(text, "+-.0123456789");
    const char *rest = text + length + strspn(text + length, " ");

    /* More than a flag of some letters is another thing. */
    if (rest[0] == '\0' || strlen(rest) > 8 ||
        strspn(rest, "abcdefghijklmnopqrstuvwxyzCNP:[] ,") != strlen(rest)) {
        return false;
    }
    *figure = g_strndup(text, length);
    *flags = g_strdup(rest);
    return true;
}

const char *sdmx_flags_scale(struct cube *cube, const char *value, int *mult)
{
    static const int known[] = {0, 1, 2, 3, 4, 6, 8, 9, 12};
    int target = known[G_N_ELEMENTS(known) - 1];
    g_autofree char *moved = NULL;

    for (size_t i = G_N_ELEMENTS(known); i > 0; i--) {
        if (known[i - 1] >= *mult) {
            target = known[i - 1];
        }
    }
    if (target == *mult) {
        return value;
    }
    if (abs(*mult - target) > FIGURE_MAX) {
        return NULL;
    }
    moved = g_strdup_printf("%se%d", value, *mult - target);
    *mult = target;
    return sdmx_figure(cube, moved);
}
