# --help and --version: standard output, status 0.
for program in validate aggregate layout verify import export run; do
    env $program --help 2>/dev/null
    env $program --version 2>/dev/null
done
