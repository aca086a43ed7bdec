/*
 * The structure message of an exported dataset.
 */
#include "exchange/sdmx_write.h"

#include <string.h>

#include "exchange/sdmx_codes.h"
#include "xml/xml.h"

/* ---- Artefacts ---- */

static void open_artefact(
    struct sdmx_markup *sdmx, const char *name, const char *id)
{
    markup_open(&sdmx->out, name);
    markup_attribute(&sdmx->out, "id", id);
    markup_attribute(&sdmx->out, "agencyID", SDMX_AGENCY);
    markup_attribute(&sdmx->out, "version", "1.0");
}

/* A reference to an artefact of ours, or with item to a part of one. */
static void write_reference(struct sdmx_markup *sdmx, const char *element,
    const char *package, const char *class, const char *id, const char *item)
{
    g_autofree char *urn = g_strdup_printf(
        "urn:sdmx:org.sdmx.infomodel.%s.%s=%s:%s(1.0)%s%s", package, class,
        SDMX_AGENCY, id, item != NULL ? "." : "", item != NULL ? item : "");

    if (sdmx->is_3) {
        sdmx_markup_text(sdmx, element, NULL, urn);
        return;
    }
    markup_open(&sdmx->out, element);
    markup_open(&sdmx->out, "Ref");
    if (item != NULL) {
        markup_attribute(&sdmx->out, "id", item);
        markup_attribute(&sdmx->out, "maintainableParentID", id);
        markup_attribute(&sdmx->out, "maintainableParentVersion", "1.0");
    } else {
        markup_attribute(&sdmx->out, "id", id);
        markup_attribute(&sdmx->out, "version", "1.0");
    }
    markup_attribute(&sdmx->out, "agencyID", SDMX_AGENCY);
    markup_attribute(&sdmx->out, "package", package);
    markup_attribute(&sdmx->out, "class", class);
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
}

/* ---- Code lists ---- */

static void write_fixed_lists(struct sdmx_markup *sdmx)
{
    for (size_t i = 0; i < sdmx_fixed_list_count; i++) {
        const struct sdmx_fixed_list *list = &sdmx_fixed_lists[i];

        open_artefact(sdmx, "str:Codelist", list->id);
        sdmx_markup_names(sdmx, list->zh, list->en);
        for (size_t j = 0; j < list->count; j++) {
            markup_open(&sdmx->out, "str:Code");
            markup_attribute(&sdmx->out, "id", list->codes[j].id);
            sdmx_markup_names(sdmx, list->codes[j].zh, list->codes[j].en);
            markup_close(&sdmx->out);
        }
        markup_close(&sdmx->out);
    }
}

/* The lists that are the dataset's own. */
static const struct {
    const char *list;
    const char *id;
    const char *zh;
    const char *en;
    const char *name; /* the child that is the code's name */
} own_lists[] = {
    {"indicators", "CL_INDICATOR", "指标", "Indicator", "label"},
    {"units", "CL_UNIT", "计量单位", "Unit of measure", "label"},
    {"themes", "CL_THEME", "主题", "Theme", "label"},
    {"sources", "CL_SOURCE", "资料来源", "Source", "title"},
};

static void write_code(
    struct sdmx_markup *sdmx, const xmlNode *node, const char *name)
{
    static const char *const id[] = {"id", NULL};
    const char *const children[] = {name, "definition", NULL};
    bool has_singular = false;

    for (const xmlNode *child = xml_first_child(node); child != NULL;
         child = xml_next(child)) {
        has_singular |=
            xml_is(child, name) && xml_attribute(child, "one") != NULL;
    }
    markup_open(&sdmx->out, "str:Code");
    markup_attribute(&sdmx->out, "id", xml_attribute(node, "id"));
    /* Labels with a singular are kept whole. */
    sdmx_markup_annotations(
        sdmx, node, id, children + (has_singular ? 1 : 0));
    sdmx_markup_children(sdmx, node, name, "common:Name");
    sdmx_markup_children(sdmx, node, "definition", "common:Description");
    markup_close(&sdmx->out);
}

static void write_own_lists(struct sdmx_markup *sdmx)
{
    for (size_t i = 0; i < G_N_ELEMENTS(own_lists); i++) {
        const xmlNode *list = sdmx_markup_list(sdmx, own_lists[i].list);

        open_artefact(sdmx, "str:Codelist", own_lists[i].id);
        sdmx_markup_names(sdmx, own_lists[i].zh, own_lists[i].en);
        for (const xmlNode *node = list != NULL ? xml_first_child(list) : NULL;
             node != NULL; node = xml_next(node)) {
            write_code(sdmx, node, own_lists[i].name);
        }
        markup_close(&sdmx->out);
    }
}

