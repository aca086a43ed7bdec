#!/bin/sh
# Rule A2: objects within limits, and nothing that no archive holds.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib
# shellcheck source=tests/report/lib-archived
. tests/report/lib-archived

rule=A2
all_free_of A2 'objects are within limits'

long=$(awk 'BEGIN { for (i = 0; i < 32768; i++) printf "x" }')
refused 'a string of 32768 bytes' 'a string of 32768 bytes' \
    "s/(gongbao [0-9.]*)/($long)/"
refused 'a name of 128 bytes' 'a name of 128 bytes' \
    "s,/Marked true,/$(printf '%.128s' "$long") true,"
refused 'an integer of 33 bits' 'the integer 2147483648' \
    's/^  \/StemV .*/  \/StemV 2147483648/'
refused 'a forbidden action' 'has /Launch' 's,/S /URI,/S /Launch,'
refused 'a forbidden filter' 'has /LZWDecode' \
    's,/Subtype /XML,/Filter /LZWDecode,'
refused 'additional actions' 'has /AA' 's,/Marked true,/AA << >>,'
refused '29 saved states' 'q is 29 deep' \
    's/^BT$/q q q q q q q q q q q q q q q q q q q q q q q q q q q q q BT/'
