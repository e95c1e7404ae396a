#include "base/module.h"
#include <string.h>
#include <unistd.h>
#ifndef G_OS_WIN32
#include <dlfcn.h>
#endif

enum { MAX_MODULES = 5 };

/* clang-format would put blanks into the name */
// clang-format off
G_DEFINE_QUARK(maklumat-module, module_error)
// clang-format on

static GMutex lock;
static struct {
    const char *name;
    gconstpointer table;
} opened[MAX_MODULES];

#ifdef G_OS_WIN32
gboolean
module_any(void)
{
    return FALSE;
}

static gboolean
load(const char *name, gconstpointer *table G_GNUC_UNUSED, GError **error)
{
    g_set_error(
        error, MODULE_ERROR, MODULE_ERROR_LOAD,
        "bagian ini (%s) belum ada di maklumat untuk Windows; jalankan perintahnya di WSL atau "
        "Debian (this part is not in maklumat for Windows yet; run the command in WSL or "
        "Debian)",
        name);
    return FALSE;
}
#else
gboolean
module_any(void)
{
    return TRUE;
}

static char *
find_file(const char *name)
{
    g_autofree char *file = g_strconcat("maklumat-", name, ".so", NULL);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program != NULL ? g_path_get_dirname(program) : NULL;
    g_autofree char *beside = folder != NULL ? g_build_filename(folder, file, NULL) : NULL;
    g_autofree char *near =
        folder != NULL ? g_build_filename(folder, "..", "lib", "maklumat", file, NULL) : NULL;
    if (beside != NULL && access(beside, R_OK) == 0)
        return g_steal_pointer(&beside);
    if (near != NULL && access(near, R_OK) == 0)
        return g_steal_pointer(&near);
    return g_build_filename(LIBDIR, file, NULL);
}

static gboolean
refuse(const char *path, const char *why, GError **error)
{
    g_set_error(error, MODULE_ERROR, MODULE_ERROR_LOAD,
                "%s: bagian program ini tidak dapat dimuat; pasang ulang maklumat (this part "
                "of the program "
                "cannot be loaded; install maklumat again): %s",
                path, why != NULL ? why : "?");
    return FALSE;
}

static gboolean
load(const char *name, gconstpointer *table, GError **error)
{
    g_autofree char *path = find_file(name), *symbol = g_strconcat("maklumat_", name, NULL);
    // NOLINTBEGIN(concurrency-mt-unsafe): each thread has its own dlerror() (dlerror(3), ATTRIBUTES)
    void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    if (handle == NULL)
        return refuse(path, dlerror(), error);
    const Module *module = dlsym(handle, symbol);
    if (module == NULL || strcmp(module->version, VERSION) != 0) {
        refuse(path, module == NULL ? dlerror() : module->version, error);
        dlclose(handle);
        return FALSE;
    }
    // NOLINTEND(concurrency-mt-unsafe)
    *table = module->table;
    return TRUE;
}
#endif

gconstpointer
module_open(const char *name, GError **error)
{
    gconstpointer table = NULL;
    g_mutex_lock(&lock);
    guint i = 0;
    while (i < MAX_MODULES && opened[i].name != NULL && strcmp(opened[i].name, name) != 0)
        i++;
    g_assert(i < MAX_MODULES);
    if (opened[i].name != NULL) {
        table = opened[i].table;
    } else if (load(name, &table, error)) {
        opened[i].table = table;
        opened[i].name = g_intern_string(name);
    }
    g_mutex_unlock(&lock);
    return table;
}
