// Draws the pictures of docs/templates.md from the examples in it: build the target `docs` when one of them, or how a
// card is drawn, has changed, and look at the pictures before keeping them.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include "base/file.h"
#include "base/run_error.h"
#include "docs/draw_example.h"
#include "docs/write_small_png.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

void build() {
  const fs::path docs = PEHCHAN_SOURCE "/docs", pictures = docs / "images" / "templates";
  const ExampleSet set = read_examples(read_file(docs / "templates.md", 1'000'000));
  fs::remove_all(pictures);
  fs::create_directories(pictures);
  for (const Example& example : set.examples) {
    if (!example.is_seen) continue;
    for (const std::string& shown : example.who) {
      const fs::path file = pictures / (example.picture(shown) + ".png");
      try {
        write_small_png(draw_example(set, example, shown).picture, file);
      } catch (const RunError& error) {
        throw std::runtime_error(example.name + ": " + error.what());
      }
      std::printf("%s, %ju bytes\n", file.c_str(), static_cast<std::uintmax_t>(fs::file_size(file)));
    }
  }
}

}  // namespace
}  // namespace pehchan

int main() {
  try {
    pehchan::build();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
