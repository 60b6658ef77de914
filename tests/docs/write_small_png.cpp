#include "docs/write_small_png.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <vector>

namespace pehchan {
namespace {

using Rgb = std::array<std::uint8_t, 3>;
constexpr std::size_t most_colours = 128;

Rgb at(const Picture& picture, std::size_t pixel) {
  return {picture.rgb[3 * pixel], picture.rgb[3 * pixel + 1], picture.rgb[3 * pixel + 2]};
}

std::vector<Rgb> palette_of(const std::map<Rgb, int>& counts) {
  std::vector<Rgb> colours;
  for (const auto& [colour, count] : counts) colours.push_back(colour);
  std::stable_sort(colours.begin(), colours.end(), [&](auto& a, auto& b) { return counts.at(a) > counts.at(b); });
  colours.resize(std::min(colours.size(), most_colours));
  return colours;
}

int distance(const Rgb& a, const Rgb& b) {
  int sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

}  // namespace

void write_small_png(const Picture& picture, const std::string& file) {
  const std::size_t pixels = picture.rgb.size() / 3;
  std::map<Rgb, int> counts;
  for (std::size_t i = 0; i < pixels; ++i) ++counts[at(picture, i)];
  const auto palette = palette_of(counts);
  std::map<Rgb, std::uint8_t> place;
  for (const auto& [colour, count] : counts) {
    const auto nearest = std::min_element(palette.begin(), palette.end(), [&wanted = colour](auto& a, auto& b) {
      return distance(a, wanted) < distance(b, wanted);
    });
    place[colour] = static_cast<std::uint8_t>(nearest - palette.begin());
  }
  std::vector<std::uint8_t> indices;
  for (std::size_t i = 0; i < pixels; ++i) indices.push_back(place.at(at(picture, i)));
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB_COLORMAP;
  image.colormap_entries = static_cast<png_uint_32>(palette.size());
  if (png_image_write_to_file(&image, file.c_str(), 0, indices.data(), 0, palette.data()) == 0)
    throw std::runtime_error(file + ": " + image.message);
}

}  // namespace pehchan
