#include "deliver/remote.h"

Remote *
remote_open(const RemoteOptions *options, GError **error)
{
    switch (options->target.kind) {
    case TARGET_FOLDER:
        return remote_folder_open(options, error);
    case TARGET_SFTP:
        return remote_ssh_open(options, error);
    case TARGET_FTP:
    case TARGET_FTPS:
    default:
        return remote_curl_open(options, error);
    }
}

void
remote_free(Remote *remote)
{
    if (remote != NULL)
        remote->kind->free(remote);
}

gboolean
remote_read(Remote *remote, guint i, const char *path, GString **text, GError **error)
{
    return remote->kind->read(remote, i, path, text, error);
}

gboolean
remote_put(Remote *remote, guint i, const RemoteFile *file, GError **error)
{
    return remote->kind->put(remote, i, file, error);
}

gboolean
remote_remove(Remote *remote, guint i, const char *path, GError **error)
{
    return remote->kind->remove(remote, i, path, error);
}

gboolean
remote_make_dir(Remote *remote, guint i, const char *path, GError **error)
{
    return remote->kind->make_dir(remote, i, path, error);
}

gboolean
remote_remove_dir(Remote *remote, guint i, const char *path, GError **error)
{
    return remote->kind->remove_dir(remote, i, path, error);
}

gboolean
remote_list(Remote *remote, guint i, const char *path, GPtrArray **names, GError **error)
{
    return remote->kind->list(remote, i, path, names, error);
}

gboolean
remote_exists(Remote *remote, guint i, const char *path, gboolean *exists, GError **error)
{
    return remote->kind->exists(remote, i, path, exists, error);
}

gboolean
remote_probe(Remote *remote, GError **error)
{
    return remote->kind->probe(remote, error);
}

gboolean
remote_sync(Remote *remote, GError **error)
{
    return remote->kind->sync == NULL || remote->kind->sync(remote, error);
}
