#pragma once
#include <filesystem>
#include <opencv2/core.hpp>

#include "model/calibration_target.h"
#include "model/grey_picture.h"
#include "model/printer_profile.h"

namespace pehchan {

/// A page of a PDF as it would lie on a perfect sheet, in grey, 400 dpi.
cv::Mat drawn_page(const std::filesystem::path& pdf, std::size_t page);

/// The target's page for this side, drawn once a program.
const cv::Mat& drawn_target(const Size& paper, CardSide side);

/// A sheet that came out of a printer with this error.
cv::Mat printed(const cv::Mat& page, const Size& paper, const Misalignment& error);

/// How a sheet is scanned or photographed.
struct Scan {
  double dpi = 300;
  double turned = 1.3;  ///< degrees
  double noise = 6;     ///< standard deviation, of 255
  double blur = 0.8;    ///< px
  int jpeg = 88;        ///< quality; 0: none
  Mm ground{12};        ///< that is seen around the sheet; 0: cut exactly to it
  double slant = 0;     ///< how far the far corners lean in, of the sheet's width: a camera held aslant
  double lens = 0;      ///< how far the picture's corners are drawn in, of their distance from its middle
  int paper = 235, dark = 40;
  int quarters = 0;  ///< turned further, by quarters
};
GreyPicture scanned(const cv::Mat& sheet, const Size& paper, const Scan& scan);

/// How far the two differ at the worst of the target's marks.
Mm difference(const Misalignment& a, const Misalignment& b, const Size& paper);

}  // namespace pehchan
