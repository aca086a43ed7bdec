/*
 * A pipe that the handler writes to.
 */
#include "run/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
static volatile sig_atomic_t caught;

static void handle(int signal_number)
{
    int reason = errno;
    char byte = 1;

    caught = signal_number;
    if (write(ends[1], &byte, 1) < 0) {
        /* It is full: enough has been said. */
    }
    errno = reason;
}

int signals_open(void)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP};
    struct sigaction action = {.sa_handler = handle};

    if (pipe(ends) != 0) {
        return -1;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct sigaction old;

        /* Under nohup it stays ignored. */
        if (sigaction(numbers[i], NULL, &old) == 0 &&
            old.sa_handler != SIG_IGN) {
            sigaction(numbers[i], &action, NULL);
        }
    }
    signal(SIGPIPE, SIG_IGN);
    /* Where it is ignored nobody hears how a child ended. */
    signal(SIGCHLD, SIG_DFL);
    return ends[0];
}

int signals_caught(void)
{
    return caught;
}
