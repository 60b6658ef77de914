#include "roll/workbook_limits.h"

#include <fmt/format.h>

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/run_error.h"
#include "roll/zip_listing.h"

namespace pehchan {
namespace {

constexpr std::size_t longest_tag = 256 * 1024, least_head = 4;
constexpr std::uint64_t widest = 2000;          // where GDAL stops to count columns
constexpr std::uint64_t most_repeats = 10'000;  // what GDAL passes over, such as the blank rows to a sheet's end

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view name_of_tag(std::string_view tag) {
  return tag.substr(0, std::min(tag.find_first_of(" \t\r\n/"), tag.size()));
}

/// An attribute's value as it is written; nothing when the tag has it not.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view wanted) {
  std::size_t at = name_of_tag(tag).size();
  while (at < tag.size()) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::size_t name = at;
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=') ++at;
    const std::string_view found = tag.substr(name, at - name);
    const auto open = tag.find_first_of("\"'", at);
    if (open == std::string_view::npos) return std::nullopt;
    const auto close = tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) return std::nullopt;
    if (found == wanted) return tag.substr(open + 1, close - open - 1);
    at = close + 1;
  }
  return std::nullopt;
}

/// A number of up to seven digits; nothing for anything else.
std::optional<std::uint64_t> number(std::string_view text) {
  if (text.empty() || text.size() > 7) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

/// The column of "AB12", the first being 1; nothing where it is no such name.
std::optional<std::uint64_t> column_of(std::string_view cell) {
  std::uint64_t column = 0;
  std::size_t at = 0;
  for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z'; ++at)
    column = std::min<std::uint64_t>(column * 26 + static_cast<std::uint64_t>(cell[at] - 'A') + 1, widest);
  if (at == 0 || !number(cell.substr(at))) return std::nullopt;
  return column;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw RunError(
      ExitCode::bad_input, fmt::format("{} {}", file.string(), what),
      "Open it in the spreadsheet, remove what does not belong to the roll, and save it as 'CSV UTF-8', which "
      "may be of any size.");
}

struct VsiCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

/// Unpacks one part and throws it away; gives its size.
std::uint64_t size_of_part(const std::filesystem::path& plain, const std::string& part, std::uint64_t left,
                           const std::filesystem::path& file) {
  const std::unique_ptr<VSILFILE, VsiCloser> stream(
      VSIFOpenL(fmt::format("/vsizip/{}/{}", plain.string(), part).c_str(), "rb"));
  if (!stream) refuse(file, "is not a whole workbook");
  CellCount cells;
  std::string piece(1 << 16, '\0');
  std::uint64_t size = 0;
  while (const auto length = VSIFReadL(piece.data(), 1, piece.size(), stream.get())) {
    size += length;
    if (size > left) refuse(file, fmt::format("unpacks to more than {} MiB", largest_unpacked >> 20));
    if (!cells.feed(std::string_view(piece).substr(0, length)))
      refuse(file, fmt::format("has more than {} rows or {} cells, or hides how many", most_rows, most_cells));
  }
  return size;
}

}  // namespace

bool CellCount::know_head() {
  std::string_view head = head_;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const bool is_wide = head.substr(0, 4).find('\0') != std::string_view::npos || head.starts_with("\xFF\xFE") ||
                       head.starts_with("\xFE\xFF");
  const auto first = head.find_first_not_of(" \t\r\n");
  is_xml_ = first == std::string_view::npos || head[first] == '<';
  // A picture may begin so too, but then no '<' is among its first bytes.
  return !is_wide || head.substr(0, 2 * least_head).find('<') == std::string_view::npos;
}

bool CellCount::feed(std::string_view piece) {
  if (!is_known_) {
    head_ += piece;
    if (head_.size() < least_head) return true;
    is_known_ = true;
    return know_head() && scan(head_);
  }
  return scan(piece);
}

bool CellCount::scan(std::string_view piece) {
  if (!is_xml_) return true;
  for (const char c : piece) {
    if (!is_in_tag_) {
      is_in_tag_ = c == '<';
      continue;
    }
    const bool is_comment = tag_.starts_with("!--"), is_data = tag_.starts_with("![CDATA[");
    if (c == '>' && quote_ == 0 && (!is_comment || tag_.ends_with("--")) && (!is_data || tag_.ends_with("]]"))) {
      if (!take_tag()) return false;
      tag_.clear();
      is_in_tag_ = false;
      continue;
    }
    if (tag_.size() == longest_tag) return false;
    tag_ += c;
    if (is_comment || is_data || tag_.starts_with('!')) continue;
    if (quote_ == 0 && (c == '"' || c == '\''))
      quote_ = c;
    else if (c == quote_)
      quote_ = 0;
  }
  return true;
}

bool CellCount::take_tag() {
  if (tag_.starts_with("!DOCTYPE")) return false;
  const std::string_view name = name_of_tag(tag_);
  if (name == "table:table" || name == "sheetData") {
    before_ += rows_ * width_;
    rows_ = width_ = 0;
    return is_within();
  }
  if (name == "row" || name == "table:table-row") return take_row();
  if (name == "c" || name == "table:table-cell" || name == "table:covered-table-cell") return take_cell(name != "c");
  return true;
}

bool CellCount::take_row() {
  column_ = 0;
  if (const auto row = attribute(tag_, "r"); row && tag_.starts_with("row")) {
    const auto value = number(*row);
    if (!value) return false;
    rows_ = std::max(rows_, *value > 0 ? *value - 1 : 0);
  }
  std::uint64_t repeated = 1;
  if (const auto times = attribute(tag_, "table:number-rows-repeated")) {
    const auto value = number(*times);
    if (!value) return false;
    repeated = *value > most_repeats ? 0 : *value;
  }
  rows_ += repeated;
  return is_within();
}

bool CellCount::take_cell(bool is_ods) {
  std::uint64_t times = 1;
  if (const auto place = attribute(tag_, "r"); place && !is_ods) {
    const auto column = column_of(*place);
    if (!column) return false;
    column_ = *column - 1;
  }
  if (const auto repeats = attribute(tag_, "table:number-columns-repeated"); repeats && is_ods) {
    const auto value = number(*repeats);
    if (!value) return false;
    times = *value;
  }
  column_ = std::min(column_ + times, widest);
  // A blank cell at a row's end is none, and the blank rest of a sheet is told as one.
  const bool is_blank = is_ods && tag_.ends_with('/') && tag_.find("office:") == std::string::npos;
  if (!is_blank) width_ = std::max(width_, column_);
  return is_within();
}

bool CellCount::is_within() const {
  return rows_ <= most_rows && before_ + rows_ * std::max<std::uint64_t>(width_, 1) <= most_cells;
}

void refuse_bombs(const std::filesystem::path& plain, const std::filesystem::path& file) {
  std::uint64_t left = largest_unpacked;
  for (const ZipEntry& entry : list_zip(file)) {
    if (entry.size > left) refuse(file, fmt::format("unpacks to more than {} MiB", largest_unpacked >> 20));
    if (entry.name.ends_with('/')) continue;
    if (entry.name.starts_with('/') || entry.name.find("..") != std::string::npos)
      refuse(file, "is not a whole workbook");
    left -= size_of_part(plain, entry.name, left, file);
  }
}

}  // namespace pehchan