/* What the figures are about has one code, the dataset's. */
static void write_area(struct sdmx_markup *sdmx)
{
    open_artefact(sdmx, "str:Codelist", "CL_AREA");
    sdmx_markup_names(sdmx, "地区", "Reference area");
    markup_open(&sdmx->out, "str:Code");
    markup_attribute(
        &sdmx->out, "id", xml_attribute(sdmx->dataset, "id"));
    sdmx_markup_children(sdmx, sdmx->dataset, "refArea", "common:Name");
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
}

/* ---- Concepts and components ---- */

enum attachment { ATTACHED_NOT, ATTACHED_INDICATOR, ATTACHED_OBS };

static const struct component {
    const char *id;
    const char *element;
    const char *list; /* NULL: no codes */
    enum attachment attachment;
    const char *zh;
    const char *en;
} components[] = {
    {"FREQ", "str:Dimension", "CL_FREQ", ATTACHED_NOT, "频率", "Frequency"},
    {"REF_AREA", "str:Dimension", "CL_AREA", ATTACHED_NOT, "地区",
        "Reference area"},
    {"INDICATOR", "str:Dimension", "CL_INDICATOR", ATTACHED_NOT, "指标",
        "Indicator"},
    {"TIME_PHASE", "str:Dimension", "CL_TIME_PHASE", ATTACHED_NOT, "时点",
        "Phase of the period"},
    {"TIME_PERIOD", "str:TimeDimension", NULL, ATTACHED_NOT, "时期",
        "Time period"},
    {"THEME", "str:Attribute", "CL_THEME", ATTACHED_INDICATOR, "主题",
        "Theme"},
    {"UNIT_MEASURE", "str:Attribute", "CL_UNIT", ATTACHED_INDICATOR,
        "计量单位", "Unit of measure"},
    {"UNIT_MULT", "str:Attribute", "CL_UNIT_MULT", ATTACHED_OBS, "单位倍数",
        "Unit multiplier"},
    {"DECIMALS", "str:Attribute", NULL, ATTACHED_OBS, "小数位数", "Decimals"},
    {"OBS_STATUS", "str:Attribute", "CL_OBS_STATUS", ATTACHED_OBS,
        "观测值状态", "Observation status"},
    {"CONF_STATUS", "str:Attribute", "CL_CONF_STATUS", ATTACHED_OBS,
        "保密状态", "Confidentiality status"},
    {"QUALIFIER", "str:Attribute", "CL_QUALIFIER", ATTACHED_OBS, "数值限定",
        "Qualifier of the value"},
    {"SEQUENCE", "str:Attribute", NULL, ATTACHED_OBS, "次序",
        "Place in the dataset"},
    {"DETAIL", "str:Attribute", NULL, ATTACHED_OBS, "引文、所述变动和附注",
        "Citations, stated changes and notes"},
    {"OBS_VALUE", NULL, NULL, ATTACHED_NOT, "观测值", "Observation value"},
};

static void write_concepts(struct sdmx_markup *sdmx)
{
    markup_open(
        &sdmx->out, sdmx->is_3 ? "str:ConceptSchemes" : "str:Concepts");
    open_artefact(sdmx, "str:ConceptScheme", "CONCEPTS");
    sdmx_markup_names(sdmx, "概念", "Concepts");
    for (size_t i = 0; i < G_N_ELEMENTS(components); i++) {
        markup_open(&sdmx->out, "str:Concept");
        markup_attribute(&sdmx->out, "id", components[i].id);
        sdmx_markup_names(sdmx, components[i].zh, components[i].en);
        markup_close(&sdmx->out);
    }
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
}

static void write_identity(struct sdmx_markup *sdmx, const char *id)
{
    write_reference(sdmx, "str:ConceptIdentity", "conceptscheme", "Concept",
        "CONCEPTS", id);
}

static void write_format(struct sdmx_markup *sdmx, const char *type)
{
    markup_open(&sdmx->out, "str:TextFormat");
    markup_attribute(&sdmx->out, "textType", type);
    markup_close(&sdmx->out);
}

static void write_representation(
    struct sdmx_markup *sdmx, const struct component *component)
{
    markup_open(&sdmx->out, "str:LocalRepresentation");
    if (component->list != NULL) {
        write_reference(sdmx, "str:Enumeration", "codelist", "Codelist",
            component->list, NULL);
    } else if (strcmp(component->id, "TIME_PERIOD") == 0) {
        write_format(sdmx, "ObservationalTimePeriod");
    } else if (strcmp(component->id, "DETAIL") == 0) {
        write_format(sdmx, "String");
    } else {
        write_format(sdmx, "Integer");
    }
    markup_close(&sdmx->out);
}

