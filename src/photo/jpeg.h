#pragma once
#include <opencv2/core/mat.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// A JPEG as 8 bit BGR, each side divided by `reduce` (1, 2, 4 or 8, rounded up), not turned. Nothing when
/// libjpeg-turbo has any complaint: it returns grey filling for missing data and calls that a warning.
/// `has_adobe_inks`: CMYK values are stored inverted, as Adobe's programs do. CMYK becomes sRGB by `ink_profile` (ICC),
/// by arithmetic when there is none.
std::optional<cv::Mat> decode_jpeg(std::string_view bytes, int reduce, bool has_adobe_inks,
                                   std::string_view ink_profile = {});

/// Its luminance alone, at full size: cheaper. For JPEGs in grey or colour, not for CMYK.
std::optional<cv::Mat> decode_jpeg_grey(std::string_view bytes);

/// The same picture at 1/8, complaints or not: good enough to recognise in a report. Nothing if there is no picture.
std::optional<cv::Mat> decode_jpeg_roughly(std::string_view bytes, bool has_adobe_inks);

/// 8 bit BGR as a baseline JPEG, 4:2:0, quality 1 to 100, without metadata. Throws std::bad_alloc or std::runtime_error
/// only when memory runs out.
std::string encode_jpeg(const cv::Mat& bgr, int quality);

}  // namespace pehchan
