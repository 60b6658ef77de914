#include "batch/sheet_json.h"

#include <array>
#include <filesystem>

#include "base/file.h"
#include "sheet/find_format.h"

namespace pehchan {
namespace fs = std::filesystem;

void keep_sheet(nlohmann::ordered_json& settings, const std::string& typed, const SheetFormat& format) {
  settings["sheet"] = is_format_file(typed) ? fs::absolute(typed).lexically_normal().string() : typed;
  settings["paper"] = {format.paper.width.value, format.paper.height.value};
  settings["turned"] = static_cast<int>(format.turned_in_printer());
}

SheetOnPaper sheet_on_paper(const nlohmann::ordered_json& settings) {
  if (!settings.contains("paper")) {
    const SheetFormat format = find_sheet_format(settings.at("sheet"), data_folder()).format;
    return {format.paper, format.turned_in_printer()};
  }
  const auto paper = settings.at("paper").get<std::array<double, 2>>();
  return {{{paper[0]}, {paper[1]}}, static_cast<Duplex>(settings.at("turned").get<int>())};
}

}  // namespace pehchan
