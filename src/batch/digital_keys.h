#pragma once
#include <filesystem>
#include <string>

#include "batch/digital_site.h"

namespace pehchan {

/// The public keys of a site as a JSON Web Key Set, for its verifier: those given, which are then published in its
/// .well-known too; none given: those that were published there before, if any.
std::string publish_keys(const std::filesystem::path& keys, const DigitalSite& site);

}  // namespace pehchan
