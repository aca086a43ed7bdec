/*
 * What libxml2's parser finds, in our words: its own are English and assume
 * the XML specification at hand.  What is not in the table keeps them.
 */
#include "xml/fault.h"

#include <string.h>

#include <glib.h>

#include "base/diag.h"
#include "base/i18n.h"

static const struct {
    int code; /* xmlParserErrors */
    const char *text;
} faults[] = {
    {XML_ERR_DOCUMENT_EMPTY,
        N_("there is no element: a file begins with its root element")},
    {XML_ERR_DOCUMENT_END, N_("something stands behind the root element")},
    {XML_ERR_INVALID_CHAR, N_("a control character is not allowed")},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING,
        N_("an & does not begin an entity: write \"&amp;\"")},
    {XML_ERR_UNDECLARED_ENTITY,
        N_("this entity is not known: write the character itself")},
    {XML_WAR_UNDECLARED_ENTITY,
        N_("this entity is not known: write the character itself")},
    {XML_ERR_LT_IN_ATTRIBUTE,
        N_("a < cannot stand in an attribute: write \"&lt;\"")},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,
        N_("the value of an attribute is not in quotes")},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,
        N_("the value of an attribute has no closing quote")},
    {XML_ERR_ATTRIBUTE_REDEFINED, N_("an attribute is written twice")},
    {XML_ERR_COMMENT_NOT_FINISHED, N_("a comment has no end: write \"-->\"")},
    {XML_ERR_MISPLACED_CDATA_END,
        N_("]]> cannot stand in text: write \"]]&gt;\"")},
    {XML_ERR_RESERVED_XML_NAME,
        N_("the XML declaration is not at the very beginning")},
    {XML_ERR_NAME_REQUIRED,
        N_("a < or & does not begin markup: write \"&lt;\" or \"&amp;\"")},
    {XML_ERR_GT_REQUIRED, N_("a tag has no end: write \">\"")},
    {XML_NS_ERR_UNDEFINED_NAMESPACE,
        N_("a prefix is used that no xmlns: declares")},
};

/* Our words for an error, or else the library's; the caller frees it. */
static char *fault_text(fault_error *error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        if (faults[i].code == error->code) {
            return g_strdup(_(faults[i].text));
        }
    }
    return g_strstrip(g_strdup(error->message));
}

void fault_report(fault_error *error, struct diag_pos pos, struct diag *diag)
{
    g_autofree char *text = fault_text(error);
    g_autofree char *line = g_strdup_printf("%d", error->int1);
    const char *name = error->str1 != NULL ? error->str1 : "";

    if (error->code == XML_ERR_TAG_NAME_MISMATCH) {
        diag_report(diag, DIAG_XML_TAGS, pos, name, line,
            error->str2 != NULL ? error->str2 : "");
    } else if (error->code == XML_ERR_TAG_NOT_FINISHED) {
        diag_report(diag, DIAG_XML_CUT, pos, name, line);
    } else if (error->code == XML_ERR_INVALID_ENCODING ||
               error->code == XML_ERR_UNKNOWN_ENCODING ||
               error->code == XML_ERR_UNSUPPORTED_ENCODING) {
        diag_report(diag, DIAG_XML_ENCODING, pos);
    } else {
        diag_report(diag, DIAG_XML_SYNTAX, pos, text);
    }
}
