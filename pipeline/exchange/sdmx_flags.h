/*
 * What the attributes of an observation say of it: its status, and the
 * multiplier and digits of its value; within exchange/ only.
 */
#ifndef GONGBAO_EXCHANGE_SDMX_FLAGS_H
#define GONGBAO_EXCHANGE_SDMX_FLAGS_H

#include <stdbool.h>

#include "exchange/cube.h"

struct sdmx_flags {
    char status; /* SDMX's; 0: not said */
    char conf;   /* confidentiality; F where not said */
};

/* True if the attribute is one that these functions read. */
bool sdmx_flags_is_known(const char *attribute);

/*
 * Reads OBS_STATUS, CONF_STATUS and OBS_FLAG.  Of several statuses the one
 * that says most holds: a break outranks that a value is suppressed, which
 * then is said by the confidentiality.  What loses, or is no code of SDMX, is
 * listed.  own: codes of an office's own and SDMX's for them, may be NULL.
 */
struct sdmx_flags sdmx_flags_read(struct cube *cube,
    const struct cube_obs *obs, GHashTable *own);

/*
 * A value that is printed with flags beside it ("12.3 p", "0n", ":", "[c]"):
 * *figure is the value without them, or "" where none is left, *flags the
 * flags.  False: it is no such value.  The caller frees both.
 */
bool sdmx_flags_split(const char *text, char **figure, char **flags);

/*
 * A value in a multiplier that datasets have, digit for digit: 12.3 times
 * 10^5 is 1.23 times 10^6.  *mult is changed; the result is value itself or
 * belongs to the cube.  NULL: there is none for this multiplier.
 */
const char *sdmx_flags_scale(
    struct cube *cube, const char *value, int *mult);

#endif
