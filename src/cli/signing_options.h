#pragma once
#include "batch/signing.h"
#include "cli/command_line.h"

namespace pehchan {

/// Adds --key, --passphrase-file and --credential.
void add_signing_options(CommandLine& line, SigningOptions& signing);

/// Adds --wire, which is of those that sign cards.
void add_wire_option(CommandLine& line, SigningOptions& signing);

/// Throws RunError (usage) when one of --key and --credential is there without the other: cards that somebody believes
/// to be signed would not be.
void check_signing_options(const CommandLine& line, const SigningOptions& signing);

}  // namespace pehchan
