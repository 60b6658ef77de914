#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/eyes.h"

namespace pehchan {

/// The labelled photos beside the checkout, or those of the folder PEHCHAN_SHARED: they belong to developers and to CI.
std::filesystem::path portraits();

/// What a person says of one photo.
struct Label {
  std::string file;
  std::string expected;  ///< one, one_or_review, many, none, review, error
  std::string quality;   ///< empty: good
  std::string kind;      ///< real, derived:…, multi, negative, hard
  Eyes eyes;             ///< px; at nought when not labelled
  std::optional<PicturePoint> crown, chin;
};

/// Empty where the folder is absent: skip the test with skipped_portraits().
std::vector<Label> read_labels();

/// "no portraits at …": CI looks for these words.
std::string skipped_portraits();

}  // namespace pehchan
