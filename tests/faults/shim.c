/*
 * Loaded before the C library (LD_PRELOAD), it counts the calls that concern
 * files of one folder, and makes one of them fail, do less than was asked, or
 * be the last of its process.  Told by the environment:
 *
 *     FAULT_UNDER=/folder    calls on what is below it count; no other does
 *     FAULT_COUNT=FILE       the count, shared by all processes; eight bytes
 *     FAULT_ON=",write,sync,"   only calls of these classes count (all)
 *     FAULT_AT=N             the call that it happens to; 0: none
 *     FAULT_STAYS=1          and all that follow, as when a disk is full
 *     FAULT_DO=ENOSPC        how it fails; or SHORT: half of it is done; KILL:
 *                            the process is killed; KILLALL: its group is
 *     FAULT_LOG=FILE         gets a line a call: number, class, path
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define PATH_BYTES 4096

enum deed { PASS, FAIL, HALF };

static struct {
    bool is_ready;
    const char *under; /* NULL: nothing counts */
    size_t length;
    const char *on;
    uint64_t *count;
    uint64_t at;
    bool stays;
    const char *what;
    const char *log;
} fault;

static const struct {
    const char *name;
    int value;
} errors[] = {
    {"ENOSPC", ENOSPC},
    {"EIO", EIO},
    {"EACCES", EACCES},
    {"EROFS", EROFS},
    {"EMFILE", EMFILE},
    {"EDQUOT", EDQUOT},
    {"EINTR", EINTR},
    {"ENOLCK", ENOLCK},
    {"ENOENT", ENOENT},
    {"EXDEV", EXDEV},
    {"EPERM", EPERM},
    {"ENOMEM", ENOMEM},
};

/* ---- What is wanted ---- */

/* The C library's own, which are not looked up here. */
static int open_plainly(const char *path, int flags)
{
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0666);
}

static void close_plainly(int fd)
{
    (void)syscall(SYS_close, fd);
}

static void prepare(void)
{
    const char *at = getenv("FAULT_AT");
    const char *file = getenv("FAULT_COUNT");
    int fd = file != NULL ? open_plainly(file, O_RDWR | O_CLOEXEC) : -1;
    void *page;

    fault.is_ready = true;
    if (fd < 0) {
        return;
    }
    page = (void *)syscall(SYS_mmap, NULL, sizeof(uint64_t),
        PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0L);
    close_plainly(fd);
    if (page == MAP_FAILED) {
        return;
    }
    fault.count = page;
    fault.at = at != NULL ? strtoull(at, NULL, 10) : 0;
    fault.stays = getenv("FAULT_STAYS") != NULL;
    fault.what = getenv("FAULT_DO");
    fault.on = getenv("FAULT_ON");
    fault.log = getenv("FAULT_LOG");
    fault.under = getenv("FAULT_UNDER");
    fault.length = fault.under != NULL ? strlen(fault.under) : 0;
}

static bool is_on(const char *class)
{
    const char *found = fault.on;
    size_t length = strlen(class);

    while (found != NULL && (found = strstr(found, class)) != NULL) {
        if (found > fault.on && found[-1] == ',' && found[length] == ',') {
            return true;
        }
        found += length;
    }
    return fault.on == NULL;
}

static void note(uint64_t number, const char *class, const char *path)
{
    char line[PATH_BYTES + 64];
    int length = snprintf(line, sizeof line, "%llu %s %s\n",
        (unsigned long long)number, class, path);
    int fd = open_plainly(
        fault.log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC);

    if (fd >= 0) {
        (void)syscall(SYS_write, fd, line, (size_t)length);
        close_plainly(fd);
    }
}

static enum deed happen(void)
{
    if (fault.what == NULL) {
        return PASS;
    }
    if (strcmp(fault.what, "KILL") == 0) {
        kill(getpid(), SIGKILL);
    } else if (strcmp(fault.what, "KILLALL") == 0) {
        kill(0, SIGKILL);
    } else if (strcmp(fault.what, "SHORT") == 0) {
        return HALF;
    }
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (strcmp(fault.what, errors[i].name) == 0) {
            errno = errors[i].value;
            return FAIL;
        }
    }
    abort(); /* a word that the test has wrong */
}

