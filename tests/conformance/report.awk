# What veraPDF says of files, as TAP and as lines of a table:
#     awk -v profile=3a -v root=/tree/ -v kept=build/conformance/pdf/ \
#         -v report=report.tsv -f report.awk files 3a.xml
# files has the path of each file that must be in the answer.  One below
# broken/ is named <profile>-<clause>-<test>-<what>: it must fail that rule.

function attribute(name,    rest) {
    if (!match($0, " " name "=\"[^\"]*\"")) {
        return ""
    }
    rest = substr($0, RSTART + length(name) + 3)
    return substr(rest, 1, index(rest, "\"") - 1)
}

function content(    text) {
    text = $0
    gsub(/^ *<[^>]*>|<\/[^>]*> *$/, "", text)
    gsub(/&lt;/, "<", text)
    gsub(/&gt;/, ">", text)
    gsub(/&quot;/, "\"", text)
    gsub(/&amp;/, "\\&", text)
    return text
}

# A file's name in what is shown.
function shown(path) {
    if (index(path, root) == 1) {
        path = substr(path, length(root) + 1)
    }
    if (index(path, kept) == 1) {
        path = substr(path, length(kept) + 1)
    }
    sub(/\.pdf$/, "", path)
    return path
}

# The rule that a broken file is meant to fail: "6.7.2.2-1", or nothing.
function meant(name,    parts) {
    if (name !~ /^broken\//) {
        return ""
    }
    sub(/^broken\//, "", name)
    split(name, parts, "-")
    return parts[1] == profile ? parts[2] "-" parts[3] : "other"
}

function tell(    name, rule) {
    name = shown(file)
    rule = meant(name)
    answered[file] = 1
    if (rule == "other") {
        return
    }
    if (rule != "") {
        print (rule in failed_rules ? "ok" : "not ok") " - " name \
            ": veraPDF finds it"
        return
    }
    printf "%s\t%s\t%d\t%d\t%d\t%d\t%d\n", name, profile, \
        passed + failed, passed, failed, checks, failed_checks >>report
    if (normal && passed > 0 && failed == 0) {
        print "ok - " name ": " profile ", " passed " rules, " checks " checks"
    } else {
        print "not ok - " name ": " profile ", " failed " rules failed"
        printf "%s", findings
    }
}

NR == FNR {
    wanted[$0] = 1
    order[++count] = $0
    next
}

/<job>/ {
    file = findings = object = ""
    passed = failed = checks = failed_checks = normal = in_rule = 0
    split("", failed_rules)
}
/<name>/ { file = content() }
/<validationReport / { normal = attribute("jobEndStatus") == "normal" }
/<exceptionMessage>/ { findings = findings "# " content() "\n" }
/<details / {
    passed = attribute("passedRules")
    failed = attribute("failedRules")
    failed_checks = attribute("failedChecks")
    checks = attribute("passedChecks") + failed_checks
}
/<rule / {
    failed_rules[attribute("clause") "-" attribute("testNumber")] = 1
    in_rule = 1
    rule = attribute("specification") ", " attribute("clause") "-" \
        attribute("testNumber") ", " attribute("failedChecks") " times"
}
in_rule && /<description>/ { description = content() }
in_rule && /<object>/ { object = content() }
in_rule && /<context>/ { context = content() }
in_rule && /<errorMessage>/ { message = content() }
/<\/rule>/ {
    findings = findings "# " rule ": " object ": " description "\n" \
        "#   first: " message "\n#   " context "\n"
    in_rule = 0
}
/<\/job>/ { tell() }

END {
    for (i = 1; i <= count; i++) {
        if (!(order[i] in answered)) {
            print "not ok - " shown(order[i]) ": " profile \
                ", veraPDF did not answer"
        }
    }
}
