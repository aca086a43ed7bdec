#!/bin/sh
# Rule A7: links are printed, are never hidden, and have no appearance.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib
# shellcheck source=tests/report/lib-archived
. tests/report/lib-archived

rule=A7
all_free_of A7 'links are printed and not hidden'

for flags in 0 5 6 36 260; do
    refused "the flags $flags" "flags $flags" "s,^  /F 4\$,  /F $flags,"
done
refused 'no flags' 'flags 0' 's,^  /F 4$,,'
refused 'an appearance' 'with an appearance' 's,^  /F 4$,  /F 4 /AP << >>,'
