#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "base/file_lock.h"
#include "batch/digital_site.h"
#include "ledger/digital_links.h"

namespace pehchan {

/// The address of a card: base, "c/", its token, "/".
std::string link_of(const std::string& base_url, const std::string& token);

/// Lists for whoever sends the links by SMS, a row a card: member_no, mobile, name, link, token. Nobody but their owner
/// may read them. All cards of the site in links.csv, whatever their period; those whose link was in no list before
/// also in a list that no later run touches, links-new-0001.csv and on: no number comes again, also when lists were
/// removed. They appear whole. One run at a time writes them, and sweeps what a killed one left.
class DigitalLinks {
 public:
  /// `ledger` must outlive it. Throws RunError: try_again when another run writes them, else as cannot_write says.
  DigitalLinks(Ledger& ledger, std::filesystem::path file, std::string base_url);
  /// Writes both, then lets the ledger know whose link is in them.
  void write(const DigitalSite& site, const std::stop_token& stop);

  std::size_t all() const { return all_; }
  std::size_t fresh() const { return fresh_.size(); }
  /// The list of new links; none when there was none.
  std::optional<std::filesystem::path> fresh_file() const;

 private:
  void add(const LinkedCard& card);

  Ledger& ledger_;
  std::filesystem::path file_;
  std::string base_url_;
  FileLock lock_;
  std::size_t number_;
  std::filesystem::path fresh_file_;
  AtomicFile list_, fresh_list_;
  std::size_t all_ = 0;
  std::vector<std::string> fresh_;  ///< their card numbers
};

}  // namespace pehchan
