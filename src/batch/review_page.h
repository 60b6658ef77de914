#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "model/photo_override.h"
#include "photo/prepare.h"

namespace pehchan {

/// review.html: one page, complete in itself, where a person looks at photos and decides about the doubtful ones. It
/// saves photo_overrides.csv as read_overrides reads it: the decisions in force as well as the new ones. Written as the
/// photos come, so that memory stays flat.
class ReviewPage {
 public:
  /// What the page tells people to do with the file it saved.
  struct Advice {
    std::string place;  ///< where the file belongs
    std::string next;   ///< the command to run then
  };

  /// `overrides` must outlive it. Throws RunError as AtomicFile.
  ReviewPage(const std::filesystem::path& file, const PortraitSpec& spec, const PhotoOverrides& overrides,
             Advice advice);

  /// The next photo and the rows of the roll that name it; `view` is the JPEG to show of it, empty when there is none.
  void add(const Assessment& photo, std::string_view view, const std::vector<std::size_t>& rows);
  void commit();

 private:
  AtomicFile file_;
  const PortraitSpec spec_;
  const PhotoOverrides& overrides_;
  const Advice advice_;
  std::set<std::string_view> followed_;  ///< files of overrides that the page's photos carry
  std::string key_;                      ///< tells this page's photos from every other's
  std::size_t count_ = 0;
};

}  // namespace pehchan
