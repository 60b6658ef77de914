#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace pehchan {

struct GlabelsGrid {
  int columns = 1, rows = 1;
  Point first;
  Size step;  ///< from one card's corner to the next one's
};

/// A sheet of equal rectangles as glabels-data describes it.
struct GlabelsSheet {
  std::string name;  ///< "Avery-5371"
  std::string description;
  Size paper, card;
  std::vector<GlabelsGrid> grids;
  bool is_for_cards = false;
};

bool is_called(const GlabelsSheet& sheet, const std::string& name);

/// All such sheets of a folder's *.xml files; round labels and what cannot be read are passed over. A file is read up
/// to 4 MiB, without network, entities or DTDs. Empty when there is no such folder.
std::vector<GlabelsSheet> read_glabels_catalogue(const std::filesystem::path& folder);

}  // namespace pehchan
