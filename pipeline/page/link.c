/*
 * Links by the target's id; a target without one gets a name from its place in
 * the document.  The mark of a footnote is a link to it.
 */
#include "page/link.h"

#include <glib.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "page/compose.h"
#include "page/page.h"

static const struct doc_node *naming(const struct doc_node *node)
{
    const struct doc_node *heading = doc_heading(node);

    return heading != NULL ? heading : node;
}

void link_target(struct compose *compose, const struct doc_node *node,
    struct page_link *link)
{
    const struct doc_node *target;
    g_autofree char *title = NULL;

    if (node->kind == DOC_A && node->as.link->href[0] != '#') {
        link->uri = node->as.link->href;
        link->contents = node->as.link->href;
        return;
    }
    if (node->kind == DOC_A && node->as.link->title != NULL) {
        link->to = node->as.link->href + 1;
        link->contents = node->as.link->title;
        return;
    }
    if (node->kind == DOC_FOOTNOTE) {
        link->to = link_anchor(compose, node);
        title = doc_text(node);
    } else {
        link->to =
            node->kind == DOC_A ? node->as.link->href + 1 : node->as.ref->to;
        target = doc_find(compose->document, link->to);
        title = doc_text(target != NULL ? naming(target) : node);
    }
    link->contents = arena_strdup(compose->arena, title);
}

const char *link_anchor(
    const struct compose *compose, const struct doc_node *node)
{
    if (node->id != NULL) {
        return node->id;
    }
    /* No id of a document has a colon in it. */
    return arena_printf(compose->arena, "%s:%d:%d", doc_kind_name(node->kind),
        (int)node->line, node->col);
}
