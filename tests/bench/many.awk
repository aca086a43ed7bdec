# Datasets of districts, two years each, as a bureau has them: about thirty
# indicators, some of them parts of others, every figure with its citation.
#     awk -v from=1 -v to=2500 -v folder=data -f many.awk
# writes folder/district-0001/2023.xml and so on into folders that are there.
# Figures are put together at random, the same for the same number of district.

function next_number(limit) {
    seed = (seed * 16807) % 2147483647
    return seed % limit
}

# The n-th of a list of words.
function nth(list, n,    words) {
    split(list, words, " ")
    return words[n + 1]
}

function lists() {
    zh_first = "东 西 南 北 安 宁 长 青 金 永 新 平 临 兴 和 云 文 石 清 海 龙 白 黄 武 古"
    en_first = "Dong Xi Nan Bei An Ning Chang Qing Jin Yong Xin Ping Lin Xing He Yun Wen Shi Qing Hai Long Bai Huang Wu Gu"
    zh_second = "山 江 河 城 湖 州 阳 川 溪 原 安 泉 林 岭 坪 港 桥 丰 昌 德 化 远 康 源 口 关 塘 田 坝 沟 岗 寨 堡 屯 庄 台 井 潭 洲 坡 浦 峰 门 水 津 陵 乡 南 北 中"
    en_second = "shan jiang he cheng hu zhou yang chuan xi yuan an quan lin ling ping gang qiao feng chang de hua yuan kang yuan kou guan tang tian ba gou gang zhai bao tun zhuang tai jing tan zhou po pu feng men shui jin ling xiang nan bei zhong"
}

# id, theme, kind, unit, unitMult, decimals, least and range of the first
# value in units of its last digit, texts, other attributes, partOf.
function indicator(id, theme, kind, unit, mult, digits, least, range, zh, en, more, part) {
    ids[++count] = id
    themes[id] = theme
    kinds[id] = kind
    units[id] = unit
    mults[id] = mult
    decimals[id] = digits
    leasts[id] = least
    ranges[id] = range
    labels_zh[id] = zh
    labels_en[id] = en
    attributes[id] = more
    wholes[id] = part
}

