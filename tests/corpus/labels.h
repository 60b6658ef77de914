#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "photo/eyes.h"

namespace pehchan {

/// The labelled photos beside the checkout, or those of the folder PEHCHAN_SHARED: they belong to developers and to CI.
std::filesystem::path portraits();

/// What a person says of one photo.
struct Label {
  std::string file;
  std::string expected;      ///< one, one_or_review, many, none, review, error
  std::string quality;       ///< empty: good
  Eyes eyes;                 ///< px; at nought when not labelled
  PicturePoint crown, chin;  ///< as eyes

  bool has_eyes() const { return eyes.distance() > 0; }
  bool has_head() const { return chin.y > 0; }
};

/// Empty where the folder is absent: skip the test with skipped_portraits().
std::vector<Label> read_labels();

/// "no portraits at …": CI looks for these words.
std::string skipped_portraits();

}  // namespace pehchan
