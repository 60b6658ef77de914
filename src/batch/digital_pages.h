#pragma once
#include <filesystem>
#include <string>

#include "batch/digital_site.h"
#include "digital/page_template.h"
#include "model/card_number.h"
#include "model/member.h"

namespace pehchan {

/// The pages of a site: what web/site holds, or a folder of an office's own that has the same files.
class DigitalPages {
 public:
  /// `keys`: what public keys are taken from; empty: there are none. Throws RunError: missing_input for a page that is
  /// not there, bad_config for one that is wrong (see PageTemplate).
  DigitalPages(std::filesystem::path pages, std::string organisation);

  std::string of_card(const Member& member, const CardNumber& number, bool is_upright) const;
  std::string tombstone(const CardNumber& number) const;

  /// All that is not a card's: front page, 404, style, verifier, robots.txt. `jwks` is what the verifier checks by, a
  /// JSON Web Key Set.
  void put_in(const DigitalSite& site, const std::string& jwks) const;

 private:
  std::filesystem::path pages_;
  std::string organisation_;
  PageTemplate card_, void_;
};

}  // namespace pehchan
