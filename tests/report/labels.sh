#!/bin/sh
# In charts no label meets a bar, a line or another label: in the examples of
# tests/cases/layout/charts and in the reports.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"
# shellcheck source=tests/report/lib
. tests/report/lib

# of_report REPORT: has charts or not; what there is must be good.
of_report() {
    parts "$1"
    layout --template="$template.xsl" --lang="$language" --to=trace \
        -o "$TMPDIR/trace" "$aggregated" 2>/dev/null || return
    ! grep -q ' in=chart$' "$TMPDIR/trace" ||
        awk -f tests/report/labels.awk "$TMPDIR/trace"
}

# A label that was moved onto its neighbour is found.
finds_fault() {
    awk '/^text .* in=chart$/ && ++n == 3 { $2 = x; $3 = y }
        /^text .* in=chart$/ { x = $2; y = $3 }
        { print }' tests/cases/layout/charts/k1-bar.trace >"$TMPDIR/bad"
    ! awk -f tests/report/labels.awk "$TMPDIR/bad" >/dev/null
}

for trace in tests/cases/layout/charts/k1-*.trace \
    tests/cases/layout/charts/lines.trace; do
    expect "${trace##*/}: labels keep clear" awk -f tests/report/labels.awk \
        "$trace"
done
for report in $REPORTS; do
    expect "${report##*/}: labels keep clear" of_report "$report"
done
expect 'a label that meets another is found' finds_fault
