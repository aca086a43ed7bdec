/*
 * Two languages in one process, both through gettext.  gettext chooses by
 * locale and by $LANGUAGE, and ignores $LANGUAGE in the locale "C": a lookup
 * for the report therefore runs in C.UTF-8, which every C library has built
 * in, with $LANGUAGE set to the report's language for as long as it takes.
 */
#include "base/i18n.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <libintl.h>

#include "base/diag.h"
#include "base/paths.h"

#define DOMAIN "gongbao"
#define REPORT_DOMAIN "gongbao-report"

/* A message that every catalogue of reports translates. */
#define KNOWN_MESSAGE "Contents"

/* glibc's: raising it makes gettext look again. */
/* NOLINTNEXTLINE(readability-identifier-naming): glibc's name */
extern int _nl_msg_cat_cntr;

/* Set once by i18n_report_open; lives as long as the program. */
static struct {
    locale_t locale;
    char *language; /* NULL: English, which needs no catalogue */
    char *file;
    GHashTable *known; /* "context\004text" -> translation */
} report;

const char *i18n_message(const char *text)
{
    return dgettext(DOMAIN, text);
}

/* The language of a locale that is not installed: "zh_CN" of "zh_CN.UTF-8". */
static void use_language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);

        if (value != NULL && *value != '\0') {
            g_autofree char *language = g_strndup(value, strcspn(value, ".@"));

            setenv("LANGUAGE", language, 0);
            return;
        }
    }
}

void i18n_open(void)
{
    g_autofree char *folder = paths_locale();

    if (setlocale(LC_ALL, "") == NULL) {
        use_language_of_environment();
        setlocale(LC_ALL, "C.UTF-8");
    }
    setlocale(LC_NUMERIC, "C");
    bindtextdomain(DOMAIN, folder);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
}

/* What a lookup for the report leaves as it found it. */
struct visit {
    locale_t locale;
    char *language;
};

static struct visit visit_begin(void)
{
    struct visit visit = {
        uselocale(report.locale), g_strdup(g_getenv("LANGUAGE"))};

    setenv("LANGUAGE", report.language, 1);
    return visit;
}

static void visit_end(struct visit *visit)
{
    if (visit->language != NULL) {
        setenv("LANGUAGE", visit->language, 1);
    } else {
        unsetenv("LANGUAGE");
    }
    uselocale(visit->locale);
    g_free(visit->language);
}

/* msgctxt stands before the text in a catalogue, parted by this. */
static char *message_key(const char *context, const char *text)
{
    return context != NULL ? g_strconcat(context, "\004", text, NULL)
                           : g_strdup(text);
}

const char *i18n_report(const char *context, const char *text)
{
    g_autofree char *key = NULL;
    const char *translation;
    struct visit visit;

    if (report.language == NULL) {
        return text;
    }
    key = message_key(context, text);
    translation = g_hash_table_lookup(report.known, key);
    if (translation == NULL) {
        visit = visit_begin();
        translation = dgettext(REPORT_DOMAIN, key);
        visit_end(&visit);
        translation = g_intern_string(translation == key ? text : translation);
        g_hash_table_insert(
            report.known, g_steal_pointer(&key), (void *)translation);
    }
    return translation;
}

const char *i18n_report_plural(
    const char *context, const char *one, const char *many, unsigned long n)
{
    g_autofree char *key = NULL;
    const char *translation;
    struct visit visit;

    if (report.language == NULL) {
        return n == 1 ? one : many;
    }
    key = message_key(context, one);
    visit = visit_begin();
    translation = dngettext(REPORT_DOMAIN, key, many, n);
    visit_end(&visit);
    return translation == key ? one : translation;
}

const char *i18n_report_file(void)
{
    return report.file;
}

static void report_close(void)
{
    g_clear_pointer(&report.language, g_free);
    g_clear_pointer(&report.file, g_free);
    g_clear_pointer(&report.known, g_hash_table_unref);
    if (report.locale != (locale_t)0) {
        freelocale(report.locale);
        report.locale = (locale_t)0;
    }
}

static bool open_catalogue(const char *language)
{
    g_autofree char *folder = paths_locale();

    report.locale = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
    if (report.locale == (locale_t)0) {
        return false;
    }
    report.language = g_strdup(language);
    report.file = g_strconcat(
        folder, "/", language, "/LC_MESSAGES/" REPORT_DOMAIN ".mo", NULL);
    report.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bindtextdomain(REPORT_DOMAIN, folder);
    bind_textdomain_codeset(REPORT_DOMAIN, "UTF-8");
    _nl_msg_cat_cntr++;
    return strcmp(i18n_report(NULL, KNOWN_MESSAGE), KNOWN_MESSAGE) != 0;
}

bool i18n_report_open(const char *language, struct diag *diag)
{
    report_close();
    if (strcmp(language, "en") == 0) {
        return true;
    }
    if (strcmp(language, "zh_CN") != 0) {
        diag_report(diag, DIAG_LANGUAGE, DIAG_NOWHERE, language);
        return false;
    }
    if (!open_catalogue(language)) {
        diag_report(diag, DIAG_CATALOGUE, DIAG_NOWHERE, language,
            report.file != NULL ? report.file : "C.UTF-8");
        report_close();
        return false;
    }
    return true;
}
