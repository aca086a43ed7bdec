/*
 * Page labels (ISO 32000-1, 12.4.2).  Private to render/.
 */
#ifndef GONGBAO_RENDER_PDF_LABELS_H
#define GONGBAO_RENDER_PDF_LABELS_H

#include <glib.h>

struct pages;

/* Appends what the catalog says of the labels of the pages. */
void pdf_labels_write(const struct pages *pages, GString *catalog);

#endif
