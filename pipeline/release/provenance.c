/*
 * JSON of strings, objects and arrays, indented by one.
 */
#include "release/provenance.h"

#include <stdbool.h>
#include <string.h>

#include "base/version.h"
#include "release/manifest.h"
#include "release/sums.h"

#define BUILD_TYPE "urn:gongbao:release:1"
#define BUILDER "urn:gongbao:release:1:" GONGBAO_VERSION

struct json {
    GString *text;
    int depth;
    bool is_first; /* nothing stands in the object or array yet */
};

static void append_string(GString *text, const char *string)
{
    g_string_append_c(text, '"');
    for (const char *p = string; *p != '\0'; p++) {
        unsigned char c = (unsigned char)*p;

        if (c == '"' || c == '\\') {
            g_string_append_c(text, '\\');
            g_string_append_c(text, *p);
        } else if (c < 0x20) {
            g_string_append_printf(text, "\\u%04x", c);
        } else {
            g_string_append_c(text, *p);
        }
    }
    g_string_append_c(text, '"');
}

/* The line of a value; name: NULL in an array. */
static void begin(struct json *json, const char *name)
{
    if (json->depth > 0) {
        g_string_append(json->text, json->is_first ? "\n" : ",\n");
        for (int i = 0; i < json->depth; i++) {
            g_string_append_c(json->text, ' ');
        }
    }
    json->is_first = false;
    if (name != NULL) {
        append_string(json->text, name);
        g_string_append(json->text, ": ");
    }
}

static void open(struct json *json, const char *name, char bracket)
{
    begin(json, name);
    g_string_append_c(json->text, bracket);
    json->depth++;
    json->is_first = true;
}

static void close(struct json *json, char bracket)
{
    json->depth--;
    if (!json->is_first) {
        g_string_append_c(json->text, '\n');
        for (int i = 0; i < json->depth; i++) {
            g_string_append_c(json->text, ' ');
        }
    }
    g_string_append_c(json->text, bracket);
    json->is_first = false;
}

/* Nothing where there is no value. */
static void string(struct json *json, const char *name, const char *value)
{
    if (value != NULL) {
        begin(json, name);
        append_string(json->text, value);
    }
}

static void digest(struct json *json, const char *sha256)
{
    if (sha256 != NULL) {
        open(json, "digest", '{');
        string(json, "sha256", sha256);
        close(json, '}');
    }
}

static void write_subjects(struct json *json, const struct sums *subjects)
{
    g_autoptr(GPtrArray) names = sums_names(subjects);

    open(json, "subject", '[');
    for (guint i = 0; i < names->len; i++) {
        open(json, NULL, '{');
        string(json, "name", names->pdata[i]);
        digest(json, sums_of(subjects, names->pdata[i]));
        close(json, '}');
    }
    close(json, ']');
}

/* What the operator says; of the datasets which they are, for what is in them
 * is a dependency. */
static void write_external(struct json *json, const struct manifest *manifest)
{
    open(json, "externalParameters", '{');
    open(json, "title", '{');
    for (int i = 0; i < MANIFEST_LANGUAGES; i++) {
        string(json, manifest_tags[i], manifest->title[i]);
    }
    close(json, '}');
    string(json, "url", manifest->url);
    string(json, "sourceDateEpoch", g_getenv("SOURCE_DATE_EPOCH"));
    open(json, "datasets", '[');
    for (guint i = 0; i < manifest->datasets->len; i++) {
        const struct manifest_dataset *dataset = manifest->datasets->pdata[i];

        string(json, NULL, dataset->id);
    }
    close(json, ']');
    close(json, '}');
}

/* What follows of the releases before. */
static void write_internal(struct json *json, const struct manifest *manifest)
{
    g_autofree char *serial = g_strdup_printf("%u", manifest->serial);

    open(json, "internalParameters", '{');
    string(json, "serial", serial);
    string(json, "previous", manifest->previous);
    close(json, '}');
}

static void write_annotation(
    struct json *json, const char *name, const char *value)
{
    open(json, "annotations", '{');
    string(json, name, value);
    close(json, '}');
}

/* An input without a sum needs a name in all the world, as the specification
 * of resource descriptors has it. */
static void write_input(struct json *json, const struct manifest_input *input)
{
    open(json, NULL, '{');
    string(json, "name", input->path);
    if (input->sha256 != NULL) {
        digest(json, input->sha256);
    } else {
        g_autofree char *escaped =
            g_uri_escape_string(input->path, "/", FALSE);
        g_autofree char *uri = g_strconcat("file:", escaped, NULL);

        string(json, "uri", uri);
        write_annotation(json, "withheld", "confidential");
    }
    close(json, '}');
}

static void write_dependencies(
    struct json *json, const struct manifest *manifest)
{
    open(json, "resolvedDependencies", '[');
    for (guint i = 0; i < manifest->inputs->len; i++) {
        write_input(json, manifest->inputs->pdata[i]);
    }
    for (guint i = 0; i < manifest->tools->len; i++) {
        const struct manifest_tool *tool = manifest->tools->pdata[i];

        if (tool->sha256 != NULL) {
            open(json, NULL, '{');
            string(json, "name", tool->name);
            digest(json, tool->sha256);
            write_annotation(json, "version", tool->version);
            close(json, '}');
        }
    }
    close(json, ']');
}

static void write_versions(struct json *json, const GPtrArray *tools)
{
    const char *last = "";

    for (guint i = 0; i < tools->len; i++) {
        const struct manifest_tool *tool = tools->pdata[i];

        /* One that is there in two versions: the first. */
        if (strcmp(tool->name, last) != 0) {
            string(json, tool->name, tool->version);
        }
        last = tool->name;
    }
}

static void write_run(struct json *json, const struct manifest *manifest)
{
    open(json, "runDetails", '{');
    open(json, "builder", '{');
    string(json, "id", BUILDER);
    open(json, "version", '{');
    string(json, "gongbao", manifest->version);
    write_versions(json, manifest->libraries);
    close(json, '}');
    close(json, '}');
    close(json, '}');
}

GString *provenance_write(
    const struct manifest *manifest, const struct sums *subjects)
{
    struct json json = {g_string_new(NULL), 0, true};

    open(&json, NULL, '{');
    string(&json, "_type", "https://in-toto.io/Statement/v1");
    write_subjects(&json, subjects);
    string(&json, "predicateType", "https://slsa.dev/provenance/v1");
    open(&json, "predicate", '{');
    open(&json, "buildDefinition", '{');
    string(&json, "buildType", BUILD_TYPE);
    write_external(&json, manifest);
    write_internal(&json, manifest);
    write_dependencies(&json, manifest);
    close(&json, '}');
    write_run(&json, manifest);
    close(&json, '}');
    close(&json, '}');
    g_string_append_c(json.text, '\n');
    return json.text;
}
