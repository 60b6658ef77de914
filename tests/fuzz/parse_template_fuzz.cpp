#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/run_error.h"
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
    for (const char* name : {"front.svg", "back.svg"}) std::ofstream(path_ / name) << "<svg/>";
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

void check(const pehchan::SideTemplate& side, const pehchan::Rect& safe) {
  for (const auto& text : side.texts) {
    expect(contains(safe, text.box) && text.box.width.value > 0 && text.box.height.value > 0);
    expect(pehchan::parse_pattern(text.text).has_value());
    expect(text.style.font.size_pt >= text.style.floor_pt && text.style.floor_pt >= 3);
    expect(text.style.lines >= 1 && text.style.lines <= 10);
    if (side.qr) expect(!overlap(text.box, side.qr->box));
    if (side.portrait) expect(!overlap(text.box, side.portrait->box));
  }
  if (side.qr) expect(contains(safe, side.qr->box));
  if (side.portrait) expect(contains(safe, side.portrait->box));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const fs::path file = folder.path() / "card.toml";
  std::ofstream(file, std::ios::binary) << std::string_view(reinterpret_cast<const char*>(data), size);
  try {
    const pehchan::CardTemplate design = pehchan::parse_template(folder.path());
    const pehchan::Rect card{{}, {}, design.size.width, design.size.height};
    expect(design.front.qr || design.back.qr);
    check(design.front, grown(card, -design.safe_margin));
    check(design.back, grown(card, -design.safe_margin));
  } catch (const pehchan::RunError& error) {
    const bool is_too_large = error.code == pehchan::ExitCode::bad_input;
    expect(is_too_large || error.code == pehchan::ExitCode::bad_config);
    expect(std::string(error.what()).find("card.toml") != std::string::npos);
  }
  return 0;
}
