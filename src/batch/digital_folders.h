#pragma once
#include <filesystem>
#include <string>

#include "batch/digital_cards.h"
#include "batch/digital_site.h"
#include "ledger/ledger.h"

namespace pehchan {

/// Where the list of links goes: as asked for, or beside a SQLite ledger, or beside the site.
std::filesystem::path link_file(const DigitalOptions& options, const Ledger& ledger);

/// What must not be served lies outside the site: ledger, jobs' files, keys, the list of links. Throws RunError (usage)
/// naming what does not.
void refuse_served(const DigitalOptions& options, Ledger& ledger, const std::filesystem::path& links);

/// In the site: whom its pages name, so that no later run forgets it. It says no more than they do.
inline constexpr const char* organisation_file = ".organisation";
/// Whom the pages name: as asked for, or as the site was told last. Throws RunError (usage) when it never was.
std::string organisation_of(const DigitalOptions& options);

/// A folder of what must not be served is no site, nor below one: where DigitalSite made cards, or 'keys publish'
/// public keys. Throws RunError (usage) with this advice.
void refuse_site(const std::filesystem::path& folder, const char* advice);

}  // namespace pehchan
