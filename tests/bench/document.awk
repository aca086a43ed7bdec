# A document of about so many pages, or one table, for measuring:
#     awk -v pages=100 -v lang=zh-CN -f document.awk
#     awk -v rows=20000 -v lang=en -f document.awk
# With -v notes=1 paragraphs have footnotes and lists.
# The text is put together at random, always the same for the same numbers:
# words repeat as they do in a bulletin, sentences do not.

function next_number(limit) {
    seed = (seed * 16807) % 2147483647
    return seed % limit
}

function word(    list) {
    return words[1 + next_number(word_count)]
}

function figure() {
    return next_number(9000) + 1000 "." next_number(90) + 10
}

function sentence(    n, text, i) {
    n = 5 + next_number(6)
    text = word()
    for (i = 1; i < n; i++) {
        text = text blank word()
    }
    return text blank reached blank figure() unit stop
}

function paragraph(    n, text, i) {
    n = 3 + next_number(4)
    text = ""
    for (i = 0; i < n; i++) {
        text = text (i ? blank : "") sentence()
    }
    count++
    if (notes && count % 3 == 0) {
        text = text "<footnote>" sentence() sentence() "</footnote>"
    }
    print "<p>" text "</p>"
    if (notes && count % 7 == 0) {
        print "<ul><li>" sentence() "</li><li>" sentence() sentence() "</li></ul>"
    }
}

function table(count, columns,    row, column) {
    print "<table><caption>" word() blank word() "</caption>"
    print "<col/>"
    for (column = 2; column <= columns; column++) {
        print "<col align=\"decimal\"/>"
    }
    print "<thead><tr>"
    for (column = 1; column <= columns; column++) {
        print "<th>" word() "</th>"
    }
    print "</tr></thead><tbody>"
    for (row = 1; row <= count; row++) {
        printf "<tr><td>%s%s%d</td>", word(), blank, row
        for (column = 2; column <= columns; column++) {
            printf "<td>%s</td>", figure()
        }
        print "</tr>"
    }
    print "</tbody></table>"
}

BEGIN {
    seed = 20240301
    if (lang == "zh-CN") {
        text = "全市 高新技术企业 研究与试验发展 经费投入 技术合同 成交额 科技型中小企业 创新平台 " \
            "成果转化 实验室 规模以上 工业 增加值 持续 增长 比上年 结构 优化 区域 协同 人才 引进 " \
            "项目 建设 服务 体系 完善 投资 金融 支持 国际 合作 交流 绿色 低碳 数字 经济 核心 产业"
        blank = ""; reached = "达到"; unit = "亿元"; stop = "。"
        chars = 1265
    } else {
        text = "the city high-technology enterprises research development expenditure " \
            "contracts turnover innovation platforms laboratories industrial added value " \
            "continued growth over previous year regional cooperation talent projects " \
            "construction services investment finance international exchange green digital " \
            "economy core industries of and with in"
        blank = " "; reached = "reached"; unit = " billion yuan"; stop = "."
        chars = 1855
    }
    word_count = split(text, words, " ")
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    print "<report xmlns=\"urn:gongbao:document:1\" xml:lang=\"" lang "\" date=\"2025-03-01\">"
    print "<head><title>" word() blank word() "</title></head>"
    if (rows) {
        table(rows, 8)
    }
    for (section = 0; section * 5 < pages; section++) {
        print "<section><h>" word() blank word() blank word() "</h>"
        # Five pages: a table of a third of a page, the rest paragraphs.
        table(10, 5)
        left = (pages - section * 5 < 5 ? pages - section * 5 : 5) * chars
        while (left > 0) {
            before = seed
            paragraph()
            left -= (lang == "zh-CN" ? 150 : 300)
        }
        print "</section>"
    }
    print "</report>"
}
