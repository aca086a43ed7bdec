# A document (urn:gongbao:document:1, canonical XML, RS="<") to what must be
# printed, in order, a token a line: kind TAB text.  White space is left out.
# Numbers of sections, tables, figures and footnotes are counted here for
# themselves: nothing of the typesetter's is asked.
#   T  text as it stands           TOC   dots and a page number
#   TABLE  what stands again on the table's later pages, until ENDTABLE
#   GROUP  what stands again where a page begins inside a group of rows
#   CHART  its type, then L (labels), C (names of categories) and V (values)
#          until ENDCHART
#   HEAD   the running head        MARK  what may stand right of it
#   NOTE   a footnote: number and text, at the foot of its page; with
#          -v notes_are=inline it also stands behind its mark, and ALT has
#          what is told of a chart
#   COVER  the first page has neither head nor number
#   OFFICIAL  pages have no head, and a number between dashes
# In a text \001 stands for a page number.

BEGIN {
    RS = "<"
    FS = "\t"
    split("一 二 三 四 五 六 七 八 九", digit, " ")
    digit[0] = ""
    split("section h p li caption unit th td title subtitle label value " \
        "detail figcaption category entry", names, " ")
    for (i in names) {
        flow[names[i]] = 1
    }
    flow["section"] = 0
}

function numeral(n) {
    if (n < 10) {
        return digit[n]
    }
    return (n < 20 ? "" : digit[int(n / 10)]) "十" digit[n % 10]
}

function letter(n) {
    return substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n, 1)
}

