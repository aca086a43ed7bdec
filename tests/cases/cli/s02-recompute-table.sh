# shellcheck shell=sh disable=SC2154
# S2, S6, N5: a bureau's printed table, as a clerk would first enter it.  What
# it prints as growth in percent of three shares, and at comparable prices, is
# found, and nothing else; entered with what the figures mean, all is in order.
cd "$root/tests/cases/cli/brief-table" || exit
for how in entered mended; do
    for language in en zh_CN; do
        echo "# $how, $language"
        status=0
        LANGUAGE=$language validate --recompute $how/*.xml || status=$?
        echo "= $status"
    done
done
