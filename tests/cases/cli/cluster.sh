# gongbao-cluster with a Slurm that is played: what it says in both languages,
# and that nothing but the end of the last job counts as one.
mkdir -p at/bin at/share/gongbao/slurm slurm project/data
cp "$root/packaging/slurm/gongbao-cluster" at/bin
cp "$root/packaging/slurm/gongbao.sbatch" at/share/gongbao/slurm
ln -s "$(dirname "$(dirname "$(command -v run)")")/share/locale" at/share/locale
cat >slurm/squeue <<'EOF'
#!/bin/sh
cat queue
EOF
cat >slurm/scancel <<'EOF'
#!/bin/sh
echo cancelled
EOF
# The array is job 7.  What becomes of the last one, a file "last" does: it has
# the names of the job's log and of what gets its exit status.
cat >slurm/sbatch <<'EOF'
#!/bin/sh
status=
for word; do
    case $word in
    --array=*) echo 7; exit ;;
    --output=*) log=${word#*=} ;;
    --status=*) status=${word#*=} ;;
    esac
done
. ./last
EOF
chmod +x slurm/*
PATH=$PWD/slurm:$PATH
: >queue
build() {
    status=0
    at/bin/gongbao-cluster --project=project --run=gongbao-run "$@" \
        >said 2>&1 || status=$?
    sed "s,$PWD/,,g; s/-project-[0-9-]*/-project-N/" said
    echo "= $status"
}
build --dry-run --shards=2 --sbatch=--comment='a b' --jobs=3
build --shards=0
build --status
LC_ALL='' LANG=zh_CN.UTF-8 build file
LC_ALL='' LANG=en_US.UTF-8 build --project=nowhere
LC_ALL='' LANGUAGE=zh_CN LANG=C.UTF-8 build --help

echo '# nothing is said where the last job ended well'
# shellcheck disable=SC2016 # for sbatch to read
echo 'echo 0 >"$status"' >last
build
echo '# what it said, where it did not'
# shellcheck disable=SC2016
echo 'echo 65 >"$status"; echo "run: a fault" >"$log"' >last
build
# shellcheck disable=SC2016
echo 'echo 143 >"$status"; : >"$log"' >last
LC_ALL=zh_CN.UTF-8 build
echo '# Slurm takes a job that was cancelled before it began for a good one'
echo : >last
build
echo 'echo "sbatch: error: no" >&2; exit 1' >last
build
echo '# nothing else remains; and it is not begun twice'
find project -type f
echo '  7_1  RUNNING  None' >queue
build
echo '# without gettext it speaks English'
mkdir none
for tool in dirname readlink; do
    ln -s "$(command -v $tool)" none
done
sh=$(command -v sh)
LC_ALL=zh_CN.UTF-8 PATH=$PWD/none "$sh" at/bin/gongbao-cluster file || :
