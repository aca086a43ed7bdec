/*
 * The one listener to diagnostics of this program.
 */
#include "run/complain.h"

#include <glib.h>

#include "run/classes.h"
#include "run/say.h"
#include "run/steps.h"

static struct {
    struct step *step; /* NULL: of none */
    int status;
    GPtrArray *said; /* of no step; NULL: nothing */
} speaker;

static void hear(const char *line, enum diag_class fault)
{
    struct step *step = speaker.step;
    const char *class = diag_class_name(fault);

    if (step == NULL) {
        say_line(line);
        if (speaker.said == NULL) {
            speaker.said = g_ptr_array_new_with_free_func(g_free);
        }
        g_ptr_array_add(speaker.said, g_strdup(line));
        if (fault != DIAG_CLASS_NONE) {
            speaker.status = class_worse(speaker.status, class_status(class));
        }
        return;
    }
    if (step->said == NULL) {
        step->said = g_ptr_array_new_with_free_func(g_free);
    }
    g_ptr_array_add(step->said, g_strdup(line));
    if (fault != DIAG_CLASS_NONE) {
        step->class = class;
    }
}

void complain_open(void)
{
    diag_listen(hear);
}

int complain_status(void)
{
    return speaker.status;
}

const GPtrArray *complain_said(void)
{
    return speaker.said;
}

void complain_note(int status)
{
    speaker.status = class_worse(speaker.status, status);
}

struct diag *complain_of(struct step *step)
{
    speaker.step = step;
    return diag_new(g_get_prgname());
}

bool complain_end(struct diag *diag)
{
    bool is_good = !diag_failed(diag);

    diag_flush(diag);
    diag_free(diag);
    speaker.step = NULL;
    return is_good;
}
