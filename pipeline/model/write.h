/*
 * A dataset as XML of the namespace urn:gongbao:dataset:1, in one way only:
 * attributes in the order of the schema, what has its default left out,
 * indented by two.  The same dataset gives the same bytes, so that two of them
 * are compared as bytes.  Comments of a file that was read are not kept.
 */
#ifndef GONGBAO_MODEL_WRITE_H
#define GONGBAO_MODEL_WRITE_H

#include <glib.h>

#include "model/dataset.h"

struct markup;

/* The whole document; the caller frees it. */
GString *dataset_write(const struct dataset *dataset);

/*
 * For datasets whose observations are not in memory: one observation, into the
 * writer that dataset_write_begin opened, and then the document around what
 * was written so.  end frees the writer; the caller frees the document.
 */
void dataset_write_begin(struct markup *out);
void dataset_write_obs(struct markup *out, const struct dataset_obs *obs);
GString *dataset_write_end(struct markup *out, const struct dataset *dataset);

#endif
