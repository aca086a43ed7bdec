/*
 * Annotations of SDMX, which any part of a message may have.
 */
#include "exchange/sdmx_parts.h"

#include <string.h>

#include "base/arena.h"
#include "xml/events.h"

bool sdmx_annotation_start(struct sdmx_annotation_reader *reader,
    struct sdmx_annotations *annotations, const struct events_element *element)
{
    const char *id;
    const char *lang;

    if (reader->current != NULL) {
        lang = events_lang(element);
        reader->lang = cube_intern(reader->cube, lang != NULL ? lang : "en");
        return true;
    }
    if (strcmp(element->name, "Annotation") != 0) {
        return false;
    }
    reader->current = ARENA_NEW(reader->cube->arena, struct sdmx_annotation);
    reader->current->pos = element->pos;
    id = events_attribute(element, "id");
    reader->current->id = id != NULL ? cube_intern(reader->cube, id) : NULL;
    if (annotations == NULL) {
        return true;
    }
    if (annotations->last != NULL) {
        annotations->last->next = reader->current;
    } else {
        annotations->first = reader->current;
    }
    annotations->last = reader->current;
    return true;
}

bool sdmx_annotation_end(
    struct sdmx_annotation_reader *reader, const char *name, const char *text)
{
    struct sdmx_annotation *current = reader->current;

    if (current == NULL) {
        return false;
    }
    if (strcmp(name, "AnnotationType") == 0) {
        current->type = cube_intern(reader->cube, text);
    } else if (strcmp(name, "AnnotationTitle") == 0) {
        current->title = cube_intern(reader->cube, text);
    } else if (strcmp(name, "AnnotationURL") == 0) {
        current->url = cube_intern(reader->cube, text);
    } else if (strcmp(name, "AnnotationText") == 0) {
        cube_add_text(reader->cube, &current->texts, reader->lang, text);
    } else if (strcmp(name, "Annotation") == 0) {
        reader->current = NULL;
    }
    return true;
}
