/*
 * Runs a command several times and prints the shortest and the median wall
 * time in milliseconds, the largest memory (resident set) in megabytes, and the
 * mean time of processors in milliseconds, which is the same on a busy machine:
 *
 *     measure TIMES COMMAND ARGUMENT...
 *
 * The command's output is dropped.  Exit status 1: the command failed.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMES_MAX 1000

static long now_microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Only what follows the fork: nothing but the command itself is measured. */
static void run_command(char **command)
{
    int null = open("/dev/null", O_WRONLY);

    if (null >= 0) {
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        close(null);
    }
    execvp(command[0], command);
    _exit(127);
}

/* Wall time in microseconds, -1 when the command failed. */
static long time_command(char **command)
{
    long start = now_microseconds();
    pid_t child = fork();
    int status;

    if (child == 0) {
        run_command(command);
    }
    if (child < 0 || waitpid(child, &status, 0) != child ||
        !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return -1;
    }
    return now_microseconds() - start;
}

static long processor_microseconds(const struct rusage *usage)
{
    return ((long)usage->ru_utime.tv_sec + (long)usage->ru_stime.tv_sec) *
               1000000 +
           (long)usage->ru_utime.tv_usec + (long)usage->ru_stime.tv_usec;
}

static int by_size(const void *left, const void *right)
{
    long a = *(const long *)left;
    long b = *(const long *)right;

    return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
    static long times[TIMES_MAX];
    long count = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    struct rusage usage;
    long processor;

    if (count < 1 || count > TIMES_MAX) {
        fprintf(stderr, "usage: measure TIMES COMMAND ARGUMENT...\n");
        return 2;
    }
    for (long i = 0; i < count; i++) {
        times[i] = time_command(argv + 2);
        if (times[i] < 0) {
            fprintf(stderr, "measure: %s failed\n", argv[2]);
            return 1;
        }
    }
    getrusage(RUSAGE_CHILDREN, &usage);
    processor = processor_microseconds(&usage) / count;
    qsort(times, (size_t)count, sizeof times[0], by_size);
    printf("%ld.%ld %ld.%ld %ld.%ld %ld.%ld\n", times[0] / 1000,
        times[0] / 100 % 10, times[count / 2] / 1000,
        times[count / 2] / 100 % 10, usage.ru_maxrss / 1024,
        usage.ru_maxrss % 1024 * 10 / 1024, processor / 1000,
        processor / 100 % 10);
    return 0;
}
