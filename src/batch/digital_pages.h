#pragma once
#include <filesystem>
#include <string>

#include "batch/digital_site.h"
#include "digital/page_template.h"
#include "ledger/digital_cards.h"
#include "model/card_number.h"

namespace pehchan {

/// The pages of a site: what web/site holds, or a folder of an office's own that has the same files.
class DigitalPages {
 public:
  /// Throws RunError: missing_input for a page that is
  /// not there, bad_config for one that is wrong (see PageTemplate).
  DigitalPages(std::filesystem::path pages, std::string organisation);

  /// It tells the earlier of the roll's last day and the code's, and how to check a code only when that is signed.
  std::string of_card(const DigitalCard& card, bool is_upright) const;
  std::string tombstone(const CardNumber& number) const;

  /// All that is not a card's: front page, 404 (also for the folder of cards, which servers may list that find no page
  /// in it), style, verifier, robots.txt. `jwks` is what the verifier checks by, a JSON Web Key Set.
  void put_in(const DigitalSite& site, const std::string& jwks) const;

 private:
  void put_page(const DigitalSite& site, const std::filesystem::path& name) const;

  std::filesystem::path pages_;
  std::string organisation_;
  PageTemplate card_, void_;
};

}  // namespace pehchan
