/*
 * xml/redact: what is left of confidential observations, byte for byte.
 */
#include "xml/redact.h"

#include <string.h>

static void assert_redacted(const char *before, const char *after)
{
    GString *out = redact_dataset(before, strlen(before));

    if (after == NULL) {
        g_assert_null(out);
        return;
    }
    g_assert_nonnull(out);
    g_assert_cmpstr(out->str, ==, after);
    g_assert_null(redact_dataset(out->str, out->len));
    g_string_free(out, TRUE);
}

static void test_free(void)
{
    assert_redacted("<d><obs value=\"5\"/></d>", NULL);
    assert_redacted("<d><obs value='5' confStatus=' F '/></d>", NULL);
    assert_redacted("<d><!-- <obs value='5' confStatus='C'/> --></d>", NULL);
    assert_redacted("<d><![CDATA[<obs value='5' confStatus='C'>]]></d>", NULL);
    assert_redacted("<d><x a='<obs confStatus='/></d>", NULL);
}

static void test_attributes(void)
{
    assert_redacted("<obs confStatus='C' value='5'/>",
        "<obs confStatus='C' status=\"Q\"/>");
    assert_redacted("<obs value = \"5\" status='P'  confStatus=\"N\" />",
        "<obs status='Q'  confStatus=\"N\" />");
    assert_redacted("<obs\r\n  value='5'\r\n  qualifier=\"over\" "
                    "decimals='1' edition='>' confStatus='&#67;'></obs>",
        "<obs\r\n\r\n edition='>' confStatus='&#67;' status=\"Q\"></obs>");
    assert_redacted("<obs status='B' value='5' confStatus='C'/>",
        "<obs status='B' confStatus='C'/>");
}

static void test_content(void)
{
    assert_redacted(
        "<o><obs confStatus='D' status='Q'>\n<!-- 5\n6 --><?five 5?>\n"
        "<cite token='5' lines='5'/><base value='5'>\n<cite token='5'/></base>"
        "<change value='5'/><change><note/></change><note>kept</note>"
        "</obs><obs value='5'/></o>",
        "<o><obs confStatus='D' status='Q'>\n\n\n"
        "<cite token='[c]' lines='5'/>\n"
        "<note>kept</note>"
        "</obs><obs value='5'/></o>");
}

static void test_prefixes(void)
{
    assert_redacted("<p:obs p:x='5' value='5' confStatus='S'><p:cite\n"
                    "token='5'></p:cite><q:base xmlns:q='u'><p:cite/></q:base>"
                    "</p:obs>",
        "<p:obs p:x='5' confStatus='S' status=\"Q\"><p:cite\n"
        "token='[c]'></p:cite></p:obs>");
}

static void test_cut(void)
{
    static const char text[] =
        "<o><obs confStatus='C' value='5'><base><cite token='5'/></base>"
        "<!-- 5 --></obs></o>";

    for (size_t size = 1; size < sizeof text; size++) {
        char *bytes = g_memdup2(text, size);
        GString *out = redact_dataset(bytes, size);

        g_assert_true(out == NULL || strstr(out->str, "'5'") == NULL ||
                      size < strlen("<o><obs confStatus='C'>"));
        if (out != NULL) {
            g_string_free(out, TRUE);
        }
        g_free(bytes);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/free", test_free);
    g_test_add_func("/attributes", test_attributes);
    g_test_add_func("/content", test_content);
    g_test_add_func("/prefixes", test_prefixes);
    g_test_add_func("/cut", test_cut);
    return g_test_run();
}
