#pragma once
#include <filesystem>
#include <string>

#include "card/box_reader.h"
#include "card/read_style.h"
#include "model/card_template.h"
#include "toml/table_reader.h"

namespace pehchan {

/// [front] or [back]: its artwork and its elements. `folder` is the template's: artwork and pictures are read from it.
SideTemplate read_side(const TableReader& root, const std::string& name, const std::filesystem::path& folder,
                       const CardArea& area, const Styles& styles, Mistakes& mistakes);

}  // namespace pehchan
