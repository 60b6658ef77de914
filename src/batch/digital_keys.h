#pragma once
#include <filesystem>
#include <string>

#include "batch/digital_site.h"

namespace pehchan {

/// The public keys of a site as a JSON Web Key Set, for its verifier: those of a file or folder (of an office's own
/// keys those that readers need today), which are then in the site's .well-known too; none given: those that are there
/// already, if any. Throws RunError as read_public_keys and published_keys do.
std::string site_keys(const std::filesystem::path& keys, const DigitalSite& site);

}  // namespace pehchan
