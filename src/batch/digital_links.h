#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "base/atomic_file.h"
#include "base/file_lock.h"
#include "ledger/digital_cards.h"

namespace pehchan {

/// The address of a card: base, "c/", its token, "/".
std::string link_of(const std::string& base_url, const std::string& token);

/// Lists for whoever sends the links by SMS, a row a card: member_no, mobile, name, link, token. Nobody but their owner
/// may read them. All cards of the site in links.csv; those whose link was in no list before also in a list that no
/// later run touches, links-new-0001.csv and on. They appear whole, with commit(). One run at a time writes them, and
/// sweeps what a killed one left.
class DigitalLinks {
 public:
  /// Throws RunError: try_again when another run writes them, else as cannot_write says.
  DigitalLinks(std::filesystem::path file, std::string base_url);
  void add(const DigitalCard& card);
  void commit();

  std::size_t all() const { return all_; }
  std::size_t fresh() const { return fresh_; }
  /// The list of new links; none when there was none.
  std::optional<std::filesystem::path> fresh_file() const;

 private:
  std::filesystem::path file_;
  std::string base_url_;
  FileLock lock_;
  std::filesystem::path fresh_file_;
  AtomicFile list_, fresh_list_;
  std::size_t all_ = 0, fresh_ = 0;
};

}  // namespace pehchan
