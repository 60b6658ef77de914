#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/file_lock.h"

namespace pehchan {

/// A card's files, each in the folder that its token names.
inline constexpr std::array<const char*, 5> card_files = {"index.html", "card.pdf", "front.png", "back.png",
                                                          "share.jpg"};

/// The folder that a web server serves. A card's folder in it is complete or is not there, whenever the run is killed:
/// it is made in SITE/.part and moved to SITE/c by one rename; one that is there already changes places with it.
class DigitalSite {
 public:
  /// Makes the folder, and sweeps what a killed run left. Throws RunError: try_again when another run is at work in it,
  /// else as cannot_write says.
  explicit DigitalSite(std::filesystem::path folder);
  ~DigitalSite();
  DigitalSite(const DigitalSite&) = delete;
  DigitalSite& operator=(const DigitalSite&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  bool has_card(const std::string& token) const;
  /// Whether a card's files are there with these sizes, in the order of card_files; a tombstone has the first alone.
  bool holds(const std::string& token, std::span<const std::uintmax_t> sizes) const;

  /// A new, empty folder to make a card in. From any thread.
  std::filesystem::path workplace(const std::string& token) const;
  /// Drops what was made there.
  void drop(const std::string& token) const;
  /// All that was made for these cards is brought to the disk, then into its place.
  void publish(std::span<const std::string> tokens) const;
  /// The card's page alone.
  void publish_page(const std::string& token, std::string_view page) const;

  /// A file of the site itself; stays untouched when it has these bytes already.
  void put(const std::filesystem::path& name, std::string_view bytes) const;

 private:
  std::filesystem::path card(const std::string& token) const { return folder_ / "c" / token; }
  std::filesystem::path part(const std::string& token) const { return folder_ / ".part" / token; }

  std::filesystem::path folder_;
  FileLock lock_;
};

}  // namespace pehchan
