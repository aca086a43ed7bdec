#!/bin/sh
# A reader that is not ours, the Python package sdmx1, finds in exported data
# as many observations as the dataset has, and the same values.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

python3 -c 'import sdmx' 2>/dev/null || {
    skip 'exported SDMX-ML is read by sdmx1' 'no Python package sdmx1'
    exit 0
}

cat >"$TMPDIR/read.py" <<'END'
import logging
import sys

import sdmx

logging.disable(logging.CRITICAL)
data, structure = sys.argv[1:]
definition = list(sdmx.read_sdmx(structure).structure.values())[0]
message = sdmx.read_sdmx(data, structure=definition)
for part in message.data:
    for obs in part.obs:
        print(obs.value if obs.value is not None else "-")
END

# Values in hundred millions are written as tenths.
same() {
    env export --to="$1" -o "$TMPDIR/data.xml" "$2"
    python3 "$TMPDIR/read.py" "$TMPDIR/data.xml" \
        "$TMPDIR/data.structure.xml" | sort >"$TMPDIR/read"
    sed -n -e 's/.*<Obs .*OBS_VALUE="\([^"]*\)".*/\1/p' \
        -e '/<Obs .*OBS_VALUE=/!s/.*<Obs .*/-/p' "$TMPDIR/data.xml" |
        sort >"$TMPDIR/written"
    [ "$(wc -l <"$TMPDIR/read")" = "$(grep -c '<obs ' "$2")" ]
    diff "$TMPDIR/written" "$TMPDIR/read"
}

for version in 2.1 3.0; do
    for dataset in wuhan/2024 national-rd/2019; do
        expect "sdmx1 reads $dataset as SDMX-ML $version" \
            same sdmx-$version "data/$dataset.xml"
    done
done
