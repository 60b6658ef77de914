#include "batch/previews.h"

#include <system_error>
#include <tuple>

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

void write_previews(const fs::path& out, const std::string& name, const fs::path& pdf, const SheetDesign& design,
                    const ShownCard& card) {
  std::error_code error;
  const fs::path folder = (out / preview_name(name, "")).parent_path();
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  const Rect sheet{0_mm, 0_mm, design.format.paper.width, design.format.paper.height};
  const auto write = [&](const char* kind, int page, const Slot& shown, double dpi) {
    write_file(out / preview_name(name, kind), preview_png(pdf, page, shown.trim, dpi, shown.turn));
  };
  for (const auto& [side, of_sheet, of_card] :
       {std::tuple{CardSide::front, "-front", "-card-front"}, std::tuple{CardSide::back, "-back", "-card-back"}}) {
    const auto found = design.pages.page_of(card.sheet, side);
    if (!found) continue;
    const int page = static_cast<int>(*found) + 1;
    write(of_sheet, page, {sheet, {}}, sheet_dpi);
    write(of_card, page, design.imposition.side(side).slots.at(card.slot), card_dpi);
  }
}

}  // namespace pehchan
