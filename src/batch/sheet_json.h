#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "model/sheet_format.h"

namespace pehchan {

/// What a printer must know of a job's sheets.
struct SheetOnPaper {
  Size paper;
  Duplex turned = Duplex::none;  ///< by the printer, between its sides
};

/// Adds a job's sheet format to its settings: as it was typed, a file by its whole path, so that the job goes on from
/// any folder; and what a printer must know, however the file is changed later.
void keep_sheet(nlohmann::ordered_json& settings, const std::string& typed, const SheetFormat& format);

/// What keep_sheet kept. A job of old kept only its format's name or path: that is read, and what reading it throws is
/// thrown.
SheetOnPaper sheet_on_paper(const nlohmann::ordered_json& settings);

}  // namespace pehchan
