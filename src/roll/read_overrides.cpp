#include "roll/read_overrides.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "base/run_error.h"
#include "roll/csv.h"
#include "roll/open_source.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

enum Column : std::size_t {
  file_name,
  sha256,
  decision,
  rotate,
  crop_cx,
  crop_cy,
  crop_width,
  crop_height,
  crop_roll,
  eye_right_x,
  eye_right_y,
  eye_left_x,
  eye_left_y,
  by,
  column_count
};
constexpr std::array<std::string_view, column_count> headings{
    "file",        "sha256",        "decision",    "rotate",      "crop_cx",    "crop_cy",    "crop_width",
    "crop_height", "crop_roll_deg", "eye_right_x", "eye_right_y", "eye_left_x", "eye_left_y", "by"};
constexpr std::array needed{file_name, sha256, decision};
constexpr double farthest_px = 100'000;  // no photo has a side that long

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && std::abs(value) <= farthest_px ? std::optional(value) : std::nullopt;
}

bool is_sha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Reads one file; its mistakes are collected, so that they can be mended in one go.
class OverrideReader {
 public:
  explicit OverrideReader(std::string file) : file_(std::move(file)) {}

  PhotoOverrides read(RowSource& rows) {
    Record record;
    if (!rows.next(record)) mistake("the file is empty");
    row_ = record.row;
    read_header(record);
    rows.expect_columns(record.cells.size());
    while (mistakes_.size() < most_mistakes && rows.next(record)) read_row(record);
    if (!mistakes_.empty()) refuse();
    for (PhotoOverride& one : tidied_) overrides_.emplace(one.file, one);
    return std::move(overrides_);
  }

 private:
  static constexpr std::size_t most_mistakes = 20;

  void mistake(const std::string& what) { mistakes_.push_back(fmt::format("{}: row {}: {}", file_, row_, what)); }

  [[noreturn]] void refuse() const {
    std::string told;
    for (const std::string& one : mistakes_) told += (told.empty() ? "" : "\n") + one;
    throw RunError(
        ExitCode::bad_input, told,
        "Put it right, or save it again from the review page. Nothing is guessed about what somebody decided.");
  }

  void read_header(const Record& record) {
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell)
      for (std::size_t i = 0; i < column_count; ++i)
        if (trimmed(record.cells[cell]) == headings[i]) {
          if (places_[i]) mistake(fmt::format("there are two columns {}", headings[i]));
          places_[i] = cell;
        }
    for (const Column column : needed)
      if (!places_[column]) mistake(fmt::format("there is no column {}", headings[column]));
    if (!mistakes_.empty()) refuse();
  }

  std::string exact_cell(const Record& record, Column column) const {
    const auto place = places_[column];
    return place && *place < record.cells.size() ? record.cells[*place] : std::string();
  }
  std::string cell(const Record& record, Column column) const { return trimmed(exact_cell(record, column)); }

  void read_row(const Record& record) {
    row_ = record.row;
    if (record.defect != Defect::none)
      return mistake("this row has not as many cells as the header, or a stray quotation mark");
    PhotoOverride one{.file = plain_photo_name(exact_cell(record, file_name)),
                      .sha256 = cell(record, sha256),
                      .decision = PhotoOverride::Decision::accept,
                      .quarter_turns = quarter_turns(cell(record, rotate)),
                      .crop = std::nullopt,
                      .eyes = std::nullopt,
                      .by = cell(record, by)};
    if (trimmed(one.file).empty() || find_bad_utf8(one.file)) mistake("file is empty or not UTF-8");
    if (find_bad_utf8(one.by)) mistake("by is not UTF-8");
    if (!is_sha256(one.sha256)) mistake("sha256 must be 64 hex digits in small letters");
    const std::string decided = cell(record, decision);
    if (decided == "reject")
      one.decision = PhotoOverride::Decision::reject;
    else if (decided != "accept")
      mistake("decision must be accept or reject");
    read_places(record, one);
    keep(std::move(one));
  }

  /// A name may begin or end with a blank; where nobody meant it, the blank must not lose the decision.
  void keep(PhotoOverride one) {
    PhotoOverride tidy = one;
    tidy.file = trimmed(one.file);
    const std::string name = one.file;
    if (!overrides_.emplace(name, std::move(one)).second) mistake(fmt::format("{} is decided twice", name));
    if (tidy.file != name) tidied_.push_back(std::move(tidy));
  }

  int quarter_turns(const std::string& degrees) {
    constexpr std::array turns{"0", "90", "180", "270"};
    for (std::size_t i = 0; i < turns.size(); ++i)
      if (degrees == turns[i]) return static_cast<int>(i);
    if (!degrees.empty()) mistake("rotate must be 0, 90, 180 or 270");
    return 0;
  }

  void read_places(const Record& record, PhotoOverride& one) {
    if (const auto crop = numbers<5>(record, crop_cx, "the crop")) {
      const auto& [x, y, width, height, roll] = *crop;
      if (width < 1 || height < 1) mistake("crop_width and crop_height must be 1 or more");
      one.crop = CropFrame{.eyes = {x, y}, .width = width, .height = height, .roll_deg = roll};
    }
    if (const auto eyes = numbers<4>(record, eye_right_x, "the eyes")) {
      const auto& [right_x, right_y, left_x, left_y] = *eyes;
      one.eyes = Eyes{.right = {right_x, right_y}, .left = {left_x, left_y}};
      if (one.eyes->distance() < 1) mistake("both eyes are in the same place");
    }
  }

  /// The cells of `count` columns from `first` on: all, or none of them filled.
  template <std::size_t count>
  std::optional<std::array<double, count>> numbers(const Record& record, Column first, const char* what) {
    std::array<double, count> values{};
    std::size_t filled = 0, understood = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string text = cell(record, static_cast<Column>(first + i));
      if (text.empty()) continue;
      ++filled;
      if (const auto value = number_of(text)) {
        values[i] = *value;
        ++understood;
      } else {
        mistake(fmt::format("{} must be a number", headings[first + i]));
      }
    }
    if (filled != 0 && filled != count) mistake(fmt::format("{} must have all its {} numbers, or none", what, count));
    return understood == count ? std::optional(values) : std::nullopt;
  }

  std::string file_;
  std::array<std::optional<std::size_t>, column_count> places_;
  PhotoOverrides overrides_;
  std::vector<PhotoOverride> tidied_;  ///< those whose name has blanks around it, without them
  std::size_t row_ = 0;
  std::vector<std::string> mistakes_;
};

}  // namespace

PhotoOverrides read_overrides(const std::filesystem::path& file) {
  return OverrideReader(file.string()).read(*open_file(file, {}));
}

PhotoOverrides read_overrides(std::istream& csv, const std::string& file) {
  TextReader text(csv, file, {});
  CsvReader rows(text);
  return OverrideReader(file).read(rows);
}

}  // namespace pehchan