/* Counts a call on path, and says what becomes of it. */
static enum deed meet(const char *class, const char *path)
{
    int before = errno;
    uint64_t number;

    if (fault.under == NULL ||
        strncmp(path, fault.under, fault.length) != 0 || !is_on(class)) {
        return PASS;
    }
    number = __atomic_add_fetch(fault.count, 1, __ATOMIC_SEQ_CST);
    if (fault.log != NULL) {
        note(number, class, path);
        errno = before;
    }
    if (fault.at != 0 &&
        (number == fault.at || (fault.stays && number > fault.at))) {
        return happen();
    }
    return PASS;
}

/* ---- What a call is about ---- */

static void name_of(int fd, char *path)
{
    char link[64];
    ssize_t length;
    int before = errno;

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, PATH_BYTES - 1);
    path[length > 0 ? length : 0] = '\0';
    errno = before;
}

static enum deed meet_fd(const char *class, int fd)
{
    char path[PATH_BYTES];

    if (!fault.is_ready) {
        prepare();
    }
    if (fault.under == NULL) {
        return PASS;
    }
    name_of(fd, path);
    return meet(class, path);
}

static enum deed meet_at(const char *class, int folder, const char *name)
{
    char path[2 * PATH_BYTES];

    if (!fault.is_ready) {
        prepare();
    }
    if (fault.under == NULL || name == NULL) {
        return PASS;
    }
    if (*name == '/') {
        return meet(class, name);
    }
    if (folder == AT_FDCWD) {
        if (getcwd(path, PATH_BYTES) == NULL) {
            return PASS;
        }
    } else {
        name_of(folder, path);
    }
    strncat(path, "/", 2);
    strncat(path, name, PATH_BYTES - 1);
    return meet(class, path);
}

static enum deed meet_path(const char *class, const char *name)
{
    return meet_at(class, AT_FDCWD, name);
}

static enum deed meet_open(int folder, const char *name, int flags)
{
    bool writes = (flags & (O_CREAT | O_TRUNC)) != 0 ||
                  (flags & O_ACCMODE) == O_WRONLY;

    return meet_at(writes ? "create" : "open", folder, name);
}

/* As the library notes it itself (_IO_ERR_SEEN). */
static bool meet_stream(const char *class, FILE *stream)
{
    bool fails = meet_fd(class, fileno(stream)) == FAIL;

    if (fails) {
        stream->_flags |= 0x20;
    }
    return fails;
}

static size_t half(size_t size)
{
    return size > 1 ? size / 2 : size;
}

/* ---- The calls, in place of the library's ---- */

