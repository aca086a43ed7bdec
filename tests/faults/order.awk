# Reads the calls that shim.c lists, in their order, and finds what a loss of
# power could take although something that rests on it is already there.  Says
# so, a line each; the last line is how many renames were looked at.
#
#     -v old=FILE    the files that were there before, a path a line
#
# What is on the disk: the bytes of a file by fsync of it, its name by fsync of
# the folder, both by syncfs.
#
# - What takes the place of another file has its bytes on the disk.
# - What the state of a run (state/*.tsv) tells of is there, bytes and names.
# - So is all of a release before current leads to it.
# - At the end everything is.

function folder_of(path)
{
    sub(/\/[^\/]*$/, "", path)
    return path
}

# What a rename to path brings there: a new file, a link, or a release.
function source_of(path,    folder, name)
{
    folder = folder_of(path)
    name = substr(path, length(folder) + 2)
    if (folder "/." name ".new" in there) return folder "/." name ".new"
    if (folder "/." name in there) return folder "/." name
    if (name ~ /^[0-9]+-[0-9a-f]+$/) return folder "/.new"
    return ""
}

# The first of what is not on the disk, of all that counts below a folder.
function missing(below,    path)
{
    for (path in bytes) if (index(path, below) == 1 && counts(path)) return path
    for (path in names) if (index(path, below) == 1 && counts(path)) return path
    return ""
}

# What is not there for good: state, logs, locks, and what has not its name yet.
function counts(path)
{
    return path !~ /\/(state|log)\// && path !~ /\/\.[^\/]*$/ &&
        path !~ /\/\.(new|old)\//
}

function wrong(text)
{
    print NR ": " text
}

# Of a folder: with all that is in it.
function moved(from, to,    path, rest)
{
    for (path in there) {
        if (path != from && index(path, from "/") != 1) continue
        rest = to substr(path, length(from) + 1)
        there[rest]
        if (path in bytes) { bytes[rest]; delete bytes[path] }
        if (path in names) { names[rest]; delete names[path] }
        delete there[path]
    }
    names[to]
}

function renamed(to,    from, lost)
{
    from = source_of(to)
    renames++
    # What goes away.
    if (to ~ /\/\.old$/) return
    if (from == "") {
        wrong("it is not known what became " to)
        return
    }
    if (from in bytes && to in there)
        wrong("not on the disk when it took the place of the old one: " to)
    if (to ~ /\/state\/[^\/]*\.tsv$/ && (lost = missing("/")) != "")
        wrong("not on the disk when the state told of it: " lost)
    if (to ~ /\/current$/ && (lost = missing(folder_of(to) "/")) != "")
        wrong("not on the disk when current led to it: " lost)
    moved(from, to)
}

BEGIN {
    while ((getline path < old) > 0) there[path]
}
{
    class = $2
    path = $0
    sub(/^[0-9]+ [a-z]+ /, "", path)
    gsub(/\/\.\//, "/", path)
}
class == "create" || class == "link" || class == "symlink" || class == "mkdir" {
    if (!(path in there)) names[path]
    there[path]
    if (class == "create") bytes[path]
}
class == "write" || class == "truncate" || class == "copy" { bytes[path] }
class == "unlink" || class == "rmdir" {
    delete there[path]; delete bytes[path]; delete names[path]
}
class == "sync" {
    delete bytes[path]
    for (name in names) if (folder_of(name) == path) delete names[name]
}
class == "syncfs" { split("", bytes); split("", names) }
class == "rename" { renamed(path) }
END {
    if ((path = missing("/")) != "") wrong("not on the disk at the end: " path)
    print "renames: " renames + 0
}
