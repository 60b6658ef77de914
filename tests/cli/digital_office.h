#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/demo_folder.h"
#include "support/scratch_folder.h"

namespace pehchan {

using Words = std::vector<std::string>;

/// The lines of a list as spreadsheets like it, without their CR LF.
std::vector<std::string> lines_of(const std::filesystem::path& file);
std::vector<std::string> names_in(const std::filesystem::path& folder);
/// The tokens of a site's cards.
std::vector<std::string> cards_in(const std::filesystem::path& site);
/// Every file below a folder with its bytes and when it was last written.
std::map<std::string, std::string> state_of(const std::filesystem::path& folder);

/// Cards of 24 members of the demo are issued once; each test has a copy of folder and ledger.
class Digital : public WithDemo {
 protected:
  static void SetUpTestSuite();
  void SetUp() override;

  std::string ledger() const { return (office_ / "ledger.db").string(); }
  Finished make(const Words& more = {}) const;
  /// What the first `make` leaves, with four threads, in office and site: made for the first test that wants it, copied
  /// for all others.
  bool have_site() const;
  /// A roll of the demo's first members under these names.
  std::filesystem::path roll_of(const Words& names) const;
  void say(Words words) const;
  std::filesystem::path card(const std::string& token) const { return site_ / "c" / token; }
  /// The cells of links.csv's rows, by member number.
  std::map<std::string, Words> links(const std::string& file = "links.csv") const;
  std::string first_member() const { return links().begin()->first; }
  std::string token_of(const std::string& member) const { return links().at(member).at(4); }

  ScratchFolder here_;
  std::filesystem::path office_ = here_ / "office", site_ = here_ / "site";
};

}  // namespace pehchan