/* Declares real, the library's function of that name and type. */
#define REAL(name, type, ...) \
    static type (*real)(__VA_ARGS__); \
    if (real == NULL) { \
        *(void **)&real = dlsym(RTLD_NEXT, #name); \
    }

/* A call of a class on path, or failed, which is what it then gives. */
#define PLAIN(class, path, failed, call) \
    return meet_path(class, path) == FAIL ? (failed) : (call)

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        mode_t mode = 0; \
        REAL(name, int, const char *, int, ...) \
        if ((flags & (O_CREAT | O_TMPFILE)) != 0) { \
            va_list arguments; \
            va_start(arguments, flags); \
            mode = va_arg(arguments, mode_t); \
            va_end(arguments); \
        } \
        return meet_open(AT_FDCWD, path, flags) == FAIL \
                   ? -1 \
                   : real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        mode_t mode = 0; \
        REAL(name, int, int, const char *, int, ...) \
        if ((flags & (O_CREAT | O_TMPFILE)) != 0) { \
            va_list arguments; \
            va_start(arguments, flags); \
            mode = va_arg(arguments, mode_t); \
            va_end(arguments); \
        } \
        return meet_open(folder, path, flags) == FAIL \
                   ? -1 \
                   : real(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

/* What a library calls that was compiled with checks of its own. */
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
#define OPEN_2(name) \
    int name(const char *path, int flags) \
    { \
        REAL(name, int, const char *, int) \
        return meet_open(AT_FDCWD, path, flags) == FAIL ? -1 \
                                                        : real(path, flags); \
    }
OPEN_2(__open_2)
OPEN_2(__open64_2)

#define WITH_MODE(name, class) \
    int name(const char *path, mode_t mode) \
    { \
        REAL(name, int, const char *, mode_t) \
        PLAIN(class, path, -1, real(path, mode)); \
    }
WITH_MODE(creat, "create")
WITH_MODE(creat64, "create")
WITH_MODE(mkdir, "mkdir")
WITH_MODE(chmod, "chmod")

#define FOPEN(name) \
    FILE *name(const char *path, const char *mode) \
    { \
        REAL(name, FILE *, const char *, const char *) \
        PLAIN(*mode == 'r' ? "open" : "create", path, NULL, real(path, mode)); \
    }
FOPEN(fopen)
FOPEN(fopen64)

DIR *opendir(const char *path)
{
    REAL(opendir, DIR *, const char *)
    PLAIN("list", path, NULL, real(path));
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    REAL(write, ssize_t, int, const void *, size_t)
    enum deed deed = meet_fd("write", fd);

    size = deed == HALF ? half(size) : size;
    return deed == FAIL ? -1 : real(fd, bytes, size);
}

#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *bytes, size_t size, offset from) \
    { \
        REAL(name, ssize_t, int, const void *, size_t, offset) \
        enum deed deed = meet_fd("write", fd); \
        return deed == FAIL \
                   ? -1 \
                   : real(fd, bytes, deed == HALF ? half(size) : size, from); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    REAL(writev, ssize_t, int, const struct iovec *, int)
    enum deed deed = meet_fd("write", fd);

    count = deed == HALF ? (int)half((size_t)count) : count;
    return deed == FAIL ? -1 : real(fd, parts, count);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    REAL(fwrite, size_t, const void *, size_t, size_t, FILE *)
    return meet_stream("write", stream)
               ? 0
               : real(bytes, size, count, stream);
}

int fflush(FILE *stream)
{
    REAL(fflush, int, FILE *)
    return stream != NULL && meet_stream("write", stream)
               ? EOF
               : real(stream);
}

ssize_t read(int fd, void *bytes, size_t size)
{
    REAL(read, ssize_t, int, void *, size_t)
    enum deed deed = meet_fd("read", fd);

    size = deed == HALF ? half(size) : size;
    return deed == FAIL ? -1 : real(fd, bytes, size);
}

ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room);
ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room)
{
    REAL(__read_chk, ssize_t, int, void *, size_t, size_t)
    enum deed deed = meet_fd("read", fd);

    return deed == FAIL
               ? -1
               : real(fd, bytes, deed == HALF ? half(size) : size, room);
}

