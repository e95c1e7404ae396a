/**
 * DeliverModule: the commands that need libraries of network and archives, loaded when one of them is called.
 */
#pragma once
#include "cli/command.h"

typedef struct DeliverModule {
    Exit (*deploy)(const Cli *cli, const CliArgs *args);
    Exit (*pack)(const Cli *cli, const CliArgs *args);
    Exit (*verify)(const Cli *cli, const CliArgs *args);
    /* Of the libraries, one a line. */
    void (*append_versions)(GString *out);
} DeliverModule;

Exit deliver_deploy_command(const Cli *cli, const CliArgs *args);
Exit deliver_pack_command(const Cli *cli, const CliArgs *args);
Exit deliver_verify_command(const Cli *cli, const CliArgs *args);
