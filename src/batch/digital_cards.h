#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/progress.h"
#include "model/words.h"

namespace pehchan {

struct DigitalOptions {
  std::string ledger, period;
  std::filesystem::path out;         ///< the site's folder
  std::string base_url;              ///< where it will be served, with a slash at its end; empty: no links are listed
  std::string organisation;          ///< told on the pages; empty: as it was told last
  std::filesystem::path keys = {};   ///< public keys for the verifier; empty: those that the site has already, if any
  std::filesystem::path pages = {};  ///< empty: those that come with the program
  std::filesystem::path links = {};  ///< the list; empty: links.csv beside a SQLite ledger, or beside the site
  unsigned jobs = 0;                 ///< threads; 0: one a core
};

/// Why cards could not be made or made anew, in words, and how many. What the site has of them stays.
struct LeftCards {
  std::size_t cards = 0;
  std::string first;  ///< a card number
  std::string advice;
};

struct DigitalSummary {
  std::size_t made = 0;                     ///< drawn
  std::size_t pages = 0;                    ///< only their page was written anew
  std::size_t kept = 0;                     ///< as they were
  std::size_t voided = 0;                   ///< tombstones written
  std::map<std::string, LeftCards> left;    ///< by the reason
  std::map<std::string, LeftCards> failed;  ///< did not pass their own reading back
  std::map<std::string, std::size_t>
      unknown_keys;  ///< cards whose code the site's verifier cannot check, by its key's kid
  std::size_t links = 0, new_links = 0;
  std::optional<std::filesystem::path> link_list, new_link_list;
};

/// Makes the site of a period's digital cards: of every made card its folder; of every void one that has an address,
/// also of other periods that are in the site, a tombstone; the lists are of all cards that are in it. Nothing is drawn
/// or read of a card that is as it was. Throws RunError: usage for a site around a ledger, a job's files or the list of
/// links, which must not be served, and for a new site without an organisation; try_again when stopped or when another
/// run is at work in the site; bad_config for a page that is wrong.
DigitalSummary make_digital_cards(const DigitalOptions& options, const std::stop_token& stop,
                                  const ProgressSink& progress);

}  // namespace pehchan
