/*
 * Validation of a document while it is parsed; within xml/ only.
 */
#ifndef GONGBAO_XML_SCHEMA_RUN_H
#define GONGBAO_XML_SCHEMA_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/parse.h"

struct diag;
struct schema;
struct schema_run;

/* The caller frees it. */
struct schema_run *schema_run_new(const struct schema *schema,
    const struct xml_doc *doc, struct diag *diag);
void schema_run_free(struct schema_run *run);

/* What was parsed, in order; as the functions of struct parse_watch. */
void schema_run_start(struct schema_run *run, const xmlParserCtxt *parser,
    const struct parse_tag *tag);
void schema_run_text(
    struct schema_run *run, const char *text, size_t size, bool is_cdata);
void schema_run_end(struct schema_run *run, const xmlParserCtxt *parser);

/* True so far; false: the faults have been reported. */
bool schema_run_is_valid(const struct schema_run *run);

/* Reports no more. */
void schema_run_mute(struct schema_run *run);

#endif
