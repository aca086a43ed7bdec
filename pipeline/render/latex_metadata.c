/*
 * Document information (ISO 32000-1, 14.3.3) and languages, as values of
 * hyperref; dates are the document's, so that no clock is asked for them.
 */
#include "render/latex_metadata.h"

#include <string.h>

#include "base/version.h"
#include "doc/doc.h"
#include "render/latex_escape.h"

/* Midnight UTC of the document's date, which the schema has checked. */
static GDateTime *document_time(const struct document *document)
{
    g_autofree char *iso = g_strdup_printf(
        "%.*sT00:00:00Z", (int)strlen("2025-10-01"), document->date);

    return g_date_time_new_from_iso8601(iso, NULL);
}

void latex_metadata_preface(GString *out, const struct document *document)
{
    g_autoptr(GDateTime) time = document_time(document);

    g_string_append(out,
        "% !TeX program = xelatex\n"
        "% Compile with: latexmk -xelatex FILE; gongbao.cls stands beside "
        "it.\n");
    g_string_append_printf(out,
        "%% With SOURCE_DATE_EPOCH=%" G_GINT64_FORMAT
        " in the environment the PDF is the same bytes\n"
        "%% each time.\n",
        g_date_time_to_unix(time));
    g_string_append(out,
        "% XeLaTeX writes no tags: the PDF is neither PDF/A nor PDF/UA, "
        "and does not say\n"
        "% that it is.  The one that layout writes (--to=pdf) is both.\n");
}

static void write_value(GString *out, const char *key, const char *value)
{
    if (value != NULL && *value != '\0') {
        g_string_append_printf(out, "  %s={", key);
        latex_escape(out, value, LATEX_PDF);
        g_string_append(out, "},\n");
    }
}

static const char *language_tag(const char *lang)
{
    return strcmp(lang, "en") == 0 ? "en-GB" : "zh-Hans-CN";
}

void latex_metadata_write(GString *out, const struct document *document)
{
    g_autoptr(GDateTime) time = document_time(document);
    g_autofree char *date = g_date_time_format(time, "D:%Y%m%d%H%M%SZ");

    g_string_append(out, "\\hypersetup{\n");
    write_value(out, "pdftitle", document->title);
    write_value(out, "pdfauthor", document->author);
    write_value(out, "pdfsubject", document->subject);
    write_value(out, "pdfkeywords", document->keywords);
    write_value(out, "pdflang", language_tag(document->lang));
    write_value(out, "pdfcreator", "gongbao " GONGBAO_VERSION);
    write_value(out, "pdfcreationdate", date);
    write_value(out, "pdfmoddate", date);
    g_string_append(out, "}\n");
    if (document->second_title != NULL) {
        g_string_append_printf(
            out, "\\secondtitle{%s}{", language_tag(document->translation));
        latex_escape(out, document->second_title, LATEX_PDF);
        g_string_append(out, "}\n");
    }
}
