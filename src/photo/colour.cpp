#include "photo/colour.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <list>
#include <memory>
#include <opencv2/core.hpp>
#include <type_traits>

#include "photo/byte_reader.h"

namespace pehchan {
namespace {

using Profile = std::unique_ptr<void, decltype([](void* profile) { cmsCloseProfile(profile); })>;
using Transform = std::unique_ptr<void, decltype([](void* transform) { cmsDeleteTransform(transform); })>;
using Curve = std::unique_ptr<cmsToneCurve, decltype([](cmsToneCurve* curve) { cmsFreeToneCurve(curve); })>;

/// What a profile asks for, ready to be done.
struct Conversion {
  std::string icc;
  Transform rgb;      ///< none: nothing to do, or `grey` instead
  cv::Mat grey = {};  ///< 256 values of a grey profile
};

Transform transform_to_srgb(std::string_view icc, cmsColorSpaceSignature space, cmsUInt32Number from,
                            cmsUInt32Number flags) {
  const Profile profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  if (!profile || cmsGetColorSpace(profile.get()) != space) return nullptr;
  const Profile srgb(cmsCreate_sRGBProfile());
  return Transform(
      cmsCreateTransform(profile.get(), from, srgb.get(), TYPE_BGR_8, INTENT_RELATIVE_COLORIMETRIC, flags));
}

// The corners and the middle of each edge of the cube tell any other space from sRGB.
bool is_identity(cmsHTRANSFORM transform) {
  constexpr int steps = 5, count = steps * steps * steps;
  std::array<unsigned char, 3 * count> from{}, to{};
  for (int i = 0; i < count; ++i) {
    const std::array<int, 3> place{i % steps, i / steps % steps, i / steps / steps};
    for (std::size_t c = 0; c < 3; ++c)
      from[3 * static_cast<std::size_t>(i) + c] = static_cast<unsigned char>(place[c] * 255 / (steps - 1));
  }
  cmsDoTransform(transform, from.data(), to.data(), count);
  return std::equal(from.begin(), from.end(), to.begin(),
                    [](unsigned char a, unsigned char b) { return std::abs(a - b) <= 1; });
}

cv::Mat grey_table(cmsHTRANSFORM transform) {
  cv::Mat greys(1, 256, CV_8U), bgr(1, 256, CV_8UC3), table(1, 256, CV_8U);
  for (int i = 0; i < 256; ++i) greys.at<unsigned char>(i) = static_cast<unsigned char>(i);
  cmsDoTransform(transform, greys.data, bgr.data, 256);
  cv::extractChannel(bgr, table, 1);
  return table;
}

Conversion conversion_of(std::string_view icc) {
  Conversion made{.icc = std::string(icc), .rgb = transform_to_srgb(icc, cmsSigRgbData, TYPE_BGR_8, 0)};
  if (made.rgb && is_identity(made.rgb.get())) made.rgb = nullptr;
  if (const auto grey = transform_to_srgb(icc, cmsSigGrayData, TYPE_GRAY_8, 0)) made.grey = grey_table(grey.get());
  return made;
}

const Conversion& remembered(std::string_view icc) {
  constexpr std::size_t most = 4;  // as many makes of phone as follow each other in a roll, more or less
  thread_local std::list<Conversion> known;
  const auto found = std::find_if(known.begin(), known.end(), [&](const Conversion& one) { return one.icc == icc; });
  if (found != known.end()) {
    known.splice(known.begin(), known, found);
  } else {
    known.push_front(conversion_of(icc));
    if (known.size() > most) known.pop_back();
  }
  return known.front();
}

void convert(cmsHTRANSFORM transform, const cv::Mat& from, cv::Mat& to) {
  for (int y = 0; y < from.rows; ++y)
    cmsDoTransform(transform, from.ptr(y), to.ptr(y), static_cast<cmsUInt32Number>(from.cols));
}

std::string saved(const Profile& profile) {
  cmsUInt32Number size = 0;
  if (!profile || cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) return {};
  std::string bytes(size, '\0');
  if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) return {};
  return bytes;
}

std::string profile_with(const cmsCIExyYTRIPLE& primaries) {
  constexpr cmsCIExyY d65{0.3127, 0.3290, 1};
  constexpr double srgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  const Curve curve(cmsBuildParametricToneCurve(nullptr, 4, srgb));
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  return saved(Profile(cmsCreateRGBProfile(&d65, &primaries, curves)));
}

}  // namespace

void to_srgb(cv::Mat& bgr, std::string_view icc) {
  if (icc.empty()) return;
  const Conversion& conversion = remembered(icc);
  if (conversion.rgb) convert(conversion.rgb.get(), bgr, bgr);
  if (!conversion.grey.empty()) cv::LUT(bgr, conversion.grey, bgr);
}

std::optional<cv::Mat> inks_to_srgb(const cv::Mat& cmyk, std::string_view icc, bool is_inverted) {
  const auto transform = transform_to_srgb(icc, cmsSigCmykData, is_inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8,
                                           cmsFLAGS_BLACKPOINTCOMPENSATION);
  if (!transform) return std::nullopt;
  cv::Mat bgr(cmyk.size(), CV_8UC3);
  convert(transform.get(), cmyk, bgr);
  return bgr;
}

std::string profile_of_code_points(int primaries, int transfer) {
  const bool is_curve_known = transfer == 1 || transfer == 6 || transfer == 13 || transfer == 14 || transfer == 15;
  if (!is_curve_known) return {};
  static const std::string p3 = profile_with({{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}});
  static const std::string bt2020 = profile_with({{0.708, 0.292, 1}, {0.170, 0.797, 1}, {0.131, 0.046, 1}});
  return primaries == 12 ? p3 : primaries == 9 ? bt2020 : std::string();
}

}  // namespace pehchan