function decode(s) {
    gsub(/&lt;/, "<", s)
    gsub(/&gt;/, ">", s)
    gsub(/&quot;/, "\"", s)
    gsub(/&#x9;|&#xA;|&#xD;/, "", s)
    gsub(/&amp;/, "\\&", s)
    return s
}

function attribute(name,    at) {
    if (!match(tag, "[ \n]" name "=\"[^\"]*\"")) {
        return ""
    }
    at = substr(tag, RSTART, RLENGTH)
    sub(/^[^"]*"/, "", at)
    sub(/"$/, "", at)
    return decode(at)
}

function put(kind, s) {
    kinds[++count] = kind
    texts[count] = s
}

# Its number in front of the title, and how the text refers to it.
function count_section(    i, top) {
    number = reference = ""
    is_numbered[level] = attribute("numbered") != "false" &&
        (level == 1 || is_numbered[level - 1])
    if (!is_numbered[level]) {
        return
    }
    is_appendix = level == 1 ? attribute("class") ~ /(^| )appendix( |$)/ \
        : is_appendix
    if (level == 1 && attribute("class") == "attachment") {
        # There are two at least: the only one would have no number.
        number = reference = \
            (language == "zh-CN" ? "附件" : "Attachment") ++attachments
        return
    }
    if (level == 1 && is_appendix) {
        appendices++
    } else {
        sections[level]++
    }
    for (i = level + 1; i <= 6; i++) {
        sections[i] = 0
    }
    if (language == "zh-CN") {
        top = is_appendix ? "附录" numeral(appendices) \
            : "第" numeral(sections[1]) "节"
        if (level == 1) {
            number = is_appendix ? top : numeral(sections[1]) "、"
            reference = top
        } else if (level == 2) {
            number = "（" numeral(sections[2]) "）"
            reference = top number
        } else {
            number = level == 3 ? sections[3] "." : "（" sections[level] "）"
            reference = top "（" numeral(sections[2]) "）" sections[3]
            for (i = 4; i <= level; i++) {
                reference = reference "（" sections[i] "）"
            }
        }
    } else {
        number = is_appendix ? letter(appendices) : sections[1]
        for (i = 2; i <= level; i++) {
            number = number "." sections[i]
        }
        reference = (is_appendix ? "Appendix" : "Section") number
        if (is_appendix && level == 1) {
            number = reference
        }
    }
}

function begin_float(name) {
    float_id = attribute("id")
    float_name = name
    repeated = ""
    is_continued = 0
}

function caption(s,    word, n) {
    if (float_name == "table") {
        n = ++tables
        word = language == "zh-CN" ? "表" : "Table"
        is_continued = 1
        continued = language == "zh-CN" ? "续表" n : "Table" n "(continued)"
    } else {
        n = ++figures
        word = language == "zh-CN" ? "图" : "Figure"
    }
    listed[float_name "s", n] = word n unmarked(s)
    references[float_id] = word n
    titles[float_id] = unmarked(s)
    put("T", word n s)
}

function begin_note() {
    saved = text
    notes++
    text = ""
}

function end_note() {
    note_texts[notes] = text
    text = saved "\005" notes "\006"
}

# Without the marks of footnotes, as in the contents.
function unmarked(s) {
    gsub(/\005[0-9]*\006/, "", s)
    return s
}

function begin(name) {
    if (name == "report") {
        language = attribute("xml:lang")
        is_official = attribute("class") == "official"
        if (is_official) {
            put("OFFICIAL", "")
        }
    } else if (name == "cover") {
        if (!is_official) {
            put("COVER", "")
        }
    } else if (name == "section") {
        level++
        section_id[level] = attribute("id")
        count_section()
    } else if (name == "toc") {
        depth = attribute("of") ~ /tables|figures/ ? attribute("of") \
            : attribute("depth")
        in_toc = 1
    } else if (name == "table") {
        begin_float("table")
        put("TABLE", "")
        table_token = count
    } else if (name == "figure") {
        begin_float("figure")
    } else if (name == "thead") {
        in_head = 1
    } else if (name == "tbody") {
        put("GROUP", "")
    } else if (name == "tr") {
        in_group = attribute("class") ~ /(^| )group( |$)/
        group = ""
    } else if (name == "chart") {
        put("CHART", attribute("type"))
        if (notes_are == "inline") {
            put("ALT", attribute("alt"))
        }
        series = 0
        if (attribute("unit") != "") {
            put("L", attribute("unit"))
        }
    } else if (name == "category" && attribute("total") != "") {
        put("V", attribute("total"))
    } else if (name == "series") {
        series_token[++series] = attribute("label")
    } else if (name == "point" && attribute("label") != "" &&
        attribute("value") != "") {
        put("V", attribute("label"))
    } else if (name == "ul" || name == "ol") {
        # An item that begins with a list has no mark of its own.
        if (list > 0 && count == item_token[list]) {
            count--
        }
        list++
        item[list] = name == "ul" ? "" : \
            (attribute("start") == "" ? 1 : attribute("start") + 0)
        if (attribute("class") == "attachments") {
            put("T", language == "zh-CN" ? "附件：" : "Attachments:")
        }
    } else if (name == "footnote") {
        begin_note()
    } else if (name == "ref") {
        text = text "\002" attribute("to") "\003" attribute("what") "\004"
    }
    if (name == "li") {
        put("T", item[list] == "" ? "•" : item[list]++ ".")
        item_token[list] = count
    }
    if (flow[name]) {
        text = ""
    }
}

function end_flow(name) {
    if (name == "title" && in_information) {
        put("HEAD", text)
    } else if (name == "h" && in_toc) {
        put("T", text)
        put("MARK", unmarked(text))
        put("TOC", depth)
    } else if (name == "h") {
        put("T", number text)
        put("MARK", number unmarked(text))
        put("MARK", unmarked(text))
        references[section_id[level]] = reference
        titles[section_id[level]] = unmarked(text)
        entry_level[++entries] = level
        entry_text[entries] = number unmarked(text)
    } else if (name == "caption" || name == "figcaption") {
        caption(text)
    } else if (name == "category") {
        put("C", text)
    } else if (text != "") {
        put("T", text)
    }
    if (in_head) {
        repeated = repeated text
    }
    if (in_group) {
        group = group unmarked(text)
    }
    text = ""
}

function end(name,    i) {
    if (name == "footnote") {
        end_note()
    } else if (name == "section") {
        level--
    } else if (name == "toc") {
        in_toc = 0
    } else if (name == "head") {
        in_information = 0
    } else if (name == "thead") {
        in_head = 0
    } else if (name == "tr" && in_group) {
        in_group = 0
        put("GROUP", group (language == "zh-CN" ? "（续）" : "(continued)"))
    } else if (name == "ul" || name == "ol") {
        list--
    } else if (name == "table") {
        texts[table_token] = (is_continued ? continued : "") repeated
        put("ENDTABLE", "")
        float_name = ""
    } else if (name == "figure") {
        float_name = ""
    } else if (name == "chart") {
        for (i = 1; i <= series && series > 1; i++) {
            put("L", series_token[i])
        }
        put("ENDCHART", "")
    } else if (flow[name] && (!in_information || name == "title")) {
        end_flow(name)
    }
}

NR > 1 && !/^[?!]/ {
    close_at = index($0, ">")
    tag = substr($0, 1, close_at - 1)
    rest = substr($0, close_at + 1)
    name = tag
    sub(/[ \n].*/, "", name)
    if (name == "head") {
        in_information = 1
    }
    if (name ~ /^\//) {
        end(substr(name, 2))
    } else {
        begin(name)
    }
    text = text decode(rest)
}

# Puts in what references print, now that all is counted.
function resolve(s,    id, what, at) {
    while (match(s, /\002[^\004]*\004/)) {
        at = substr(s, RSTART + 1, RLENGTH - 2)
        id = what = at
        sub(/\003.*/, "", id)
        sub(/.*\003/, "", what)
        what = what == "page" ? "\001" : what == "title" ? titles[id] \
            : references[id]
        s = substr(s, 1, RSTART - 1) what substr(s, RSTART + RLENGTH)
    }
    while (notes_are == "inline" && match(s, /\005[0-9]*\006/)) {
        id = substr(s, RSTART + 1, RLENGTH - 2)
        what = substr(s, 1, RSTART - 1)
        at = substr(s, RSTART + RLENGTH)
        s = what id id resolve(note_texts[id + 0]) at
    }
    gsub(/[\005\006]/, "", s)
    return s
}

function bare(s) {
    gsub(/[ \t\r\n]|\302\240|\302\255|\343\200\200|\342\200[\202\203\211\213\257]|\342\201\240|\357\273\277/, "", s)
    return s
}

function write(kind, s) {
    print kind "\t" bare(resolve(s))
}

END {
    for (i = 1; i <= count; i++) {
        if (kinds[i] != "TOC") {
            write(kinds[i], texts[i])
            continue
        }
        for (k = 1; (texts[i], k) in listed; k++) {
            write("T", listed[texts[i], k])
            write("TOC", "")
        }
        for (k = 1; k <= entries && texts[i] !~ /s$/; k++) {
            if (entry_level[k] <= (texts[i] == "" ? 2 : texts[i] + 0)) {
                write("T", entry_text[k])
                write("TOC", "")
            }
        }
    }
    for (i = 1; i <= notes; i++) {
        write("NOTE", i note_texts[i])
    }
}
