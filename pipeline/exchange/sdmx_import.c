/*
 * Reads the messages once and decides what they are.
 */
#include "exchange/sdmx_import.h"

#include "base/paths.h"
#include "exchange/sdmx.h"
#include "exchange/sdmx_map.h"
#include "exchange/sdmx_own.h"
#include "exchange/sdmx_reader.h"
#include "model/dataset.h"
#include "model/write.h"
#include "xml/schema.h"
#include "xml/xml.h"

/* The dataset that XML says, in the one way of writing it; NULL: reported. */
static GString *checked(
    const char *path, const GString *xml, struct diag *diag)
{
    g_autofree char *schema = paths_data("schema/dataset.xsd");
    struct xml_doc *doc = xml_parse(path, xml->str, xml->len, diag);
    struct dataset *dataset = NULL;
    GString *result = NULL;

    if (doc != NULL && schema_validate(doc, schema, diag)) {
        dataset = dataset_read(doc);
        result = dataset_write(dataset);
    }
    dataset_free(dataset);
    xml_free(doc);
    return result;
}

static bool import_own(const struct sdmx_reader *reader,
    struct exchange_files *files, struct diag *diag)
{
    GString *xml = sdmx_own_write(reader);
    GString *dataset = checked(reader->path, xml, diag);

    g_string_free(xml, TRUE);
    if (dataset != NULL) {
        exchange_files_add(files, 0, dataset);
    }
    cube_report_unread(reader->cube, diag);
    return dataset != NULL;
}

bool import_sdmx(const struct exchange_request *request,
    struct exchange_files *files, struct diag *diag)
{
    struct sdmx_reader reader;
    bool done;

    sdmx_reader_open(&reader, request->path, diag);
    done = (request->structure == NULL ||
               sdmx_reader_read(&reader, request->structure)) &&
           sdmx_reader_read(&reader, request->path);
    if (done && reader.is_own && request->mapping == NULL) {
        done = import_own(&reader, files, diag);
    } else if (done) {
        cube_sort(reader.cube, diag);
        done = sdmx_map(reader.cube, request, files, diag);
    }
    sdmx_reader_close(&reader);
    cube_free(reader.cube);
    return done;
}
