#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/run_error.h"
#include "card/condition.h"
#include "card/fill_text.h"
#include "card/parse_template.h"

namespace {
namespace fs = std::filesystem;

/// What must hold for every template, however broken: it is refused with the file's name, or it can be laid out.
void expect(bool holds) {
  if (!holds) std::abort();
}

/// A template's folder for the life of the process, with artwork in it.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("pehchan_template_fuzz_" + std::to_string(getpid()))) {
    fs::create_directories(path_);
    for (const char* name : {"front.svg", "back.svg"})
      std::ofstream(path_ / name) << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\">"
                                     "<rect id=\"photo\" x=\"6\" y=\"19\" width=\"25\" height=\"32\"/>"
                                     "<rect id=\"hidden\" width=\"9\" height=\"9\" display=\"none\"/></svg>";
    for (const char* name : {"logo.png", "card.pdf"}) std::ofstream(path_ / name) << "not looked at here";
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Area {
  pehchan::Rect safe, with_bleed;
};

/// A box of what must lie in the safe area; codes and the portrait share it with nobody on the same card.
void check_live(const pehchan::SideTemplate& side, const Area& area, const pehchan::Rect& box, bool is_code,
                const pehchan::Visibility& visibility = {}) {
  expect(contains(area.safe, box) && box.width.value > 0 && box.height.value > 0);
  if (is_code) return;
  if (side.qr) expect(!overlap(box, side.qr->box));
  if (side.portrait) expect(!overlap(box, side.portrait->box));
  for (const auto& barcode : side.barcodes)
    expect(!overlap(box, barcode.box) || are_never_together(visibility, barcode.visibility));
}

void check(const pehchan::SideTemplate& side, const Area& area) {
  for (const auto& text : side.texts) {
    check_live(side, area, text.box, false, text.visibility);
    expect(pehchan::parse_pattern(text.text).has_value());
    expect(text.style.font.size_pt >= text.style.floor_pt && text.style.floor_pt >= 3);
    expect(text.style.lines >= 1 && text.style.lines <= 10);
  }
  for (const auto& picture : side.pictures) {
    check_live(side, area, picture.box, false, picture.visibility);
    expect(picture.picture && picture.picture->file.find('/') == std::string::npos);
  }
  for (const auto& barcode : side.barcodes) {
    check_live(side, area, barcode.box, true);
    expect(pehchan::parse_pattern(barcode.text).has_value());
    if (side.qr) expect(!overlap(barcode.box, side.qr->box));
  }
  for (const auto& rectangle : side.rectangles) {
    expect(contains(area.with_bleed, rectangle.box));
    expect(rectangle.fill || rectangle.border.value > 0);
  }
  for (const auto& line : side.lines) expect(contains(area.with_bleed, {line.from.x, line.from.y, {}, {}}));
  if (side.qr) check_live(side, area, side.qr->box, true);
  if (side.portrait) check_live(side, area, side.portrait->box, true);
  expect(side.artwork.page >= 1 && side.artwork.file.find('/') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const fs::path file = folder.path() / "card.toml";
  std::ofstream(file, std::ios::binary) << std::string_view(reinterpret_cast<const char*>(data), size);
  try {
    const pehchan::CardTemplate design = pehchan::parse_template(folder.path());
    const pehchan::Rect card{{}, {}, design.size.width, design.size.height};
    expect(design.front.qr.has_value() != design.back.qr.has_value());
    const Area area{grown(card, -design.safe_margin), grown(card, design.bleed)};
    check(design.front, area);
    check(design.back, area);
  } catch (const pehchan::RunError& error) {
    const bool is_too_large = error.code == pehchan::ExitCode::bad_input;
    expect(is_too_large || error.code == pehchan::ExitCode::bad_config);
    expect(std::string(error.what()).find("card.toml") != std::string::npos);
  }
  return 0;
}
