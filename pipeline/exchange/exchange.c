/*
 * Files to be written, and the format that is no other.
 */
#include "exchange/exchange.h"

#include "model/dataset.h"
#include "model/write.h"

static void clear_file(gpointer item)
{
    struct exchange_file *file = item;

    g_string_free(file->bytes, TRUE);
}

void exchange_files_init(struct exchange_files *files)
{
    files->items = g_array_new(FALSE, FALSE, sizeof(struct exchange_file));
    g_array_set_clear_func(files->items, clear_file);
}

void exchange_files_clear(struct exchange_files *files)
{
    g_array_unref(files->items);
}

void exchange_files_add(
    struct exchange_files *files, int which, GString *bytes)
{
    struct exchange_file file = {which, bytes};

    g_array_append_val(files->items, file);
}

bool export_dataset(const struct dataset *dataset, struct exchange_files *files,
    struct diag *diag)
{
    if (!dataset_refuse_exposed(dataset, diag)) {
        return false;
    }
    exchange_files_add(files, 0, dataset_write(dataset));
    return true;
}
