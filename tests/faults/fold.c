/*
 * Preloaded in front of libc: a file system that ignores case, as Windows has, an office's USB stick and /mnt/c of WSL. What is
 * made keeps the name it was given; any other spelling of it leads there. Paths from an open folder alone are treated so, which is
 * all that the program uses below content and output folders.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum { PATH_ROOM = 4096 };

/* The name of `name` in `folder` as it is on the disk, else as it is given. */
static void
append_real(int folder, char *path, const char *name)
{
    char *end = path + strlen(path);
    const char *above = *path == '\0' ? "." : path;
    struct dirent *found;
    int fd = REAL(openat)(folder, above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    snprintf(end, (size_t)(path + PATH_ROOM - end), "%s%s", end > path ? "/" : "", name);
    while (dir != NULL && (found = readdir(dir)) != NULL) {
        if (strcasecmp(found->d_name, name) == 0)
            strcpy(end + (end > path), found->d_name);
    }
    if (dir != NULL)
        closedir(dir);
}

static const char *
real(int dir, const char *path, char *room)
{
    char parts[PATH_ROOM], *rest = parts;
    if (dir == AT_FDCWD || *path == '/' || strlen(path) >= PATH_ROOM / 2)
        return path;
    strcpy(parts, path);
    *room = '\0';
    for (char *part = strtok_r(rest, "/", &rest); part != NULL; part = strtok_r(NULL, "/", &rest))
        append_real(dir, room, part);
    return room;
}

int
openat(int dir, const char *path, int flags, ...)
{
    char room[PATH_ROOM];
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    return REAL(openat)(dir, real(dir, path, room), flags, mode);
}

int
fstatat(int dir, const char *path, struct stat *out, int flags)
{
    char room[PATH_ROOM];
    return REAL(fstatat)(dir, real(dir, path, room), out, flags);
}

int
mkdirat(int dir, const char *path, mode_t mode)
{
    char room[PATH_ROOM];
    return REAL(mkdirat)(dir, real(dir, path, room), mode);
}

int
unlinkat(int dir, const char *path, int flags)
{
    char room[PATH_ROOM];
    return REAL(unlinkat)(dir, real(dir, path, room), flags);
}

/* The name that is asked for is the name it has after that, also when it was there in other letters. */
int
renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    char old[PATH_ROOM], there[PATH_ROOM], new[PATH_ROOM];
    const char *source = real(from_dir, from, old), *target = real(to_dir, to, there);
    const char *name = strrchr(to, '/'), *slash = strrchr(target, '/');
    int status = REAL(renameat)(from_dir, source, to_dir, target);
    if (status == 0 && target == there) {
        snprintf(new, sizeof new, "%.*s%s", slash != NULL ? (int)(slash + 1 - target) : 0, target,
                 name != NULL ? name + 1 : to);
        REAL(renameat)(to_dir, target, to_dir, new);
    }
    return status;
}
