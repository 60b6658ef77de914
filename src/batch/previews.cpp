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

void write_previews(const fs::path& folder, const std::string& name, const fs::path& pdf, const SheetDesign& design) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  const Rect sheet{0_mm, 0_mm, design.format.paper.width, design.format.paper.height};
  const std::string stem = fs::path(name).stem().string();
  const auto write = [&](const char* what, int page, const Rect& area, double dpi) {
    write_file(folder / (stem + what + ".png"), preview_png(pdf, page, area, dpi));
  };
  write("-front", 1, sheet, sheet_dpi);
  write("-back", 2, sheet, sheet_dpi);
  write("-card-front", 1, design.imposition.front.slots.front().trim, card_dpi);
  write("-card-back", 2, design.imposition.back.slots.front().trim, card_dpi);
}

}  // namespace pehchan