function indicators() {
    indicator("gdp", "economy", "flow", "yuan", 8, 1, 0, 0, "地区生产总值", "gross regional product", "key=\"1\"", "")
    indicator("primary", "economy", "flow", "yuan", 8, 1, 200, 900, "第一产业增加值", "value added of the primary sector", "chart=\"sectors\"", "gdp by-sector")
    indicator("secondary", "economy", "flow", "yuan", 8, 1, 900, 4000, "第二产业增加值", "value added of the secondary sector", "chart=\"sectors\"", "gdp by-sector")
    indicator("tertiary", "economy", "flow", "yuan", 8, 1, 1200, 6000, "第三产业增加值", "value added of the tertiary sector", "chart=\"sectors\" key=\"5\"", "gdp by-sector")
    indicator("retail", "economy", "flow", "yuan", 8, 1, 800, 3000, "社会消费品零售总额", "total retail sales of consumer goods", "key=\"2\"", "")
    indicator("revenue", "economy", "flow", "yuan", 8, 2, 2000, 9000, "一般公共预算收入", "general public budget revenue", "", "")
    indicator("spending", "economy", "flow", "yuan", 8, 2, 4000, 19000, "一般公共预算支出", "general public budget expenditure", "", "")
    indicator("investment", "economy", "rate", "percent", "", 1, 10, 90, "固定资产投资增长率", "growth of investment in fixed assets", "", "")
    indicator("residents", "people", "stock", "person", 4, 2, 0, 0, "常住人口", "resident population", "key=\"3\"", "")
    indicator("townspeople", "people", "stock", "person", 4, 2, 1500, 6000, "城镇人口", "urban population", "", "residents by-place")
    indicator("villagers", "people", "stock", "person", 4, 2, 900, 4000, "乡村人口", "rural population", "", "residents by-place")
    indicator("births", "people", "flow", "person", "", 0, 900, 4000, "出生人口", "births", "", "")
    indicator("deaths", "people", "flow", "person", "", 0, 800, 3000, "死亡人口", "deaths", "", "")
    indicator("income", "people", "flow", "yuan", "", 0, 21000, 40000, "居民人均可支配收入", "disposable income per resident", "key=\"4\"", "")
    indicator("consumption", "people", "flow", "yuan", "", 0, 15000, 18000, "居民人均消费支出", "consumption per resident", "", "")
    indicator("jobs", "people", "flow", "person", "", 0, 2000, 9000, "城镇新增就业人数", "new urban jobs", "", "")
    indicator("rd", "science", "flow", "yuan", 8, 2, 300, 3000, "研究与试验发展（R&amp;D）经费", "R&amp;D expenditure", "key=\"6\"", "")
    indicator("patents", "science", "flow", "patent", "", 0, 90, 1800, "专利授权量", "patents granted", "", "")
    indicator("inventions", "science", "flow", "patent", "", 0, 20, 60, "发明专利授权量", "invention patents granted", "", "patents of-them")
    indicator("high-tech", "science", "stock", "enterprise", "", 0, 20, 500, "高新技术企业数", "high-technology enterprises", "", "")
    indicator("contracts", "science", "flow", "yuan", 8, 2, 200, 4000, "技术合同成交额", "value of technology contracts", "", "")
    indicator("schools", "services", "stock", "school", "", 0, 20, 180, "中小学校数", "primary and secondary schools", "", "")
    indicator("pupils", "services", "stock", "person", 4, 2, 300, 1500, "中小学在校学生数", "pupils", "", "")
    indicator("beds", "services", "stock", "bed", "", 0, 900, 6000, "医疗卫生机构床位数", "beds in medical institutions", "", "")
    indicator("doctors", "services", "stock", "person", "", 0, 500, 3000, "执业（助理）医师数", "licensed doctors", "", "")
    indicator("libraries", "services", "stock", "library", "", 0, 2, 12, "公共图书馆数", "public libraries", "", "")
    indicator("roads", "surroundings", "stock", "kilometre", "", 1, 4000, 30000, "公路里程", "length of highways", "", "")
    indicator("air", "surroundings", "flow", "day", "", 0, 270, 60, "空气质量优良天数", "days of good air quality", "", "")
    indicator("sewage", "surroundings", "rate", "percent", "", 1, 920, 70, "污水处理率", "rate of sewage treatment", "", "")
    indicator("power", "surroundings", "quantity", "kilowatt-hour", 8, 2, 900, 7000, "全社会用电量", "electricity used", "", "")
}

function pair(element, zh, en) {
    printf "<%s xml:lang=\"zh-CN\">%s</%s><%s xml:lang=\"en\">%s</%s>\n", element, zh, element, element, en, element >file
}

function unit(id, measures, zh, en) {
    printf "<unit id=\"%s\" measures=\"%s\">", id, measures >file
    pair("label", zh, en)
    print "</unit>" >file
}

function theme(id, zh, en) {
    printf "<theme id=\"%s\">", id >file
    pair("label", zh, en)
    print "</theme>" >file
}

function head(year) {
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" >file
    printf "<dataset xmlns=\"urn:gongbao:dataset:1\" id=\"%s\" year=\"%d\" prepared=\"%d-04-15\" rounding=\"half-up\">\n", id_of_district, year, year + 1 >file
    pair("title", zh_name "统计公报", "Statistical bulletin of " en_name)
    pair("publisher", zh_name "统计局", "Bureau of Statistics of " en_name)
    pair("refArea", zh_name, en_name)
    printf "<sources><source id=\"bulletin-%d\" file=\"%d.txt\" published=\"%d-03-20\">", year, year, year + 1 >file
    pair("title", year "年" zh_name "国民经济和社会发展统计公报", "Statistical bulletin on the economy and society of " en_name ", " year)
    pair("publisher", zh_name "统计局", "Bureau of Statistics of " en_name)
    print "</source></sources>\n<units>" >file
    unit("yuan", "money", "元", "yuan")
    unit("percent", "percent", "%", "%")
    unit("person", "count", "人", "people")
    unit("patent", "count", "件", "patents")
    unit("enterprise", "count", "家", "enterprises")
    unit("school", "count", "所", "schools")
    unit("bed", "count", "张", "beds")
    unit("library", "count", "个", "libraries")
    unit("kilometre", "length", "公里", "kilometres")
    unit("day", "time", "天", "days")
    unit("kilowatt-hour", "other", "千瓦时", "kWh")
    print "</units>\n<themes>" >file
    theme("economy", "经济", "Economy")
    theme("people", "人口与民生", "Population and livelihood")
    theme("science", "科技创新", "Science and technology")
    theme("services", "教育与卫生", "Education and health")
    theme("surroundings", "资源环境与交通", "Resources, environment and transport")
    print "</themes>\n<indicators>" >file
    for (i = 1; i <= count; i++) {
        declare(ids[i])
    }
    print "</indicators>\n<observations>" >file
}

