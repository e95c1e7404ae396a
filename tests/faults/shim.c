/*
 * Preloaded in front of libc: the N-th call that writes to the disk fails or ends the process.
 *
 * FAULT_AT=N (from 1), FAULT_DO=kill or the number of an error. With FAULT_COUNT=FILE nothing
 * fails and the number of calls is written there at the end. Calls that a test must not wait
 * for (syncfs) do nothing.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_long n_calls;

static int
due(void)
{
    const char *at = getenv("FAULT_AT"), *what = getenv("FAULT_DO");
    long call = atomic_fetch_add(&n_calls, 1) + 1;
    if (at == NULL || what == NULL || call != atol(at))
        return 0;
    if (strcmp(what, "kill") == 0)
        _exit(137);
    errno = atoi(what);
    return 1;
}

__attribute__((destructor)) static void
report(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path == NULL ? NULL : fopen(path, "w");
    if (file != NULL) {
        fprintf(file, "%ld\n", atomic_load(&n_calls));
        fclose(file);
    }
}

int
openat(int dir, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    return (flags & O_CREAT) != 0 && due() ? -1 : REAL(openat)(dir, path, flags, mode);
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
    return fd > 2 && due() ? -1 : REAL(write)(fd, bytes, len);
}

int
renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    return due() ? -1 : REAL(renameat)(from_dir, from, to_dir, to);
}

int
unlinkat(int dir, const char *path, int flags)
{
    return due() ? -1 : REAL(unlinkat)(dir, path, flags);
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
    return due() ? -1 : REAL(mkdirat)(dir, path, mode);
}

int
syncfs(int fd)
{
    (void)fd;
    return due() ? -1 : 0;
}
