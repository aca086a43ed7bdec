/*
 * Linux sends the signal; elsewhere such processes end by themselves.
 */
#include "base/child.h"

#include <signal.h>
#include <sys/prctl.h>

void child_ends_with_us(gpointer data)
{
    (void)data;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}
