/*
 * Joined data as XML of the namespace urn:gongbao:aggregated:1.
 */
#ifndef GONGBAO_YEARLY_WRITE_H
#define GONGBAO_YEARLY_WRITE_H

#include "yearly/yearly.h"

struct diag;
struct out;

/*
 * Computes what follows from each observation, as yearly_compute does, and
 * writes it at once, so that it is not kept for all of them.  The whole
 * document (data/schema/aggregated.xsd), indented; the same data give the same
 * bytes.  It is good if nothing was reported.
 */
void yearly_write(struct yearly *yearly, struct out *out, struct diag *diag);

#endif
