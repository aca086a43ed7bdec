/*
 * What the maker of a face allows of documents that carry it.
 */
#ifndef GONGBAO_TYPE_EMBEDDING_H
#define GONGBAO_TYPE_EMBEDDING_H

/*
 * fsType of the table OS/2 (OpenType; 0: no restriction) of the face with this
 * PostScript name in the file.  -1: there is no such face.
 */
int embedding_of(const char *file, const char *name);

#endif
