/* Preloaded by faults.rs: lets one call of a process fail, as a disk, a stick or a full one would.
   PIAOJUE_FAULT=CALL:NUMBER:ERRNO:LASTING, of the calls on files below PIAOJUE_UNDER; LASTING 1 lets every later one fail too. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_below(const char *path) {
    const char *under = getenv("PIAOJUE_UNDER");
    return under && strncmp(path, under, strlen(under)) == 0;
}

static int is_ours(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

/* Tells whether this call is the one, and says so once. */
static int fails(const char *call) {
    static int counted, number, error, lasting, fired;
    static char which[32];
    if (!number) {
        const char *fault = getenv("PIAOJUE_FAULT");
        if (!fault || sscanf(fault, "%31[^:]:%d:%d:%d", which, &number, &error, &lasting) != 4) number = -1;
    }
    if (number < 0 || strcmp(which, call) != 0) return 0;
    counted++;
    if (counted != number && !(lasting && counted > number)) return 0;
    if (!fired) {
        fired = 1;
        fputs("a fault was injected\n", stderr);
    }
    errno = error;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FILE(call, type, name, parameters, arguments) \
    type name parameters { return is_ours(file) && fails(call) ? -1 : NEXT(name) arguments; }
#define ON_PATH(call, name, parameters, arguments) \
    int name parameters { return is_below(path) && fails(call) ? -1 : NEXT(name) arguments; }
#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        return is_below(path) && fails("open") ? -1 : NEXT(name)(path, flags, mode); \
    }

OPENING(open)
OPENING(open64)
ON_FILE("sync", int, fsync, (int file), (file))
ON_FILE("sync", int, fdatasync, (int file), (file))
ON_FILE("write", ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at), (file, bytes, length, at))
ON_FILE("truncate", int, ftruncate, (int file, off_t length), (file, length))
ON_FILE("truncate", int, ftruncate64, (int file, off64_t length), (file, length))
ON_PATH("unlink", unlink, (const char *path), (path))

/* A disk that fills up takes half of what it is given before it takes nothing. */
ssize_t write(int file, const void *bytes, size_t length) {
    if (!is_ours(file) || !fails("write")) return NEXT(write)(file, bytes, length);
    if (errno == ENOSPC && length > 1) {
        NEXT(write)(file, bytes, length / 2);
        errno = ENOSPC;
    }
    return -1;
}
