#!/bin/sh
# No line of a report that is shipped breaks a rule of composition or is set
# wider than it may be.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

expect 'no report has a line that is set badly' \
    make --no-print-directory MODE="$(basename "$BUILD")" lint-reports
