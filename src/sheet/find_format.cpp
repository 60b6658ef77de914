#include "sheet/find_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/file.h"
#include "base/nearest.h"
#include "base/run_error.h"
#include "sheet/glabels.h"
#include "sheet/read_format.h"
#include "sheet/typed_format.h"
#include "sheet/write_format.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view glabels_prefix = "glabels:";
constexpr std::uintmax_t largest_format = 64 * 1024;

fs::path shipped_folder(const fs::path& data_folder) { return data_folder / "templates" / "sheets"; }

std::vector<std::string> shipped_names(const fs::path& data_folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(shipped_folder(data_folder), ignored))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem());
  std::ranges::sort(names);
  return names;
}

FoundFormat read_file_format(const fs::path& file) {
  std::string text = read_file(file, largest_format);
  SheetFormat format = parse_sheet_format(text, file);
  return {std::move(format), std::move(text)};
}

[[noreturn]] void refuse_name(const std::string& sheet, const std::vector<std::string>& names) {
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string near = nearest(sheet, known);
  throw RunError(
      ExitCode::missing_input,
      fmt::format("there is no sheet format '{}'{}", sheet, near.empty() ? "" : fmt::format("; is it '{}'?", near)),
      "'pehchan sheets' lists them; give a file of your own as a path, such as ./my-sheet.toml.");
}

}  // namespace

bool is_format_file(const std::string& sheet) {
  return !sheet.starts_with(glabels_prefix) && sheet.find('/') != std::string::npos;
}

FoundFormat find_sheet_format(const std::string& sheet, const fs::path& data_folder) {
  const auto written = [](SheetFormat format) {
    std::string text = toml_of(format);
    return FoundFormat{std::move(format), std::move(text)};
  };
  if (sheet.starts_with(glabels_prefix))
    return written(read_glabels_format(sheet.substr(glabels_prefix.size()), glabels_folder));
  if (is_format_file(sheet)) return read_file_format(sheet);
  if (is_typed_format(sheet)) return written(read_typed_format(sheet));
  const auto names = shipped_names(data_folder);
  if (!std::ranges::binary_search(names, sheet)) refuse_name(sheet, names);
  return read_file_format(shipped_folder(data_folder) / (sheet + ".toml"));
}

std::vector<SheetFormat> shipped_formats(const fs::path& data_folder) {
  std::vector<SheetFormat> formats;
  for (const std::string& name : shipped_names(data_folder))
    formats.push_back(read_file_format(shipped_folder(data_folder) / (name + ".toml")).format);
  return formats;
}

}  // namespace pehchan
