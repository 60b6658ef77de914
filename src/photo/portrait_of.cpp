#include "photo/portrait_of.h"

#include <opencv2/core.hpp>
#include <utility>

#include "base/run_error.h"
#include "photo/header.h"
#include "photo/jpeg.h"

namespace pehchan {
namespace {

LuminanceGrid luminance_of(const cv::Mat& grey) {
  LuminanceGrid grid;
  std::size_t cell = 0;
  for (int row = 0; row < LuminanceGrid::rows; ++row)
    for (int column = 0; column < LuminanceGrid::columns; ++column, ++cell) {
      const int x = column * grey.cols / LuminanceGrid::columns, y = row * grey.rows / LuminanceGrid::rows;
      const int right = (column + 1) * grey.cols / LuminanceGrid::columns;
      const int bottom = (row + 1) * grey.rows / LuminanceGrid::rows;
      grid.cells[cell] = cv::saturate_cast<std::uint8_t>(cv::mean(grey(cv::Rect(x, y, right - x, bottom - y)))[0]);
    }
  return grid;
}

}  // namespace

Portrait unmeasured_portrait(std::string jpeg) {
  const auto header = read_header(jpeg);
  if (!header || header->format != PictureFormat::jpeg)
    throw RunError(ExitCode::bad_input, "a portrait is not a whole JPEG");
  return {.jpeg = std::move(jpeg),
          .width = static_cast<int>(header->width),
          .height = static_cast<int>(header->height),
          .luminance = {}};
}

Portrait portrait_of(std::string jpeg) {
  Portrait portrait = unmeasured_portrait(std::move(jpeg));
  // At full size: a reduced picture parts the grid's cells so far off in a small portrait that the proof would fail it.
  const auto pixels = decode_jpeg_grey(portrait.jpeg);
  if (!pixels) throw RunError(ExitCode::bad_input, "a portrait is not a whole JPEG");
  portrait.luminance = luminance_of(*pixels);
  return portrait;
}

}  // namespace pehchan
