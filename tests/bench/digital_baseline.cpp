// The part of making digital cards that no program can leave out: packing both pictures of each card as PNG and both
// together as JPEG, from pixels in memory. Usage: digital_baseline SITE CARDS; pixels are those of a few cards there.
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "digital/card_canvas.h"
#include "digital/png.h"
#include "digital/share_picture.h"
#include "golden/render_card.h"

namespace pehchan {
namespace {

RgbPicture pixels_of(const std::filesystem::path& png) {
  Picture read = read_png(png);
  return {.width = read.width, .height = read.height, .pixels = std::move(read.rgb)};
}

std::size_t pack(const std::filesystem::path& site, std::size_t cards) {
  constexpr std::size_t kinds = 16;
  std::vector<std::pair<RgbPicture, RgbPicture>> pictures;
  for (const auto& card : std::filesystem::directory_iterator(site / "c")) {
    if (pictures.size() == kinds) break;
    if (std::filesystem::exists(card.path() / "front.png"))
      pictures.emplace_back(pixels_of(card.path() / "front.png"), pixels_of(card.path() / "back.png"));
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < cards; ++i) {
    const auto& [front, back] = pictures.at(i % pictures.size());
    bytes += png_of(front, picture_dpi).size() + png_of(back, picture_dpi).size();
    bytes += share_picture(front, back).jpeg.size();
  }
  return bytes;
}

}  // namespace
}  // namespace pehchan

int main(int argc, char** argv) {
  if (argc != 3) return 64;
  fmt::print("{}\n", pehchan::pack(argv[1], std::stoul(argv[2])));
}
