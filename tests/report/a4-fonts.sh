#!/bin/sh
# Rule A4: fonts are embedded, whole, and as wide as the page takes them to be.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib
# shellcheck source=tests/report/lib-archived
. tests/report/lib-archived

rule=A4
all_free_of A4 'fonts have the glyphs, as wide as stated'

# The first width of the first array.
refused 'a width that is off by 1.1' 'wide, not' \
    '/^  \/W \[/,/^  \]/ s/^      346$/      347.2/'
refused 'a usual width that is not' 'wide, not 1001' 's,/DW 1000,/DW 1001.5,'
refused 'a font that is not embedded' 'is not embedded' \
    's,^  /FontFile2 .*,,; s,^  /FontFile3 .*,,'
refused 'a font that is none' 'cannot read it' \
    's,^  /FontFile3 .*,  /FontFile3 1 0 R,; s,^  /Type /Catalog,  /Type /Page,'
refused 'glyphs that nothing tells' 'no CIDToGIDMap' \
    's,^  /CIDToGIDMap .*,,'
refused 'a name that is not of a subset' 'no name of a subset' \
    's,/BaseFont /[A-Z]*+,/BaseFont /,'
refused 'another encoding' 'Encoding is not' 's,/Identity-H$,/Identity-V,'
refused 'a descriptor with a gap' 'no /StemV' 's,^  /StemV .*,,'
refused 'the glyph .notdef' 'shows .notdef' "s/)\]TJ\$/\\\\0\\\\0)]TJ/"
refused 'a glyph that the subset does not have' 'has no glyph' \
    's/)\]TJ$/~~)]TJ/'
