#include "posix.h"
#include <glib.h>
#include <string.h>
#include <windows.h>
#undef g_canonicalize_filename
#undef g_get_current_dir
#undef g_get_home_dir
#undef stat
#define stat PosixStat

enum { FIRST_DIR = 1 << 20, MAX_DIRS = 1 << 14 };

/* Folders that are open: a descriptor is a place in the table. */
static GMutex lock;
static char *dirs[MAX_DIRS];

static int
errno_of(DWORD error)
{
    switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_INVALID_DRIVE:
        return ENOENT;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return EEXIST;
    case ERROR_DIR_NOT_EMPTY:
        return ENOTEMPTY;
    case ERROR_DIRECTORY:
        return ENOTDIR;
    case ERROR_FILENAME_EXCED_RANGE:
        return ENAMETOOLONG;
    case ERROR_WRITE_PROTECT:
        return EROFS;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        return ENOSPC;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return EACCES;
    default:
        return EIO;
    }
}

static int
failed(void)
{
    errno = errno_of(GetLastError());
    return -1;
}

/* ---- paths ---- */

/* The folder of a descriptor with a slash behind it; NULL: paths begin at the current folder. g_free() it. */
static char *
folder_of(int dir)
{
    char *path = NULL;
    if (dir >= FIRST_DIR && dir < FIRST_DIR + MAX_DIRS) {
        g_mutex_lock(&lock);
        path = g_strdup(dirs[dir - FIRST_DIR]);
        g_mutex_unlock(&lock);
    }
    return path;
}

/* An absolute path as the system takes it at any length; g_free() it. NULL and errno: it is none. */
static wchar_t *
wide_path(int dir, const char *path)
{
    static const wchar_t prefix[] = L"\\\\?\\";
    gboolean absolute =
        path[0] == '/' || path[0] == '\\' || (path[0] != '\0' && path[1] == ':');
    g_autofree char *folder = absolute ? NULL : folder_of(dir);
    g_autofree char *whole = g_strconcat(folder != NULL ? folder : "", path, NULL);
    g_autofree wchar_t *wide = (wchar_t *)g_utf8_to_utf16(whole, -1, NULL, NULL, NULL);
    DWORD room = wide != NULL ? GetFullPathNameW(wide, 0, NULL, NULL) : 0;
    if (room == 0) {
        errno = ENOENT;
        return NULL;
    }
    wchar_t *out = g_new(wchar_t, G_N_ELEMENTS(prefix) + room);
    gboolean shared = FALSE;
    wcscpy(out, prefix);
    GetFullPathNameW(wide, room, out + wcslen(prefix), NULL);
    shared = wcsncmp(out + wcslen(prefix), L"\\\\", 2) ==
             0; /* \\server\folder, or prefixed already */
    if (shared)
        memmove(out, out + wcslen(prefix), (wcslen(out + wcslen(prefix)) + 1) * sizeof *out);
    return out;
}

/* As UTF-8 with "/" and without the prefix; g_free() it. */
static char *
plain_path(const wchar_t *wide)
{
    if (wcsncmp(wide, L"\\\\?\\", 4) == 0)
        wide += 4;
    char *path = g_utf16_to_utf8((const gunichar2 *)wide, -1, NULL, NULL, NULL);
    return path != NULL ? g_strdelimit(path, "\\", '/') : NULL;
}

static char *
with_slashes(char *path)
{
    return g_strdelimit(path, "\\", '/');
}

char *
posix_build_filename(const char *first, ...)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    va_list args;
    va_start(args, first);
    for (const char *part = first; part != NULL; part = va_arg(args, const char *))
        g_ptr_array_add(parts, (gpointer)(uintptr_t)part);
    va_end(args);
    g_ptr_array_add(parts, NULL);
    return g_build_pathv("/", (char **)parts->pdata);
}

char *
posix_canonicalize_filename(const char *path, const char *from)
{
    return with_slashes(g_canonicalize_filename(path, from));
}

char *
posix_get_current_dir(void)
{
    return with_slashes(g_get_current_dir());
}

