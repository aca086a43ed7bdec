/*
 * Where the faces of the catalogue are.  The configuration that fontconfig
 * reads by default takes ten times as long as all the rest and lets a user's
 * settings choose another face; a few lines of our own name the folders of
 * fonts and of caches and nothing else.  FONTCONFIG_FILE still replaces them.
 */
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "type/catalogue.h"

/* Of two files with the same face the one in the folder named first wins. */
static const char *const folders[] = {
    "/usr/share/fonts/",
    "/usr/local/share/fonts/",
};

static const char configuration[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir>"
    "<dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

static FcConfig *load_configuration(void)
{
    const char *file = g_getenv("FONTCONFIG_FILE");
    FcConfig *config;

    if (file != NULL && *file != '\0') {
        return FcInitLoadConfigAndFonts();
    }
    config = FcConfigCreate();
    if (config != NULL && (!FcConfigParseAndLoadFromMemory(config,
                               (const FcChar8 *)configuration, FcTrue) ||
                              !FcConfigBuildFonts(config))) {
        FcConfigDestroy(config);
        return NULL;
    }
    return config;
}

static bool has_family(FcPattern *pattern, const char *family)
{
    FcChar8 *value;

    for (int i = 0;
         FcPatternGetString(pattern, FC_FAMILY, i, &value) == FcResultMatch;
         i++) {
        if (strcmp((const char *)value, family) == 0) {
            return true;
        }
    }
    return false;
}

/* Where the file's folder stands among folders; the user's own come last. */
static size_t folder_rank(const char *file)
{
    size_t i = 0;

    while (i < G_N_ELEMENTS(folders) && !g_str_has_prefix(file, folders[i])) {
        i++;
    }
    return i;
}

static bool is_better(const char *file, const char *other)
{
    size_t rank = folder_rank(file);
    size_t other_rank;

    if (other == NULL) {
        return true;
    }
    other_rank = folder_rank(other);
    return rank < other_rank || (rank == other_rank && strcmp(file, other) < 0);
}

/* Takes the pattern's file if it has the face and is the best so far. */
static void try_pattern(struct catalogue_face *face, FcPattern *pattern)
{
    FcChar8 *style;
    FcChar8 *file;
    int index;

    /* The first style only: the second of a Black face can be "Regular", of a
     * family of its own.  Indexes above 0xFFFF are named instances of
     * variable fonts. */
    if (has_family(pattern, face->family) &&
        FcPatternGetString(pattern, FC_STYLE, 0, &style) == FcResultMatch &&
        strcmp((const char *)style, face->style) == 0 &&
        FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch &&
        index <= 0xFFFF && is_better((const char *)file, face->file)) {
        g_free(face->file);
        face->file = g_strdup((const char *)file);
        face->index = (unsigned)index;
    }
}

bool catalogue_locate(struct catalogue *catalogue, struct diag *diag)
{
    FcConfig *config = load_configuration();
    FcFontSet *set =
        config == NULL ? NULL : FcConfigGetFonts(config, FcSetSystem);
    bool done = true;

    for (guint i = 0; i < catalogue->faces->len; i++) {
        struct catalogue_face *face =
            &g_array_index(catalogue->faces, struct catalogue_face, i);

        for (int j = 0; set != NULL && j < set->nfont; j++) {
            try_pattern(face, set->fonts[j]);
        }
        if (face->file == NULL && face->place != NULL &&
            g_file_test(face->place, G_FILE_TEST_EXISTS)) {
            face->file = g_strdup(face->place);
        }
        if (face->file == NULL) {
            diag_report(diag, DIAG_FONT_MISSING, face->pos, face->family,
                face->style, face->package);
            done = false;
        }
    }
    if (config != NULL) {
        FcConfigDestroy(config);
    }
    return done;
}
