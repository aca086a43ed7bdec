# shellcheck shell=sh disable=SC2154
# S8, S9: what the sources of the shipped datasets state, and what follows.
cd "$root" || exit
for dataset in wuhan national-rd; do
    for language in en zh_CN; do
        echo "# $dataset, $language"
        LANGUAGE=$language validate --recompute data/$dataset/[0-9]*.xml
    done
done
