/**
 * Remote: a target as the few things that can be done there.
 *
 * One set of operations over FTP and FTPS (libcurl), SFTP (libssh) and local folders.
 * Paths are relative to the target, of valid manifest paths or names that begin with
 * REMOTE_MARK. Several connections work at once, each used by one thread at a time;
 * a server that allows fewer makes the others wait their turn. Transient
 * trouble is tried again with waiting; every operation may be repeated.
 * Errors are FAULT_ERROR or, for local folders, FS_ERROR.
 */
#pragma once
#include "base/diag.h"
#include "value/target.h"

#define REMOTE_MARK    ".maklumat"
#define REMOTE_STAGING ".maklumat-kirim" /* and a connection's number: bytes on their way */

/* What is read of a target, where anything may be: a record of a million files and the names of as many. */
enum { REMOTE_READ_MAX = 128 * 1024 * 1024, REMOTE_NAMES_MAX = 1000 * 1000 };

/** How a file comes to its name; found out by remote_probe(). */
typedef enum RemoteMove {
    REMOTE_MOVE_OVER,   /* renamed over what is there: no reader sees anything between */
    REMOTE_MOVE_DELETE, /* what is there is deleted, the new file renamed right behind it */
    REMOTE_MOVE_NONE    /* the server renames nothing: written straight under its name */
} RemoteMove;

typedef struct RemoteOptions {
    Target target;        /* borrowed */
    const char *password; /* NULL = none (SFTP with a key or an agent) */
    const char *identity; /* private key for SFTP; NULL = the usual ones */
    const char *ca_file;  /* certificates to trust in place of the system's; NULL = those */
    const char *home;     /* where .ssh is; NULL = none */
    guint n_connections;  /* at least 1 */
    guint retries;        /* after transient trouble */
    DiagLang lang;        /* of errors */
    void (*sent)(gpointer data, gsize n_bytes); /* from any thread, while bytes go out */
    gpointer sent_data;
} RemoteOptions;

typedef struct Remote Remote;

/* Bytes on their way to a name. */
typedef struct RemoteFile {
    const char *path;
    const void *bytes;
    gsize len;
} RemoteFile;

typedef struct RemoteKind {
    void (*free)(Remote *remote);
    gboolean (*read)(Remote *remote, guint i, const char *path, GString **text, GError **error);
    gboolean (*put)(Remote *remote, guint i, const RemoteFile *file, GError **error);
    gboolean (*remove)(Remote *remote, guint i, const char *path, GError **error);
    gboolean (*make_dir)(Remote *remote, guint i, const char *path, GError **error);
    gboolean (*remove_dir)(Remote *remote, guint i, const char *path, GError **error);
    gboolean (*list)(
        Remote *remote, guint i, const char *path, GPtrArray **names, GError **error);
    gboolean (*exists)(
        Remote *remote, guint i, const char *path, gboolean *exists, GError **error);
    gboolean (*probe)(Remote *remote, GError **error);
    gboolean (*sync)(Remote *remote, GError **error); /* NULL = the server's matter */
} RemoteKind;

/** What all kinds begin with. */
struct Remote {
    const RemoteKind *kind;
    RemoteMove move;
};

/** Opens the target; nothing is written. NULL and an error when it is not to be had. */
Remote *remote_open(const RemoteOptions *options, GError **error);
Remote *remote_folder_open(const RemoteOptions *options, GError **error);
Remote *remote_curl_open(const RemoteOptions *options, GError **error);
Remote *remote_ssh_open(const RemoteOptions *options, GError **error);
void remote_free(Remote *remote);

/** Reads a file; nothing there: TRUE and *text is NULL. *text is the caller's. `i` = connection. */
gboolean remote_read(Remote *remote, guint i, const char *path, GString **text, GError **error);
/** Brings bytes under a name, by remote->move. The folder exists. */
gboolean remote_put(Remote *remote, guint i, const RemoteFile *file, GError **error);
/** Deletes a file; a missing one is fine. */
gboolean remote_remove(Remote *remote, guint i, const char *path, GError **error);
/** Makes one folder ("" = the target itself, with those above it); an existing one is fine. */
gboolean remote_make_dir(Remote *remote, guint i, const char *path, GError **error);
/** Removes a folder if it is empty; anything else is fine, too. */
gboolean remote_remove_dir(Remote *remote, guint i, const char *path, GError **error);
/** The names in a folder, char *, in any order; some servers hide those with a dot. *names is NULL when there is no such folder. */
gboolean
remote_list(Remote *remote, guint i, const char *path, GPtrArray **names, GError **error);
/** Whether a file of that name is there. */
gboolean
remote_exists(Remote *remote, guint i, const char *path, gboolean *exists, GError **error);
/** Finds out how files can be renamed, with a small file of its own, and sets remote->move. The target exists. */
gboolean remote_probe(Remote *remote, GError **error);
/** What was put so far outlives a loss of power; of a server nobody can ask that. The target exists. */
gboolean remote_sync(Remote *remote, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Remote, remote_free)
