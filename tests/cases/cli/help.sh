# --help and --version: standard output, status 0.
for program in validate aggregate layout verify; do
    $program --help 2>/dev/null
    $program --version 2>/dev/null
done
