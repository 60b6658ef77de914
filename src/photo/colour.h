#pragma once
#include <opencv2/core/mat.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// Brings 8 bit BGR, in place, from the colours of an ICC profile (RGB or grey) to sRGB through lcms2, relative
/// colorimetric. An empty profile, one of sRGB itself, and one that is broken or of neither kind change nothing: sRGB
/// is assumed. The profiles last seen are remembered for each thread, so that only the first photo of a camera pays for
/// its profile.
void to_srgb(cv::Mat& bgr, std::string_view icc);

/// 8 bit CMYK to sRGB BGR by an ICC profile of CMYK, relative colorimetric with the black points matched; nothing when
/// the profile is broken or of another kind. `is_inverted`: 255 is no ink, as Adobe's JPEGs have it.
std::optional<cv::Mat> inks_to_srgb(const cv::Mat& cmyk, std::string_view icc, bool is_inverted);

/// An ICC profile for the code points of ITU-T H.273 (HEIF's nclx, PNG's cICP): Display P3 (12) and BT.2020 (9)
/// primaries with the curve of sRGB or BT.709; empty for everything else, which is taken for sRGB (BT.709 is, in all
/// but name; PQ and HLG have no answer in 8 bits).
std::string profile_of_code_points(int primaries, int transfer);

}  // namespace pehchan
