/*
 * JSON of flat objects.
 */
#include "run/log.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/diag.h"
#include "run/places.h"

struct log {
    char *folder;
    char *path;
    const char *run;
    struct diag *diag;
    GString *line;
    bool has_failed;
};

struct log *log_new(const char *work, const char *file, const char *run,
    struct diag *diag)
{
    struct log *log = g_new0(struct log, 1);

    log->folder = g_build_filename(work, "log", NULL);
    log->path = g_build_filename(log->folder, file, NULL);
    log->run = run;
    log->diag = diag;
    log->line = g_string_new(NULL);
    return log;
}

void log_free(struct log *log)
{
    if (log != NULL) {
        g_string_free(log->line, TRUE);
        g_free(log->path);
        g_free(log->folder);
        g_free(log);
    }
}

const char *log_path(const struct log *log)
{
    return log->path;
}

char *log_time(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();

    return g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
}

/* As a JSON string; what is no UTF-8 is replaced. */
static void append_string(GString *line, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);

    g_string_append_c(line, '"');
    for (const char *p = valid; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\') {
            g_string_append_c(line, '\\');
            g_string_append_c(line, *p);
        } else if ((unsigned char)*p < 0x20 || *p == 0x7f) {
            g_string_append_printf(line, "\\u%04x", (unsigned)*p);
        } else {
            g_string_append_c(line, *p);
        }
    }
    g_string_append_c(line, '"');
}

static void append_key(struct log *log, const char *key)
{
    g_string_append(log->line, log->line->len > 1 ? "," : "");
    append_string(log->line, key);
    g_string_append_c(log->line, ':');
}

void log_begin(struct log *log, const char *event)
{
    g_autofree char *now = log_time();

    g_string_assign(log->line, "{");
    log_text(log, "time", now);
    log_text(log, "run", log->run);
    log_text(log, "event", event);
}

void log_text(struct log *log, const char *key, const char *text)
{
    append_key(log, key);
    append_string(log->line, text);
}

void log_number(struct log *log, const char *key, int64_t number)
{
    append_key(log, key);
    g_string_append_printf(
        log->line, "%" G_GINT64_FORMAT, (gint64)number);
}

void log_texts(struct log *log, const char *key, const GPtrArray *texts)
{
    append_key(log, key);
    g_string_append_c(log->line, '[');
    for (guint i = 0; i < texts->len; i++) {
        g_string_append(log->line, i > 0 ? "," : "");
        append_string(log->line, texts->pdata[i]);
    }
    g_string_append_c(log->line, ']');
}

static void report(struct log *log)
{
    if (!log->has_failed) {
        diag_report(log->diag, DIAG_LOG, DIAG_NOWHERE, log->path,
            g_strerror(errno));
    }
    log->has_failed = true;
}

/* Opened for each line: whoever rotates the file may take it away. */
void log_end(struct log *log)
{
    int file;

    g_string_append(log->line, "}\n");
    file = open(log->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0 && errno == ENOENT &&
        places_make(log->folder, log->diag)) {
        file = open(log->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    }
    if (file < 0) {
        report(log);
        return;
    }
    if (write(file, log->line->str, log->line->len) !=
        (gssize)log->line->len) {
        report(log);
    }
    close(file);
}
