/*
 * Both messages are written from the dataset's XML, not from its structs: an
 * element or attribute that datasets gain is then exported as an annotation
 * and comes back, without a change here.
 */
#include "exchange/sdmx_export.h"

#include "exchange/sdmx_write.h"
#include "model/write.h"
#include "xml/redact.h"
#include "xml/xml.h"

/* NATIONAL_RD: how SDMX writes ids. */
static char *definition_id(const xmlNode *dataset)
{
    char *id = g_ascii_strup(xml_attribute(dataset, "id"), -1);

    return g_strdelimit(id, "-", '_');
}

static bool export_sdmx(const struct dataset *dataset,
    struct exchange_files *files, struct diag *diag, bool is_3)
{
    GString *whole = dataset_write(dataset);
    GString *free = redact_dataset(whole->str, whole->len);
    const GString *xml = free != NULL ? free : whole;
    struct xml_doc *doc = xml_parse(dataset->path, xml->str, xml->len, diag);
    struct sdmx_markup sdmx = {.is_3 = is_3};

    g_string_free(whole, TRUE);
    if (free != NULL) {
        g_string_free(free, TRUE);
    }
    if (doc == NULL) {
        return false;
    }
    sdmx.dataset = xmlDocGetRootElement(xml_tree(doc));
    sdmx.id = definition_id(sdmx.dataset);
    exchange_files_add(files, 0, sdmx_write_data(&sdmx));
    exchange_files_add(files, 1, sdmx_write_structure(&sdmx));
    g_free(sdmx.id);
    xml_free(doc);
    return true;
}

bool export_sdmx_2_1(const struct dataset *dataset,
    struct exchange_files *files, struct diag *diag)
{
    return export_sdmx(dataset, files, diag, false);
}

bool export_sdmx_3_0(const struct dataset *dataset,
    struct exchange_files *files, struct diag *diag)
{
    return export_sdmx(dataset, files, diag, true);
}