const char *
posix_get_home_dir(void)
{
    static char *home;
    if (g_once_init_enter(&home))
        g_once_init_leave(&home, with_slashes(g_strdup(g_get_home_dir())));
    return home;
}

/* ---- looking ---- */

static int64_t
unix_seconds(const FILETIME *time, long *nanoseconds)
{
    uint64_t ticks =
        (uint64_t)time->dwHighDateTime << 32 | time->dwLowDateTime; /* 100 ns since 1601 */
    *nanoseconds = (long)(ticks % 10000000) * 100;
    return (int64_t)(ticks / 10000000) - INT64_C(11644473600);
}

static unsigned
mode_of(DWORD attributes)
{
    return attributes & FILE_ATTRIBUTE_REPARSE_POINT ? POSIX_IFLNK
           : attributes & FILE_ATTRIBUTE_DIRECTORY   ? _S_IFDIR
                                                     : _S_IFREG;
}

static int
stat_handle(HANDLE handle, PosixStat *out)
{
    BY_HANDLE_FILE_INFORMATION info;
    long nanoseconds;
    if (!GetFileInformationByHandle(handle, &info))
        return failed();
    *out = (PosixStat){.st_mode = mode_of(info.dwFileAttributes),
                       .st_size = (uint64_t)info.nFileSizeHigh << 32 | info.nFileSizeLow,
                       .st_ino = (uint64_t)info.nFileIndexHigh << 32 | info.nFileIndexLow,
                       .st_dev = info.dwVolumeSerialNumber};
    out->st_mtim.tv_sec = (time_t)unix_seconds(&info.ftLastWriteTime, &nanoseconds);
    out->st_mtim.tv_nsec = nanoseconds;
    out->st_ctim = out->st_mtim; /* its own is when the file was made */
    return 0;
}

static HANDLE
look_at(const wchar_t *path, gboolean follow)
{
    DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | (follow ? 0 : FILE_FLAG_OPEN_REPARSE_POINT);
    return CreateFileW(path, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                       OPEN_EXISTING, flags, NULL);
}

int
posix_fstatat(int dir, const char *path, PosixStat *out, int flags)
{
    g_autofree wchar_t *wide = wide_path(dir, path);
    HANDLE handle =
        wide != NULL ? look_at(wide, (flags & AT_SYMLINK_NOFOLLOW) == 0) : INVALID_HANDLE_VALUE;
    if (handle == INVALID_HANDLE_VALUE)
        return wide != NULL ? failed() : -1;
    int result = stat_handle(handle, out);
    CloseHandle(handle);
    return result;
}

int
posix_fstat(int fd, PosixStat *out)
{
    return fd >= FIRST_DIR ? posix_fstatat(fd, ".", out, 0)
                           : stat_handle((HANDLE)_get_osfhandle(fd), out);
}

/* ---- opening ---- */

/* The file that is locked; the program holds one lock at a time, a second is not followed. */
static struct {
    int fd; /* 0 = none */
    PosixStat file;
} locked;

static int
open_folder(const wchar_t *wide)
{
    g_autofree char *path = plain_path(wide);
    int fd = -1;
    g_mutex_lock(&lock);
    for (int i = 0; i < MAX_DIRS && fd < 0; i++) {
        if (dirs[i] != NULL)
            continue;
        dirs[i] = g_strconcat(path, g_str_has_suffix(path, "/") ? "" : "/", NULL);
        fd = FIRST_DIR + i;
    }
    g_mutex_unlock(&lock);
    if (fd < 0)
        errno = EMFILE;
    return fd;
}

static DWORD
disposition_of(int flags)
{
    if ((flags & O_CREAT) == 0)
        return flags & O_TRUNC ? TRUNCATE_EXISTING : OPEN_EXISTING;
    return flags & O_EXCL ? CREATE_NEW : flags & O_TRUNC ? CREATE_ALWAYS : OPEN_ALWAYS;
}

