#include "batch/previews.h"

#include <system_error>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "print/preview.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr double sheet_dpi = 80, card_dpi = 200;

}  // namespace

fs::path preview_name(const std::string& file, const std::string& kind) {
  return fs::path("previews") / (fs::path(file).stem().string() + kind + ".png");
}

void write_previews(const fs::path& out, const std::string& name, const fs::path& pdf, const SheetDesign& design) {
  std::error_code error;
  const fs::path folder = (out / preview_name(name, "")).parent_path();
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  const Rect sheet{0_mm, 0_mm, design.format.paper.width, design.format.paper.height};
  const auto write = [&](const char* kind, int page, const Slot& shown, double dpi) {
    write_file(out / preview_name(name, kind), preview_png(pdf, page, shown.trim, dpi, shown.turn));
  };
  write("-front", 1, {sheet, {}}, sheet_dpi);
  write("-back", 2, {sheet, {}}, sheet_dpi);
  write("-card-front", 1, design.imposition.front.slots.front(), card_dpi);
  write("-card-back", 2, design.imposition.back.slots.front(), card_dpi);
}

}  // namespace pehchan
