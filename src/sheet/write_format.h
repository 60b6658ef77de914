#pragma once
#include <string>

#include "model/sheet_format.h"

namespace pehchan {

/// The format as the TOML file that parse_sheet_format reads the same format from: one's own begins with it.
std::string toml_of(const SheetFormat& format);

}  // namespace pehchan
