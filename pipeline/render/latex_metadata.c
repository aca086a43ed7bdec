/*
 * Document information (ISO 32000-1, 14.3.3) and languages, as values of
 * hyperref, and what they cannot say.
 */
#include "render/latex_metadata.h"

#include "base/version.h"
#include "doc/doc.h"
#include "render/file_date.h"
#include "render/latex_escape.h"
#include "render/pdf_info.h"

/* Reproducible in TeX is what SOURCE_DATE_EPOCH gives a time for: names of
 * subsets of faces follow from it as well as dates. */
static void write_epoch(GString *out, const char *date)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(date, NULL);

    g_string_append_printf(out,
        "%% With SOURCE_DATE_EPOCH=%" G_GINT64_FORMAT
        " in its environment, one version of TeX\n"
        "%% writes the same bytes each time.\n",
        g_date_time_to_unix(time));
}

void latex_metadata_preface(GString *out, const char *date)
{
    g_string_append(out,
        "% !TeX program = xelatex\n"
        "% Compile with: latexmk -xelatex FILE; beside it stand gongbao.cls "
        "and the folder\n"
        "% FILE.data with the files that the PDF carries.\n");
    if (date != NULL) {
        write_epoch(out, date);
    }
    g_string_append(out,
        "% XeLaTeX writes no tags: the PDF is neither PDF/A nor PDF/UA, "
        "and does not say\n"
        "% that it is; the files of its tables belong to the document; it "
        "has no record of\n"
        "% how it was made.  The PDF that layout writes (--to=pdf) has all "
        "that.\n");
}

static void write_value(GString *out, const char *key, const char *value)
{
    if (value != NULL && *value != '\0') {
        g_string_append_printf(out, "  %s={", key);
        latex_escape(out, value, LATEX_PDF);
        g_string_append(out, "},\n");
    }
}

void latex_metadata_write(
    GString *out, const struct document *document, const char *date)
{
    g_autofree char *value = file_date_pdf(date);

    g_string_append(out, "\\hypersetup{\n");
    write_value(out, "pdftitle", document->title);
    write_value(out, "pdfauthor", document->author);
    write_value(out, "pdfsubject", document->subject);
    write_value(out, "pdfkeywords", document->keywords);
    write_value(out, "pdflang", pdf_info_lang(document->lang));
    write_value(out, "pdfcreator", PDF_INFO_CREATOR);
    write_value(out, "pdfcreationdate", value);
    write_value(out, "pdfmoddate", value);
    g_string_append(out, "}\n");
    if (document->second_title != NULL) {
        g_string_append_printf(
            out, "\\secondtitle{%s}{", pdf_info_lang(document->translation));
        latex_escape(out, document->second_title, LATEX_PDF);
        g_string_append(out, "}\n");
    }
}
