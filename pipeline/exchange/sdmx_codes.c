/*
 * Frequencies, statuses and multipliers after the guidelines of SDMX, and what
 * datasets say besides; in both languages, whatever the user's is.
 */
#include "exchange/sdmx_codes.h"

#include <glib.h>

static const struct sdmx_fixed_code freqs[] = {
    {"A", "年度", "Annual"},
    {"S", "半年度", "Half-yearly"},
    {"Q", "季度", "Quarterly"},
    {"M", "月度", "Monthly"},
    {"D", "每日", "Daily"},
    {"N", "不定期", "Not periodic"},
};

static const struct sdmx_fixed_code statuses[] = {
    {"A", "正常", "Normal value"},
    {"B", "序列中断", "Break in the series"},
    {"D", "定义不同", "Definition differs"},
    {"E", "估计", "Estimated"},
    {"F", "预测", "Forecast"},
    {"G", "试验性", "Experimental"},
    {"H", "休假无数据", "Missing: holiday"},
    {"I", "插补", "Imputed"},
    {"J", "减免适用", "Derogation"},
    {"K", "已计入其他类别", "Included in another category"},
    {"L", "未采集", "Missing: not collected"},
    {"M", "无此数据", "Missing: cannot exist"},
    {"N", "不显著", "Not significant"},
    {"O", "缺失", "Missing"},
    {"P", "初步", "Provisional"},
    {"Q", "不予公布", "Missing: suppressed"},
    {"S", "特殊事件", "Strike or other special event"},
    {"U", "可靠性低", "Low reliability"},
    {"V", "未经核实", "Not validated"},
    {"W", "含其他类别", "Includes another category"},
};

static const struct sdmx_fixed_code confidences[] = {
    {"F", "可自由公布", "Free"},
    {"N", "不得公布，仅限内部使用", "Not for publication, internal use only"},
    {"C", "保密", "Confidential statistical information"},
    {"D", "次级保密，由发送方设定",
        "Secondary confidentiality set by the sender"},
    {"S", "次级保密，由接收方设定",
        "Secondary confidentiality set by the receiver"},
    {"A", "一级保密：单位过少", "Primary confidentiality: few units"},
    {"O", "一级保密：一单位占优", "Primary confidentiality: dominance by one"},
    {"T", "一级保密：两单位占优", "Primary confidentiality: dominance by two"},
    {"G", "一级保密：占优与过少",
        "Primary confidentiality: dominance and few units"},
    {"M", "一级保密：数据单薄",
        "Primary confidentiality: other than few units"},
    {"R", "仅限获准用户", "Restricted to those who have leave"},
    {"B", "阻止他值被推算", "Secondary: protects another value"},
    {"E", "保密期届满前不公布", "Under embargo"},
};

/* There is no 8: a hundred millions are exported as tenths of 9. */
static const struct sdmx_fixed_code multipliers[] = {
    {"0", "个", "Units"},
    {"1", "十", "Tens"},
    {"2", "百", "Hundreds"},
    {"3", "千", "Thousands"},
    {"4", "万", "Tens of thousands"},
    {"6", "百万", "Millions"},
    {"9", "十亿", "Billions"},
    {"12", "万亿", "Trillions"},
    {"15", "千万亿", "Quadrillions"},
};

static const struct sdmx_fixed_code phases[] = {
    {"_Z", "整个时期或未说明", "The period, or not said"},
    {"START", "期初", "Beginning of the period"},
    {"END", "期末", "End of the period"},
    {"_U", "时期不明", "Period unknown"},
    {"_U_START", "某时期初", "Beginning of an unknown period"},
    {"_U_END", "某时期末", "End of an unknown period"},
};

static const struct sdmx_fixed_code qualifiers[] = {
    {"over", "超过", "More than"},
    {"nearly", "近", "Nearly"},
    {"odd", "余", "Somewhat more than"},
    {"within", "以内", "At most"},
    {"about", "约", "About"},
};

#define LIST(id, zh, en, codes)                                                \
    {                                                                          \
        id, zh, en, codes, G_N_ELEMENTS(codes)                                 \
    }

const struct sdmx_fixed_list sdmx_fixed_lists[] = {
    LIST("CL_FREQ", "频率", "Frequency", freqs),
    LIST("CL_TIME_PHASE", "时点", "Phase of the period", phases),
    LIST("CL_OBS_STATUS", "观测值状态", "Observation status", statuses),
    LIST("CL_CONF_STATUS", "保密状态", "Confidentiality status", confidences),
    LIST("CL_UNIT_MULT", "单位倍数", "Unit multiplier", multipliers),
    LIST("CL_QUALIFIER", "数值限定", "Qualifier of the value", qualifiers),
};
const size_t sdmx_fixed_list_count = G_N_ELEMENTS(sdmx_fixed_lists);