#define PREAD(name, offset) \
    ssize_t name(int fd, void *bytes, size_t size, offset from) \
    { \
        REAL(name, ssize_t, int, void *, size_t, offset) \
        enum deed deed = meet_fd("read", fd); \
        return deed == FAIL \
                   ? -1 \
                   : real(fd, bytes, deed == HALF ? half(size) : size, from); \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

size_t fread(void *bytes, size_t size, size_t count, FILE *stream)
{
    REAL(fread, size_t, void *, size_t, size_t, FILE *)
    return meet_stream("read", stream)
               ? 0
               : real(bytes, size, count, stream);
}

#define MMAP(name, offset) \
    void *name(void *where, size_t size, int prot, int flags, int fd, \
        offset from) \
    { \
        REAL(name, void *, void *, size_t, int, int, int, offset) \
        return fd >= 0 && meet_fd("mmap", fd) == FAIL \
                   ? MAP_FAILED \
                   : real(where, size, prot, flags, fd, from); \
    }
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

#define SYNC(name, class) \
    int name(int fd) \
    { \
        REAL(name, int, int) \
        return meet_fd(class, fd) == FAIL ? -1 : real(fd); \
    }
SYNC(fsync, "sync")
SYNC(fdatasync, "sync")
SYNC(syncfs, "syncfs")

/* It is closed in any case, as on Linux. */
int close(int fd)
{
    REAL(close, int, int)
    enum deed deed = meet_fd("close", fd);
    int reason = errno;
    int status = real(fd);

    if (deed == FAIL) {
        errno = reason;
        return -1;
    }
    return status;
}

int fclose(FILE *stream)
{
    REAL(fclose, int, FILE *)
    enum deed deed = meet_fd("close", fileno(stream));
    int reason = errno;
    int status = real(stream);

    if (deed == FAIL) {
        errno = reason;
        return EOF;
    }
    return status;
}

int rename(const char *from, const char *to)
{
    REAL(rename, int, const char *, const char *)
    PLAIN("rename", to, -1, real(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    REAL(renameat, int, int, const char *, int, const char *)
    return meet_at("rename", to_folder, to) == FAIL
               ? -1
               : real(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
    unsigned flags)
{
    REAL(renameat2, int, int, const char *, int, const char *, unsigned)
    return meet_at("rename", to_folder, to) == FAIL
               ? -1
               : real(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
    REAL(link, int, const char *, const char *)
    PLAIN("link", to, -1, real(from, to));
}

int linkat(int from_folder, const char *from, int to_folder, const char *to,
    int flags)
{
    REAL(linkat, int, int, const char *, int, const char *, int)
    return meet_at("link", to_folder, to) == FAIL
               ? -1
               : real(from_folder, from, to_folder, to, flags);
}

int symlink(const char *from, const char *to)
{
    REAL(symlink, int, const char *, const char *)
    PLAIN("symlink", to, -1, real(from, to));
}

int symlinkat(const char *from, int folder, const char *to)
{
    REAL(symlinkat, int, const char *, int, const char *)
    return meet_at("symlink", folder, to) == FAIL ? -1 : real(from, folder, to);
}

#define REMOVE(name, class) \
    int name(const char *path) \
    { \
        REAL(name, int, const char *) \
        PLAIN(class, path, -1, real(path)); \
    }
REMOVE(unlink, "unlink")
REMOVE(remove, "unlink")
REMOVE(rmdir, "rmdir")

int unlinkat(int folder, const char *path, int flags)
{
    REAL(unlinkat, int, int, const char *, int)
    return meet_at("unlink", folder, path) == FAIL ? -1
                                                   : real(folder, path, flags);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    REAL(mkdirat, int, int, const char *, mode_t)
    return meet_at("mkdir", folder, path) == FAIL ? -1
                                                  : real(folder, path, mode);
}

int fchmod(int fd, mode_t mode)
{
    REAL(fchmod, int, int, mode_t)
    return meet_fd("chmod", fd) == FAIL ? -1 : real(fd, mode);
}

#define TRUNCATE(name, offset) \
    int name(int fd, offset size) \
    { \
        REAL(name, int, int, offset) \
        return meet_fd("truncate", fd) == FAIL ? -1 : real(fd, size); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int flock(int fd, int how)
{
    REAL(flock, int, int, int)
    return meet_fd("lock", fd) == FAIL ? -1 : real(fd, how);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at,
    size_t size, unsigned flags)
{
    REAL(copy_file_range, ssize_t, int, off64_t *, int, off64_t *, size_t,
        unsigned)
    enum deed deed = meet_fd("copy", to);

    return deed == FAIL ? -1
                        : real(from, from_at, to, to_at,
                              deed == HALF ? half(size) : size, flags);
}

ssize_t sendfile(int to, int from, off_t *at, size_t size)
{
    REAL(sendfile, ssize_t, int, int, off_t *, size_t)
    enum deed deed = meet_fd("copy", to);

    return deed == FAIL ? -1
                        : real(to, from, at, deed == HALF ? half(size) : size);
}
