#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "batch/seen_pictures.h"
#include "photo/assessment.h"

namespace pehchan {

/// A photo and the rows of the roll that name it; without a roll there are none.
struct NamedPhoto {
  std::string name;
  std::vector<std::size_t> rows = {};
};

/// For each photo what there is to say because it is there more than once: photo_same holds it when two rows have the
/// same picture, and warns where files are alike and no roll says whose they are.
std::vector<std::optional<Finding>> photo_doubles(const PhotoLook& look, std::span<const NamedPhoto> photos,
                                                  const std::stop_token& stop);

}  // namespace pehchan