static int
open_file(const wchar_t *wide, int flags)
{
    DWORD access = (flags & O_RDWR) != 0     ? GENERIC_READ | GENERIC_WRITE
                   : (flags & O_WRONLY) != 0 ? GENERIC_WRITE
                                             : GENERIC_READ;
    HANDLE handle =
        CreateFileW(wide, access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                    disposition_of(flags), FILE_ATTRIBUTE_NORMAL, NULL);
    if (handle == INVALID_HANDLE_VALUE)
        return failed();
    int fd = _open_osfhandle((intptr_t)handle, _O_BINARY | (flags & O_WRONLY ? 0 : _O_RDONLY));
    if (fd < 0)
        CloseHandle(handle);
    return fd;
}

int
posix_openat(int dir, const char *path, int flags, ...)
{
    g_autofree wchar_t *wide = strcmp(path, "/dev/null") == 0 ? g_memdup2(L"NUL", sizeof L"NUL")
                                                              : wide_path(dir, path);
    DWORD found = wide != NULL ? GetFileAttributesW(wide) : INVALID_FILE_ATTRIBUTES;
    gboolean there = found != INVALID_FILE_ATTRIBUTES;
    if (wide == NULL)
        return -1;
    if (there && (flags & O_NOFOLLOW) != 0 && (found & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
        errno = ELOOP;
        return -1;
    }
    if ((flags & O_DIRECTORY) == 0) {
        if (there && (found & FILE_ATTRIBUTE_DIRECTORY) != 0) {
            errno = EISDIR;
            return -1;
        }
        return open_file(wide, flags);
    }
    if (there && (found & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return open_folder(wide);
    errno = there ? ENOTDIR : ENOENT;
    return -1;
}

int
posix_open(const char *path, int flags, ...)
{
    return posix_openat(AT_FDCWD, path, flags);
}

int
posix_close(int fd)
{
    if (fd == locked.fd)
        locked.fd = 0;
    if (fd < FIRST_DIR)
        return _close(fd);
    g_mutex_lock(&lock);
    g_clear_pointer(&dirs[fd - FIRST_DIR], g_free);
    g_mutex_unlock(&lock);
    return 0;
}

int
posix_access(const char *path, int mode)
{
    PosixStat found;
    (void)mode;
    return posix_fstatat(AT_FDCWD, path, &found, 0);
}

/* ---- changing ---- */

int
posix_mkdirat(int dir, const char *path, int mode)
{
    g_autofree wchar_t *wide = wide_path(dir, path);
    (void)mode; /* folders inherit the rights of the one above */
    return wide != NULL && CreateDirectoryW(wide, NULL) ? 0 : failed();
}

/* A name stays here as long as its file is open, so who removes the file it has locked lets go of it first. */
static void
let_go(const PosixStat *found)
{
    if (locked.fd == 0 || locked.file.st_ino != found->st_ino ||
        locked.file.st_dev != found->st_dev)
        return;
    int nothing = _open("NUL", _O_RDWR);
    if (nothing >= 0) {
        _dup2(nothing, locked.fd);
        _close(nothing);
    }
    locked.fd = 0;
}

int
posix_unlinkat(int dir, const char *path, int flags)
{
    g_autofree wchar_t *wide = wide_path(dir, path);
    PosixStat found;
    if (wide == NULL || posix_fstatat(dir, path, &found, AT_SYMLINK_NOFOLLOW) != 0)
        return -1;
    gboolean folder = found.st_mode == _S_IFDIR, wanted = (flags & AT_REMOVEDIR) != 0;
    if (folder != wanted && found.st_mode != POSIX_IFLNK) {
        errno = wanted ? ENOTDIR : EISDIR;
        return -1;
    }
    let_go(&found);
    return (folder ? RemoveDirectoryW(wide) : DeleteFileW(wide)) ? 0 : failed();
}

int
posix_renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    g_autofree wchar_t *old = wide_path(from_dir, from), *new = wide_path(to_dir, to);
    if (old == NULL || new == NULL)
        return -1;
    return MoveFileExW(old, new, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ? 0
                                                                                     : failed();
}

/* One who holds it keeps others out; a lock goes with its descriptor. */
int
posix_flock(int fd, int how)
{
    OVERLAPPED at = {.Offset = 0};
    (void)how;
    if (LockFileEx((HANDLE)_get_osfhandle(fd),
                   LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)) {
        if (locked.fd == 0 && posix_fstat(fd, &locked.file) == 0)
            locked.fd = fd;
        return 0;
    }
    errno = EWOULDBLOCK;
    return -1;
}

int
posix_syncfs(int fd)
{
    (void)fd;
    return 0;
}

int
posix_fcntl(int fd, int order)
{
    (void)order;
    return _get_osfhandle(fd) == -1 ? -1 : 0;
}

char *
posix_realpath(const char *path, char *out)
{
    g_autofree wchar_t *wide = wide_path(AT_FDCWD, path);
    HANDLE handle = wide != NULL ? look_at(wide, TRUE) : INVALID_HANDLE_VALUE;
    (void)out;
    if (handle == INVALID_HANDLE_VALUE) {
        failed();
        return NULL;
    }
    DWORD room = GetFinalPathNameByHandleW(handle, NULL, 0, FILE_NAME_NORMALIZED);
    g_autofree wchar_t *real = g_new0(wchar_t, room + 1);
    GetFinalPathNameByHandleW(handle, real, room, FILE_NAME_NORMALIZED);
    CloseHandle(handle);
    g_autofree char *plain = plain_path(*real != 0 ? real : wide);
    return plain != NULL ? strdup(plain) : NULL; /* free() it, as POSIX has it */
}

/* ---- folders ---- */

struct PosixDir {
    int fd;
    HANDLE handle;
    WIN32_FIND_DATAW next;
    gboolean has_next;
    PosixEntry entry;
};

PosixDir *
posix_fdopendir(int fd)
{
    g_autofree wchar_t *wide = wide_path(fd, "*");
    if (wide == NULL)
        return NULL;
    PosixDir *dir = g_new0(PosixDir, 1);
    dir->fd = fd;
    dir->handle = FindFirstFileW(wide, &dir->next);
    dir->has_next = dir->handle != INVALID_HANDLE_VALUE;
    if (!dir->has_next && GetLastError() != ERROR_FILE_NOT_FOUND) {
        failed();
        g_free(dir);
        return NULL;
    }
    return dir;
}

PosixEntry *
posix_readdir(PosixDir *dir)
{
    if (!dir->has_next)
        return NULL;
    g_free(dir->entry.d_name);
    dir->entry.d_name =
        g_utf16_to_utf8((const gunichar2 *)dir->next.cFileName, -1, NULL, NULL, NULL);
    unsigned mode = mode_of(dir->next.dwFileAttributes);
    dir->entry.d_type = mode == POSIX_IFLNK ? DT_LNK : mode == _S_IFDIR ? DT_DIR : DT_REG;
    dir->has_next = FindNextFileW(dir->handle, &dir->next);
    if (dir->entry.d_name == NULL) /* half a character: no name that could be opened again */
        return posix_readdir(dir);
    return &dir->entry;
}

int
posix_dirfd(const PosixDir *dir)
{
    return dir->fd;
}

int
posix_closedir(PosixDir *dir)
{
    if (dir->handle != INVALID_HANDLE_VALUE)
        FindClose(dir->handle);
    posix_close(dir->fd);
    g_free(dir->entry.d_name);
    g_free(dir);
    return 0;
}

/* ---- texts ---- */

void *
memmem(const void *text, size_t text_len, const void *what, size_t what_len)
{
    const char *at = text;
    for (; text_len >= what_len; at++, text_len--) {
        if (memcmp(at, what, what_len) == 0)
            return (void *)(uintptr_t)at;
    }
    return NULL;
}

/* Whole numbers only: the names that are compared (DIAG codes) have no leading zeros. */
int
strverscmp(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
            char *after_a, *after_b;
            guint64 x = g_ascii_strtoull(a, &after_a, 10),
                    y = g_ascii_strtoull(b, &after_b, 10);
            if (x != y)
                return x < y ? -1 : 1;
            a = after_a;
            b = after_b;
        } else if (*a != *b) {
            break;
        } else {
            a++;
            b++;
        }
    }
    return (guchar)*a - (guchar)*b;
}

/* ---- the console ---- */

/* Bytes as they are, in UTF-8; what is written to a console is shown so. */
__attribute__((constructor)) static void
speak_utf8(void)
{
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
}
