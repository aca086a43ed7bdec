#!/bin/sh
# Rule A5: what each shown code stands for.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib
# shellcheck source=tests/report/lib-archived
. tests/report/lib-archived

rule=A5
all_free_of A5 'codes have a meaning'

for meaning in 0000 FEFF FFFE 0065FEFF; do
    refused "U+$meaning" 'stands for U+' "s/> <4E00>/> <$meaning>/"
done
refused 'nothing' 'stands for <>' 's/> <4E00>/> <>/'
refused 'a code without a meaning' 'has no text' 's/^<.*> <4E00>$//'
refused 'a font without meanings' 'no ToUnicode' 's,^  /ToUnicode .*,,'
