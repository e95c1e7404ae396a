/**
 * Posix: what of POSIX the program calls, over Windows. Force-included when it is built for there (Makefile, `windows`).
 *
 * Paths are UTF-8 with "/", from a folder's descriptor, which here stands for the folder's absolute path. A rename over a
 * file that another program holds open is refused by Windows (EACCES); nothing is then half done. Links are not
 * followed where O_NOFOLLOW says so. syncfs() does nothing: flushing a volume is an administrator's right.
 */
#pragma once
#define tell windows_tell /* io.h has names that are the program's, too */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <io.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>
#undef tell

#ifndef EDQUOT
#define EDQUOT 1133
#endif
#define AT_FDCWD (-100)
enum {

    AT_SYMLINK_NOFOLLOW = 0x100,
    AT_REMOVEDIR = 0x200,
    O_CLOEXEC = 0x10000000,
    O_NOCTTY = 0,
    O_NOFOLLOW = 0x20000000,
    O_DIRECTORY = 0x40000000,
    O_NONBLOCK = 0,
    F_GETFD = 1,
    LOCK_EX = 2,
    LOCK_NB = 4,
    DT_UNKNOWN = 0,
    DT_DIR = 4,
    DT_REG = 8,
    DT_LNK = 10
};
#define POSIX_IFLNK 0xA000
#define S_ISLNK(mode) (((mode) & 0xF000) == POSIX_IFLNK)

typedef struct PosixStat {
    unsigned st_mode;
    uint64_t st_size, st_ino, st_dev;
    struct timespec st_mtim, st_ctim;
} PosixStat;
typedef struct PosixEntry {
    char *d_name;
    unsigned char d_type;
} PosixEntry;
typedef struct PosixDir PosixDir;

int posix_openat(int dir, const char *path, int flags, ...);
int posix_open(const char *path, int flags, ...);
int posix_close(int fd);
int posix_fstat(int fd, PosixStat *out);
int posix_fstatat(int dir, const char *path, PosixStat *out, int flags);
int posix_mkdirat(int dir, const char *path, int mode);
int posix_unlinkat(int dir, const char *path, int flags);
int posix_renameat(int from_dir, const char *from, int to_dir, const char *to);
PosixDir *posix_fdopendir(int fd);
PosixEntry *posix_readdir(PosixDir *dir);
int posix_closedir(PosixDir *dir);
int posix_dirfd(const PosixDir *dir);
int posix_flock(int fd, int how);
int posix_syncfs(int fd);
int posix_fcntl(int fd, int order);
char *posix_realpath(const char *path, char *out);
int posix_access(const char *path, int mode);

/* Of GNU: where `what` begins in `text`, NULL = nowhere; an order in which numbers count. */
void *memmem(const void *text, size_t text_len, const void *what, size_t what_len);
int strverscmp(const char *a, const char *b);

/* GLib's with "/" between the parts, as the program has it everywhere. */
char *posix_build_filename(const char *first, ...) G_GNUC_NULL_TERMINATED;
char *posix_canonicalize_filename(const char *path, const char *from);
char *posix_get_current_dir(void);
const char *posix_get_home_dir(void);

#define openat   posix_openat
#define open     posix_open
#define close    posix_close
#define fstat    posix_fstat
#define fstatat  posix_fstatat
#define stat     PosixStat
#define mkdirat  posix_mkdirat
#define unlinkat posix_unlinkat
#define renameat posix_renameat
#define DIR      PosixDir
#define dirent   PosixEntry
#define fdopendir posix_fdopendir
#define readdir  posix_readdir
#define closedir posix_closedir
#define dirfd    posix_dirfd
#define flock    posix_flock
#define syncfs   posix_syncfs
#define fcntl    posix_fcntl
#define realpath posix_realpath
#define access   posix_access
#define g_build_filename        posix_build_filename
#define g_canonicalize_filename posix_canonicalize_filename
#define g_get_current_dir       posix_get_current_dir
#define g_get_home_dir          posix_get_home_dir
