# shellcheck shell=sh disable=SC1091,SC2154
# The provenance of a release, by the rules of in-toto and SLSA.
. "$root/tests/cases/cli/release/project"
check() {
    jq -r -f "$root/tests/cases/cli/release/provenance.jq" "$1"
}
printf '%s\n' 'title.en=Library "reports" \\ 2024' >>gongbao.conf
run --reports
release
file=releases/current/provenance.intoto.json

echo '# by the rules'
check "$file" && echo checked

echo '# what is wrong is found'
for change in '._type = "x"' '.predicateType = "x"' '.subject = []' \
    '.subject[0].digest.sha256 = "X"' 'del(.subject[1].digest)' \
    '.subject[1].name = .subject[0].name' 'del(.predicate.buildDefinition)' \
    '.predicate.buildDefinition.buildType = "none"' \
    '.predicate.buildDefinition.externalParameters.serial = "1"' \
    '.predicate.buildDefinition.resolvedDependencies[0] = {name: "x"}' \
    '.predicate.runDetails.builder.id = ""' \
    '.predicate.runDetails.metadata.startedOn = "2026-01-01T00:00:00Z"'; do
    jq "$change" "$file" >changed.json
    check changed.json 2>&1 | grep -q . || echo "not found: $change"
done

echo '# subjects: every file but the sums and itself'
jq -r '.subject[] | "\(.digest.sha256)  \(.name)"' "$file" | LC_ALL=C sort >subjects
grep -v '  provenance.intoto.json$' releases/current/SHA256SUMS |
    LC_ALL=C sort | cmp - subjects && echo same

echo '# parameters'
jq -c '.predicate.buildDefinition | .buildType, .externalParameters,
    .internalParameters' "$file"

echo '# dependencies: every input and program of the manifest, with its sum'
sed -n 's/.*<file path="\([^"]*\)" size="[0-9]*" sha256="\([0-9a-f]*\)".*/\2 \1/p
    s/.*<tool name="\([^"]*\)" version="[^"]*" sha256="\([0-9a-f]*\)".*/\2 \1/p' \
    releases/current/manifest.xml | LC_ALL=C sort >inputs
jq -r '.predicate.buildDefinition.resolvedDependencies[] |
    "\(.digest.sha256) \(.name)"' "$file" | LC_ALL=C sort | cmp - inputs &&
    echo same

echo '# the sum of what has confidential figures is withheld, links or not'
mkdir -p secret/data kept/secret
ln -s ../../kept/secret secret/data/secret
cp "$root/tests/cases/validate/status/d07-confidential-ok.xml" \
    secret/data/secret/2024.xml
echo 'brief en' >secret/data/secret/reports
echo '[release]' >secret/gongbao.conf
run --project=secret --work="$PWD/secret/work"
grep 'withheld' secret/releases/current/manifest.xml
check secret/releases/current/provenance.intoto.json
jq -c '.predicate.buildDefinition.resolvedDependencies[] |
    select(has("uri"))' secret/releases/current/provenance.intoto.json
! grep -rl "$(sha256sum secret/data/secret/2024.xml | cut -c-64)" \
    secret/releases && echo 'not there'

echo '# inputs have their names in the project, and files on the way are none'
jq -r '.predicate.buildDefinition.resolvedDependencies[].name' \
    secret/releases/current/provenance.intoto.json |
    grep '^data/\|^work/\|^reports$\|^[^/]*\.xml$'

echo '# nothing of the figures is in the release'
mkdir texts
for pdf in secret/releases/current/reports/*.pdf; do
    pdftotext -layout "$pdf" texts/report.txt
    verify --extract=texts/inside "$pdf" >/dev/null
done
! grep -rlE '98371|87654|12\.23|13\.13|102863' texts secret/releases/current/data \
    secret/releases/current/tex secret/releases/current/*.* && echo 'not there'
