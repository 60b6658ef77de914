#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "support/build_paths.h"

namespace pehchan {

/// A roll of members who all get their card.
struct GoodRoll {
  std::filesystem::path roll, photos;

  /// The words of an issue run over it; more may be appended.
  std::vector<std::string> issue(const std::filesystem::path& out, const std::string& ledger,
                                 const std::vector<std::string>& more = {}) const;
};

/// So many confirmed members, made up, in two districts and without photos: for plain_card.
GoodRoll make_plain_roll(const std::filesystem::path& folder, std::size_t members);

/// A demo in `folder`, its roll cut down to exactly so many confirmed members.
GoodRoll make_good_roll(const std::filesystem::path& folder, std::size_t members);

/// A card without a portrait, which costs a tenth of one with: for tests that make cards by the thousand.
inline const std::vector<std::string> plain_card{"--template", PEHCHAN_SOURCE "/tests/crash/plain"};

/// What a ledger says of its cards.
struct CardFacts {
  std::size_t live = 0;     ///< cards that are not void
  std::size_t members = 0;  ///< distinct members of them
  std::size_t places = 0;   ///< distinct folders, files, sheets and slots of them
  bool operator==(const CardFacts&) const = default;
};
CardFacts card_facts(const std::string& ledger);

/// What `pehchan ledger check --files` has against it; empty: all is proved.
std::string faults_of(const std::string& ledger);

/// Files that only a run at work has: NAME.part and .NAME.painted. Not those of kept portraits, which are swept up
/// later.
std::vector<std::string> unfinished_files(const std::filesystem::path& folder);

}  // namespace pehchan
