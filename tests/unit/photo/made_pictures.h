#pragma once
#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

#include "photo/header.h"

namespace pehchan {

/// Four patches of different colours that run into each other, darker to the right: no turn of it is like another.
cv::Mat drawn_picture(int width = 160, int height = 120);

/// What a test says of a file beside its pixels.
struct Stored {
  int orientation = 1;   ///< written as the format has it: EXIF, TIFF's tag, HEIF's irot and imir
  std::string icc = {};  ///< embedded
};

/// 8 bit BGR, or BGRA where the format has alpha, as a file of the format: JPEG, lossy WebP and HEIC of high quality,
/// the others without loss. No BMP has orientation or profile.
std::string file_of(PictureFormat format, const cv::Mat& picture, const Stored& stored = {});

/// 8 bit BGR pages of one TIFF.
std::string tiff_of_pages(const std::vector<cv::Mat>& pages);

/// 8 bit CMYK with a profile: a TIFF (255 is full ink), and a JPEG as Adobe's programs write it (255 is no ink).
std::string ink_tiff(const cv::Mat& inks, const std::string& icc);
std::string ink_jpeg(const cv::Mat& inks, const std::string& icc);

std::string with_jpeg_segment(const std::string& jpeg, int marker, const std::string& body);
std::string with_png_chunk(const std::string& png, const std::string& kind, const std::string& body);

/// The mean difference of two 8 bit BGR pictures of equal size; 255 when the sizes differ.
double difference(const cv::Mat& a, const cv::Mat& b);

/// The largest of the mean differences of any 8×8 px cell: what an eye would see.
double worst_cell(const cv::Mat& a, const cv::Mat& b);

}  // namespace pehchan
