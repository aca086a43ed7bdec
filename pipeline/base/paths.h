/*
 * Where the installed parts are: schemas, templates, styles, fonts.xml and
 * message catalogues, found from the place of the running program, so that a
 * tree can be moved or installed below any prefix.
 */
#ifndef GONGBAO_BASE_PATHS_H
#define GONGBAO_BASE_PATHS_H

/*
 * The path of a part such as "schema/dataset.xsd", "templates/annual.xsl" or
 * "fonts/fonts.xml": below ../share/gongbao seen from the program's folder, or
 * below $GONGBAO_DATADIR where that is set.  The caller frees it.
 */
char *paths_data(const char *name);

/* The folder of the message catalogues (../share/locale).  Caller frees. */
char *paths_locale(void);

#endif
