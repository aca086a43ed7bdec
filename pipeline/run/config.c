/*
 * A key file by GLib, which knows no lines: they are looked up for messages.
 */
#include "run/config.h"

#include <stddef.h>
#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"

#define KEEP_DEFAULT 8
#define LIMIT_DEFAULT 600
#define JOBS_MAX 1024
#define NUMBER_MAX 100000

struct reading {
    const char *path;
    const char *text;
    GKeyFile *keys;
    struct diag *diag;
};

/* Takes the value over; what is wrong with it, or NULL. */
typedef const char *(*setter)(struct config *config, char *value, size_t place);

struct key {
    const char *section;
    const char *name;
    setter set;
    size_t place; /* of the string in struct config */
};

static void put(struct config *config, size_t place, char *value)
{
    char **member = (char **)(void *)((char *)config + place);

    g_free(*member);
    *member = value;
}

static const char *set_text(struct config *config, char *value, size_t place)
{
    if (*value == '\0') {
        g_free(value);
        return N_("it is empty; give it a value, or leave the line out");
    }
    put(config, place, value);
    return NULL;
}

static const char *set_number(
    char *value, int least, int most, int *number)
{
    g_autofree char *text = value;
    gint64 read;

    if (!g_ascii_string_to_signed(text, 10, least, most, &read, NULL)) {
        return N_("give a whole number, not too large");
    }
    *number = (int)read;
    return NULL;
}

static const char *set_keep(struct config *config, char *value, size_t place)
{
    (void)place;
    return set_number(value, 0, NUMBER_MAX, &config->keep);
}

static const char *set_jobs(struct config *config, char *value, size_t place)
{
    (void)place;
    return set_number(value, 1, JOBS_MAX, &config->jobs);
}

static const char *set_limit(struct config *config, char *value, size_t place)
{
    (void)place;
    return set_number(value, 1, NUMBER_MAX, &config->limit);
}

static const char *set_most(struct config *config, char *value, size_t place)
{
    return set_number(
        value, 1, G_MAXINT, (int *)(void *)((char *)config + place));
}

static const char *set_on_failure(
    struct config *config, char *value, size_t place)
{
    g_autofree char *text = value;

    (void)place;
    config->releases_failed = strcmp(text, "release") == 0;
    return config->releases_failed || strcmp(text, "keep") == 0
               ? NULL
               : N_("give keep or release");
}

static const char *set_url(struct config *config, char *value, size_t place)
{
    g_autofree char *text = value;

    if ((!g_str_has_prefix(text, "https://") &&
            !g_str_has_prefix(text, "http://")) ||
        !g_uri_is_valid(text, G_URI_FLAGS_NONE, NULL)) {
        return N_("give an address that begins with https:// or http://");
    }
    put(config, place,
        g_strconcat(text, g_str_has_suffix(text, "/") ? "" : "/", NULL));
    return NULL;
}

static const char *set_command(struct config *config, char *value, size_t place)
{
    if (!g_shell_parse_argv(value, NULL, NULL, NULL)) {
        g_free(value);
        return N_("give the words of a command, with each quotation closed");
    }
    put(config, place, value);
    return NULL;
}

static const char *set_sign(struct config *config, char *value, size_t place)
{
    if (strstr(value, "%i") == NULL || strstr(value, "%o") == NULL) {
        g_free(value);
        return N_("name what is signed by %i and the signature by %o");
    }
    return set_command(config, value, place);
}

#define PLACE(member) offsetof(struct config, member)
static const struct key known[] = {
    {"run", "jobs", set_jobs, 0},
    {"run", "limit", set_limit, 0},
    {"run", "max_bytes", set_most, PLACE(max_bytes)},
    {"run", "max_observations", set_most, PLACE(max_observations)},
    {"run", "max_pages", set_most, PLACE(max_pages)},
    {"release", "on_failure", set_on_failure, 0},
    {"release", "folder", set_text, PLACE(folder)},
    {"release", "keep", set_keep, 0},
    {"release", "title.zh_CN", set_text, PLACE(title[CONFIG_ZH])},
    {"release", "title.en", set_text, PLACE(title[CONFIG_EN])},
    {"release", "url", set_url, PLACE(url)},
    {"release", "sign", set_sign, PLACE(sign)},
    {"publish", "folder", set_text, PLACE(publish_folder)},
    {"publish", "rsync", set_text, PLACE(publish_rsync)},
    {"publish", "command", set_command, PLACE(publish_command)},
};

/* The line of [section], or of a key in it; 0: there is none. */
static int line_of(const char *text, const char *section, const char *key)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autofree char *head = g_strdup_printf("[%s]", section);
    bool is_inside = false;

    for (int i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip(lines[i]);

        if (*line == '[') {
            is_inside = strcmp(line, head) == 0;
            if (is_inside && key == NULL) {
                return i + 1;
            }
        } else if (is_inside && key != NULL && g_str_has_prefix(line, key)) {
            const char *rest = line + strlen(key);

            if (rest[strspn(rest, " \t")] == '=') {
                return i + 1;
            }
        }
    }
    return 0;
}

