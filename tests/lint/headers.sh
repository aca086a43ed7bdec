#!/bin/sh
# Every header compiles alone and twice, and has a guard named after it.
set -eu
# shellcheck source=tests/setup.sh
. "$(dirname "$0")/../setup.sh"

alone() {
    printf '#include "%s"\n#include "%s"\ntypedef int used;\n' "$1" "$1" |
        $CC @"$BUILD/stamps/flags" -fsyntax-only -xc -
}

guarded() {
    guard=GONGBAO_$(echo "${1%.h}" | tr 'a-z/' 'A-Z_')_H
    if ! grep -qx "#ifndef $guard" "pipeline/$1" ||
        ! grep -qx "#define $guard" "pipeline/$1"; then
        echo "the guard is not $guard"
        return 1
    fi
}

for header in pipeline/*/*.h; do
    header=${header#pipeline/}
    if alone "$header" >"$TMPDIR/out" 2>&1 && guarded "$header" \
        >>"$TMPDIR/out"; then
        continue
    fi
    echo "not ok - $header"
    head -n 10 "$TMPDIR/out" | sed 's/^/# /'
    failed=yes
done
[ -n "${failed:-}" ] || echo 'ok - headers compile alone'
