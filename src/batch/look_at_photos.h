#pragma once
#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/portrait_options.h"
#include "batch/progress.h"
#include "roll/roll_source.h"

namespace pehchan {

inline constexpr const char* photos_file_name = "photos.json";
inline constexpr const char* review_page_name = "review.html";

/// What `pehchan photos` is asked to do.
struct PhotosOptions {
  std::filesystem::path photos, out;
  std::string template_name = "member";  ///< whose portraits are wanted
  PortraitOptions portraits;
  RollSource roll;    ///< with an empty `where`: every photo of the folder; else those of its confirmed members
  unsigned jobs = 0;  ///< threads; 0: as many as there are cores
};

struct PhotosSummary {
  std::size_t good = 0, warn = 0, hold = 0;
  std::size_t others = 0;           ///< files in the folder that are no pictures
  std::size_t unmatched = 0;        ///< decisions about photos that are not among these
  std::vector<std::string> strays;  ///< files beside the photos named nearly as photo_overrides.csv is, and not read
  std::size_t unnamed = 0;          ///< photos in the folder that no confirmed member of the roll names
};

/// Looks at photos without making a card: writes photos.json, an array with an object a photo (see json_of; with a roll
/// also `rows`, the rows that name it), and review.html for a person into options.out. In the order of the roll, or of
/// the names. Memory stays flat. Throws RunError for the run's own trouble, with try_again when `stop` was asked for.
PhotosSummary look_at_photos(const PhotosOptions& options, const ProgressSink& progress, std::stop_token stop);

}  // namespace pehchan
