# What qpdf --json writes, a line for each value: the names above it and it,
# with "|" between; elements of arrays have their number, from 0.
{
    match($0, /[^ ]/)
    depth = RSTART
    line = substr($0, RSTART)
    sub(/,$/, "", line)
    if (line ~ /^[]}]/) {
        next
    }
    if (match(line, /^"([^"\\]|\\.)*": /)) {
        name[depth] = substr(line, 2, RLENGTH - 4)
        line = substr(line, RLENGTH + 1)
    } else {
        name[depth] = count[depth]++
    }
    if (line == "{" || line == "[") {
        delete count[depth + 2]
        next
    }
    gsub(/^"|"$/, "", line)
    path = ""
    for (i = 3; i <= depth; i += 2) {
        path = path name[i] "|"
    }
    print path line
}
