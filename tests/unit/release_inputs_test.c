/*
 * release/inputs: names that say nothing of the machine, and files that share
 * one.
 */
#include "release/inputs.h"

#include "release/manifest.h"

static void add(struct inputs *inputs, struct snapshot *snapshot,
    const char *path, const char *sha256)
{
    const struct stamp stamp = {.size = 1};

    inputs_add(inputs, snapshot_add(snapshot, path, &stamp, sha256));
}

static void test_names(void)
{
    struct snapshot *snapshot = snapshot_new();
    struct inputs *inputs = inputs_new("work");
    struct manifest *manifest = manifest_new();
    g_autoptr(GString) text = g_string_new(NULL);

    inputs_withhold(inputs, "2024.xml");
    add(inputs, snapshot, "2024.xml", "1");
    add(inputs, snapshot, "/nowhere/b/2024.xml", "3");
    add(inputs, snapshot, "/nowhere/a/2024.xml", "2");
    add(inputs, snapshot, "/nowhere/c/2024.xml", "2");
    add(inputs, snapshot, "work/a/2024.xml", "4");
    inputs_put(inputs, manifest);
    for (guint i = 0; i < manifest->inputs->len; i++) {
        const struct manifest_input *input = manifest->inputs->pdata[i];

        g_string_append_printf(text, "%s %s\n", input->path,
            input->sha256 != NULL ? input->sha256 : "-");
    }
    g_assert_cmpstr(text->str, ==, "2024.xml -\n2024.xml 2\n2024.xml 3\n");
    manifest_free(manifest);
    inputs_free(inputs);
    snapshot_free(snapshot);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/inputs/names", test_names);
    return g_test_run();
}
