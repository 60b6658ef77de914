#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pehchan {

inline constexpr std::uint64_t largest_unpacked = 512ULL << 20;  ///< bytes
inline constexpr std::uint64_t most_rows = 1'048'576, most_cells = 32'000'000;

/// Counts the rows and cells of worksheets in XML as it passes by, the way that GDAL would make them: rows that are
/// skipped or repeated by an attribute count, and every row is as wide as the widest.
class CellCount {
 public:
  /// The next piece of one part of a workbook; false when it goes beyond the limits or hides what it holds (another
  /// encoding than UTF-8, a DOCTYPE, a number that is written with character references).
  bool feed(std::string_view piece);

 private:
  bool know_head();
  bool scan(std::string_view piece);
  bool take_tag();
  bool take_row();
  bool take_cell(bool is_ods);
  bool is_within() const;

  std::string head_, tag_;
  bool is_known_ = false, is_xml_ = false, is_in_tag_ = false;
  char quote_ = 0;
  std::uint64_t rows_ = 0, width_ = 0, column_ = 0;
  std::uint64_t before_ = 0;  ///< cells of the worksheets before this one
};

/// Reads all parts of a workbook once and throws RunError (bad_input) when they unpack to more than 512 MiB, whatever
/// the archive declares, or hold more than 1,048,576 rows or 32 million cells. `plain` is the same file under a name
/// that GDAL can open; `file` is for messages.
void refuse_bombs(const std::filesystem::path& plain, const std::filesystem::path& file);

}  // namespace pehchan
