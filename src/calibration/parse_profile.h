#pragma once
#include <string>
#include <string_view>

#include "model/printer_profile.h"

namespace pehchan {

/// The text of a profile; its name and tray are the file's. Throws RunError (bad_config) with all that is wrong, "FILE:
/// line:column: what": unknown or missing keys, wrong kinds, values beyond what a page can undo.
PrinterProfile parse_profile(std::string_view text, const std::string& file);

}  // namespace pehchan
