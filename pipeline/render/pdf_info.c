/*
 * Document information and what the catalog says of the whole document.
 */
#include "render/pdf_info.h"

#include <string.h>

#include "base/version.h"
#include "doc/doc.h"
#include "render/file_date.h"
#include "render/pdf_file.h"
#include "render/pdf_write.h"

const char *pdf_info_lang(const char *lang)
{
    return strcmp(lang, "en") == 0 ? "en-GB" : "zh-Hans-CN";
}

static void write_entry(GString *out, const char *key, const char *value)
{
    if (value != NULL && *value != '\0') {
        g_string_append_printf(out, "/%s ", key);
        pdf_write_text(out, value);
        g_string_append_c(out, '\n');
    }
}

void pdf_info_write(const struct pdf_facts *facts, struct pdf_file *file)
{
    const struct document *document = facts->document;
    g_autofree char *date = file_date_pdf(facts->date);
    GString *out = g_string_new(NULL);

    write_entry(out, "Title", document->title);
    write_entry(out, "Author", document->author);
    write_entry(out, "Subject", document->subject);
    write_entry(out, "Keywords", document->keywords);
    write_entry(out, "Creator", PDF_INFO_CREATOR);
    write_entry(out, "Producer", PDF_INFO_PRODUCER);
    write_entry(out, "CreationDate", date);
    write_entry(out, "ModDate", date);
    pdf_info_set(file, out);
}

/* ISO 14289-1, 6.2, 7.1 and 7.2. */
void pdf_info_write_catalog(const struct pdf_facts *facts, GString *catalog)
{
    write_entry(catalog, "Lang", pdf_info_lang(facts->document->lang));
    g_string_append(catalog,
        "/MarkInfo << /Marked true >>\n"
        "/ViewerPreferences << /DisplayDocTitle true >>\n");
}