function declare(id,    part) {
    printf "<indicator id=\"%s\" theme=\"%s\" kind=\"%s\" unit=\"%s\"%s%s>", id, themes[id], kinds[id], units[id], mults[id] != "" ? " unitMult=\"" mults[id] "\"" : "", attributes[id] != "" ? " " attributes[id] : "" >file
    pair("label", labels_zh[id], labels_en[id])
    if (split(wholes[id], part, " ") == 2) {
        printf "<partOf indicator=\"%s\" group=\"%s\" exhaustive=\"%s\"/>", part[1], part[2], part[2] == "of-them" ? "no" : "yes" >file
    }
    print "</indicator>" >file
}

# Last digits of the value as a decimal.
function printed(id, value) {
    return sprintf("%.*f", decimals[id], value / 10 ^ decimals[id])
}

# The first year, or what became of it.
function grow(year,    i, id, part) {
    for (i = 1; i <= count; i++) {
        id = ids[i]
        if (ranges[id] > 0 && year == 2023) {
            values[id] = leasts[id] + next_number(ranges[id])
        } else if (id == "air") {
            values[id] += next_number(7) - 3
        } else if (ranges[id] > 0) {
            values[id] += int(values[id] * (next_number(150) - 40) / 1000)
        }
        if (ranges[id] == 0) {
            values[id] = 0
        }
    }
    if (values["sewage"] > 998) {
        values["sewage"] = 998
    }
    for (i = 1; i <= count; i++) {
        if (split(wholes[ids[i]], part, " ") == 2 && part[2] != "of-them") {
            values[part[1]] += values[ids[i]]
        }
    }
}

function cite(year, line, token) {
    return sprintf("<cite source=\"bulletin-%d\" lines=\"%d\" token=\"%s\"/>", year, line, token)
}

# The percentage, half up, of two values that are above nought.
function percent(now, before,    tenths) {
    tenths = int(((now - before) * 2000 / before + (now < before ? -1 : 1)) / 2)
    return (tenths < 0 ? "-" : "") int((tenths < 0 ? -tenths : tenths) / 10) "." (tenths < 0 ? -tenths : tenths) % 10
}

function observe(year, i,    id, rate) {
    id = ids[i]
    printf "<obs indicator=\"%s\" period=\"%d\" value=\"%s\">%s", id, year, printed(id, values[id]), cite(year, i + 10, printed(id, values[id])) >file
    if (year > 2023 && i % 3 == 1 && kinds[id] != "rate") {
        rate = percent(values[id], earlier[id])
        printf "<change kind=\"percent\" value=\"%s\" base=\"%d\">%s</change>", rate, year - 1, cite(year, i + 10, rate) >file
    }
    print "</obs>" >file
}

function district(number,    n, year, i) {
    n = number - 1
    seed = 20240301 + number * 7919
    id_of_district = sprintf("district-%04d", number)
    zh_name = nth(zh_first, n % 25) nth(zh_second, int(n / 25) % 50) (int(n / 1250) % 2 ? "县" : "区")
    en_name = nth(en_first, n % 25) nth(en_second, int(n / 25) % 50) (int(n / 1250) % 2 ? " County" : " District")
    for (year = 2023; year <= 2024; year++) {
        file = folder "/" id_of_district "/" year ".xml"
        grow(year)
        head(year)
        for (i = 1; i <= count; i++) {
            observe(year, i)
        }
        print "</observations>\n</dataset>" >file
        close(file)
        for (i = 1; i <= count; i++) {
            earlier[ids[i]] = values[ids[i]]
        }
    }
    file = folder "/" id_of_district "/reports"
    print "brief zh_CN en" >file
    close(file)
}

BEGIN {
    lists()
    indicators()
    for (number = from; number <= to; number++) {
        district(number)
    }
}
