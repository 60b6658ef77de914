#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pehchan {

struct ZipPart {
  std::string name, bytes;
  std::optional<std::uint32_t> declared = {};  ///< size told in the directory, where it is a lie
};

/// An archive of stored (not compressed) parts.
std::string zip_of(const std::vector<ZipPart>& parts);

/// An XLSX workbook of one worksheet with this <sheetData>.
std::string xlsx_of(const std::string& sheet_data);

}  // namespace pehchan