static void write_relationship(
    struct sdmx_markup *sdmx, enum attachment attachment)
{
    markup_open(&sdmx->out, "str:AttributeRelationship");
    if (attachment == ATTACHED_INDICATOR && sdmx->is_3) {
        sdmx_markup_text(sdmx, "str:Dimension", NULL, "INDICATOR");
    } else if (attachment == ATTACHED_INDICATOR) {
        markup_open(&sdmx->out, "str:Dimension");
        markup_open(&sdmx->out, "Ref");
        markup_attribute(&sdmx->out, "id", "INDICATOR");
        markup_close(&sdmx->out);
        markup_close(&sdmx->out);
    } else if (sdmx->is_3) {
        markup_open(&sdmx->out, "str:Observation");
        markup_close(&sdmx->out);
    } else {
        markup_open(&sdmx->out, "str:PrimaryMeasure");
        markup_open(&sdmx->out, "Ref");
        markup_attribute(&sdmx->out, "id", "OBS_VALUE");
        markup_close(&sdmx->out);
        markup_close(&sdmx->out);
    }
    markup_close(&sdmx->out);
}

static void write_component(struct sdmx_markup *sdmx,
    const struct component *component, int position)
{
    bool is_status = strcmp(component->id, "OBS_STATUS") == 0;

    markup_open(&sdmx->out, component->element);
    markup_attribute(&sdmx->out, "id", component->id);
    if (component->attachment != ATTACHED_NOT) {
        const char *name = sdmx->is_3 ? "usage" : "assignmentStatus";

        markup_attribute(&sdmx->out, name,
            sdmx->is_3 ? (is_status ? "mandatory" : "optional")
                       : (is_status ? "Mandatory" : "Conditional"));
    } else if (component->list != NULL || !sdmx->is_3) {
        markup_attribute_int(&sdmx->out, "position", position);
    }
    write_identity(sdmx, component->id);
    write_representation(sdmx, component);
    if (component->attachment != ATTACHED_NOT) {
        write_relationship(sdmx, component->attachment);
    }
    markup_close(&sdmx->out);
}

static void open_components(
    struct sdmx_markup *sdmx, const char *name, const char *id)
{
    markup_open(&sdmx->out, name);
    markup_attribute(&sdmx->out, "id", id);
}

static void write_components(struct sdmx_markup *sdmx, bool are_attributes)
{
    int position = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(components); i++) {
        if (components[i].element != NULL &&
            (components[i].attachment != ATTACHED_NOT) == are_attributes) {
            write_component(sdmx, &components[i], ++position);
        }
    }
}

static void write_measure(struct sdmx_markup *sdmx)
{
    open_components(sdmx, "str:MeasureList", "MeasureDescriptor");
    markup_open(
        &sdmx->out, sdmx->is_3 ? "str:Measure" : "str:PrimaryMeasure");
    markup_attribute(&sdmx->out, "id", "OBS_VALUE");
    write_identity(sdmx, "OBS_VALUE");
    markup_open(&sdmx->out, "str:LocalRepresentation");
    write_format(sdmx, "Decimal");
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
}

static void write_definition(struct sdmx_markup *sdmx)
{
    static const char *const but[] = {"title", "refArea", "sources", "units",
        "themes", "indicators", "observations", NULL};

    markup_open(&sdmx->out, "str:DataStructures");
    open_artefact(sdmx, "str:DataStructure", sdmx->id);
    sdmx_markup_annotations(sdmx, sdmx->dataset, NULL, but);
    sdmx_markup_children(sdmx, sdmx->dataset, "title", "common:Name");
    markup_open(&sdmx->out, "str:DataStructureComponents");
    open_components(sdmx, "str:DimensionList", "DimensionDescriptor");
    write_components(sdmx, false);
    markup_close(&sdmx->out);
    open_components(sdmx, "str:AttributeList", "AttributeDescriptor");
    write_components(sdmx, true);
    markup_close(&sdmx->out);
    write_measure(sdmx);
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
    markup_close(&sdmx->out);
}

GString *sdmx_write_structure(struct sdmx_markup *sdmx)
{
    sdmx_markup_begin(sdmx, "message:Structure", "structure");
    sdmx_markup_header(sdmx, "_STRUCTURE");
    markup_close(&sdmx->out);
    markup_open(&sdmx->out, "message:Structures");
    markup_open(&sdmx->out, "str:Codelists");
    write_fixed_lists(sdmx);
    write_area(sdmx);
    write_own_lists(sdmx);
    markup_close(&sdmx->out);
    write_concepts(sdmx);
    write_definition(sdmx);
    return markup_end(&sdmx->out);
}
