#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "draw/handles.h"

namespace pehchan {

/// Pages of a PDF that Cairo drew, 1 unit = 1 mm, and the first of them as Poppler shows it on white.
class DrawnPage {
 public:
  explicit DrawnPage(Size size, const std::function<void(cairo_t*)>& draw, int pages = 1);

  const std::string& pdf() const { return pdf_; }
  /// 0xRRGGBB so many mm from the top left corner.
  unsigned at(double x_mm, double y_mm) const;

 private:
  std::string pdf_;
  std::vector<std::uint8_t> rgb_;
  int width_ = 0;
};

/// Whether each part of a colour is within 4 of the other's: JPEG and smooth edges are not exact.
bool is_near(unsigned colour, unsigned other);

/// A PNG of these 0xAARRGGBB pixels, as seen (not multiplied by alpha).
std::string png_of(int width, int height, const std::function<std::uint32_t(int x, int y)>& pixel);
/// An RGB JPEG of these 0xRRGGBB pixels.
std::string jpeg_of(int width, int height, const std::function<std::uint32_t(int x, int y)>& pixel, int flags = 0);
/// Pixels that do not compress.
std::uint32_t noise(int x, int y);

}  // namespace pehchan
