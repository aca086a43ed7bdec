/*
 * What a run can end with.  Each class of failure has an exit status of its
 * own; of several in one run the first of this list counts: the machine before
 * the input.
 */
#ifndef GONGBAO_RUN_CLASSES_H
#define GONGBAO_RUN_CLASSES_H

enum {
    RUN_DONE = 0,
    RUN_WOULD_MAKE = 1, /* --question */
    RUN_USAGE = 64,
    RUN_DATA = 65,     /* a dataset breaks a rule */
    RUN_INPUT = 66,    /* an input cannot be read, or is gone */
    RUN_TEMPLATE = 67, /* a template, style, schema or catalogue is at fault */
    RUN_FONT = 68,     /* a font or a glyph is missing */
    RUN_PAGE = 69,     /* a page cannot be laid out */
    RUN_INTERNAL = 70, /* a stage program died or hung */
    RUN_OUTPUT = 73,   /* a folder cannot be written */
    RUN_LOCKED = 75,   /* another run is at work */
    RUN_PUBLISH = 76,  /* a release was not signed, or not published */
    RUN_CONFIG = 78    /* gongbao.conf is at fault */
};

/* The exit status of a class that a stage program names: "data", "input",
 * "template", "font", "page", "output"; RUN_INTERNAL for any other. */
int class_status(const char *name);

/* The one of the two that counts. */
int class_worse(int a, int b);

#endif
