# What the specifications ask of a provenance: in-toto's attestation framework,
# Statement and ResourceDescriptor v1, and SLSA's provenance v1.  Prints what
# is wrong, a line each.
def uri: type == "string" and test("^[a-z][a-z0-9+.-]*:[^ ]+$");
def sums: type == "object" and length > 0 and
    (to_entries | all(.key == "sha256" and (.value | test("^[0-9a-f]{64}$"))));
# One of uri, digest and content at least; no field that is none of them.
def descriptor: type == "object" and (has("uri") or has("digest")) and
    (if has("uri") then .uri | uri else true end) and
    (if has("digest") then .digest | sums else true end) and
    (if has("name") then .name | type == "string" else true end) and
    (keys - ["annotations", "content", "digest", "downloadLocation",
        "mediaType", "name", "uri"] == []);
def strings: all(.[]; type == "string" and . != "");
def check(what; ok): if ok then empty else what end;

check("fields of the statement";
    keys == ["_type", "predicate", "predicateType", "subject"]),
check("_type"; ._type == "https://in-toto.io/Statement/v1"),
check("predicateType"; .predicateType == "https://slsa.dev/provenance/v1"),
check("subject: not empty"; .subject | type == "array" and length > 0),
check("subject: a descriptor with a digest";
    .subject | all(descriptor and has("digest"))),
check("subject: names are unique";
    .subject | map(.name) | length == (unique | length)),
(.predicate |
    check("fields of the predicate";
        keys == ["buildDefinition", "runDetails"]),
    (.buildDefinition |
        check("fields of buildDefinition"; keys == ["buildType",
            "externalParameters", "internalParameters",
            "resolvedDependencies"]),
        check("buildType"; .buildType | uri),
        check("externalParameters: an object with something in it";
            .externalParameters | type == "object" and length > 0),
        check("internalParameters: texts";
            .internalParameters | type == "object" and strings),
        check("no parameter is both"; (.externalParameters | keys) -
            (.internalParameters | keys) == (.externalParameters | keys)),
        check("resolvedDependencies: descriptors";
            .resolvedDependencies | length > 0 and all(descriptor))),
    (.runDetails |
        check("fields of runDetails: no time of a clock"; keys == ["builder"]),
        check("builder.id"; .builder.id | uri),
        check("builder.version: texts by names";
            .builder.version | type == "object" and strings)))