static struct diag_pos place_of(
    const struct reading *reading, const char *section, const char *key)
{
    return (struct diag_pos){
        reading->path, line_of(reading->text, section, key), 0};
}

/* "folder, keep" of a section; of all, without one, the sections. */
static char *names_of(const char *section)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const char *last = "";

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        const char *name = section != NULL ? known[i].name : known[i].section;

        if ((section != NULL && strcmp(known[i].section, section) != 0) ||
            strcmp(name, last) == 0) {
            continue;
        }
        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
        last = name;
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static const struct key *find(const char *section, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strcmp(known[i].section, section) == 0 &&
            (name == NULL || strcmp(known[i].name, name) == 0)) {
            return &known[i];
        }
    }
    return NULL;
}

static void read_key(const struct reading *reading, struct config *config,
    const char *section, const char *name)
{
    const struct key *key = find(section, name);
    g_autoptr(GError) error = NULL;
    struct diag_pos pos = place_of(reading, section, name);
    const char *fault;
    char *value;

    if (key == NULL) {
        g_autofree char *names = names_of(section);

        diag_report(
            reading->diag, DIAG_CONFIG_KEY, pos, section, name, names);
        return;
    }
    value = g_key_file_get_string(reading->keys, section, name, &error);
    fault = value != NULL ? key->set(config, value, key->place)
                          : N_("write it in UTF-8, and a backslash twice");
    if (fault != NULL) {
        diag_report(reading->diag, DIAG_CONFIG_VALUE, pos, name, _(fault));
    }
}

static void read_section(const struct reading *reading, struct config *config,
    const char *section)
{
    g_auto(GStrv) names =
        g_key_file_get_keys(reading->keys, section, NULL, NULL);

    if (find(section, NULL) == NULL) {
        g_autofree char *sections = names_of(NULL);

        diag_report(reading->diag, DIAG_CONFIG_SECTION,
            place_of(reading, section, NULL), section, sections);
        return;
    }
    for (char **name = names; name != NULL && *name != NULL; name++) {
        read_key(reading, config, section, *name);
    }
}

static void read_all(const struct reading *reading, struct config *config)
{
    g_auto(GStrv) sections = g_key_file_get_groups(reading->keys, NULL);

    for (char **section = sections; *section != NULL; section++) {
        read_section(reading, config, *section);
    }
    config->has_release = g_key_file_has_group(reading->keys, "release");
    if (g_key_file_has_group(reading->keys, "publish") &&
        !config->has_release) {
        diag_report(reading->diag, DIAG_CONFIG_PUBLISH,
            place_of(reading, "publish", NULL));
    }
}

/* NULL: reported; "": there is none, and none is needed. */
static char *read_text(const char *path, bool is_needed, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    const char *colon;
    char *text = NULL;
    gsize size;

    if (g_file_get_contents(path, &text, &size, &error)) {
        if (memchr(text, '\0', size) == NULL) {
            return text;
        }
        g_free(text);
        diag_report(diag, DIAG_CONFIG, DIAG_FILE(path),
            _("it has a byte that is no text"));
        return NULL;
    }
    if (!is_needed &&
        g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        return g_strdup("");
    }
    colon = g_strrstr(error->message, ": ");
    diag_report(diag, DIAG_INPUT_READ, DIAG_NOWHERE, path,
        colon != NULL ? colon + 2 : error->message);
    return NULL;
}

bool config_read(struct config *config, const char *path, bool is_needed,
    struct diag *diag)
{
    struct diag_mark before = diag_mark(diag);
    g_autofree char *text = read_text(path, is_needed, diag);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    g_autoptr(GError) error = NULL;
    const struct reading reading = {path, text, keys, diag};

    *config = (struct config){.keep = KEEP_DEFAULT, .limit = LIMIT_DEFAULT};
    if (text != NULL && !g_key_file_load_from_data(keys, text, (gsize)-1,
                            G_KEY_FILE_NONE, &error)) {
        diag_report(diag, DIAG_CONFIG, DIAG_FILE(path), error->message);
    } else if (text != NULL) {
        read_all(&reading, config);
    }
    if (config->folder == NULL) {
        config->folder = g_strdup("releases");
    }
    if (diag_mark(diag).kept > before.kept) {
        config_clear(config);
        return false;
    }
    return true;
}

void config_clear(struct config *config)
{
    g_free(config->folder);
    for (int i = 0; i < CONFIG_LANGUAGES; i++) {
        g_free(config->title[i]);
    }
    g_free(config->url);
    g_free(config->sign);
    g_free(config->publish_folder);
    g_free(config->publish_rsync);
    g_free(config->publish_command);
    *config = (struct config){0};
}
