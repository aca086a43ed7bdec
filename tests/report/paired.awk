# Document XML on one line: every tag in a pair that parts texts becomes
# <paired>, for a page has first one column of it and then the other.

BEGIN {
    RS = "<"
}

NR == 1 {
    printf "%s", $0
    next
}
/^pair[ >]/ {
    in_pair = 1
}
/^\/pair>/ {
    in_pair = 0
}
{
    close_at = index($0, ">")
    tag = substr($0, 1, close_at - 1)
    if (in_pair && tag ~ /^\/*(p|ul|ol|li|ref|br)([ \/]|$)/) {
        printf "<paired>%s", substr($0, close_at + 1)
    } else if (in_pair && tag == "/footnote") {
        printf "</footnote><paired>%s", substr($0, close_at + 1)
    } else {
        printf "<%s", $0
    }
}
