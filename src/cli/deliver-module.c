#include "cli/deliver-module.h"
#include "base/module.h"
#include <archive.h>
#include <curl/curl.h>
#include <libssh/libssh.h>

static void
append_versions(GString *out)
{
    g_string_append_printf(out, "%s\n", archive_version_string());
    g_string_append_printf(out, "libssh %s\n", ssh_version(0));
    g_string_append_printf(out, "%s\n", curl_version());
}

static const DeliverModule functions = {deliver_deploy_command, deliver_pack_command,
                                        deliver_verify_command, append_versions};

extern const Module maklumat_deliver;
const Module maklumat_deliver = {VERSION, &functions};
