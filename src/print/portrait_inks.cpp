#include "print/portrait_inks.h"

#include <lcms2.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "base/run_error.h"

namespace pehchan {
namespace {

/// From 75 to 88 a portrait's colours differ as little from RGB, and at 88 it is a third larger (docs/performance.md).
constexpr int quality = 80;
constexpr int inks = 4;
/// In %: below it packing does not lift a pixel over the limit; and how much more than needed is taken away each time,
/// so that twice is mostly enough.
constexpr int packing_adds = 40, at_a_time = 3;
constexpr long long most_pixels = 50'000'000;

using IccProfile = std::unique_ptr<void, decltype([](void* profile) { cmsCloseProfile(profile); })>;
using Jpeg = std::unique_ptr<void, decltype([](void* jpeg) { tjDestroy(jpeg); })>;
using Packed = std::unique_ptr<unsigned char, decltype([](unsigned char* bytes) { tjFree(bytes); })>;

struct Picture {
  std::vector<unsigned char> samples;
  int width = 0, height = 0;
};

Picture unpacked(std::string_view jpeg, TJPF format) {
  const Jpeg reader(tjInitDecompress());
  const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
  Picture picture;
  int sampling = 0, colours = 0;
  bool is_sound =
      tjDecompressHeader3(reader.get(), bytes, jpeg.size(), &picture.width, &picture.height, &sampling, &colours) == 0;
  const bool is_cmyk = colours == TJCS_CMYK || colours == TJCS_YCCK;
  is_sound = is_sound && is_cmyk == (format == TJPF_CMYK) && 1LL * picture.width * picture.height <= most_pixels;
  if (is_sound) {
    const auto pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    picture.samples.resize(pixels * static_cast<std::size_t>(tjPixelSize[format]));
    is_sound = tjDecompress2(reader.get(), bytes, jpeg.size(), picture.samples.data(), picture.width, 0, picture.height,
                             format, TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING) == 0;
  }
  if (!is_sound)
    throw RunError(ExitCode::bad_input, "a portrait is not a sound JPEG of the colours that it should have");
  return picture;
}

std::string packed(const Picture& picture) {
  const Jpeg writer(tjInitCompress());
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int status = tjCompress2(writer.get(), picture.samples.data(), picture.width, 0, picture.height, TJPF_CMYK,
                                 &bytes, &size, TJSAMP_444, quality, TJFLAG_ACCURATEDCT);
  const Packed owned(bytes);
  if (status != 0) throw RunError(ExitCode::internal, "a portrait could not be packed");
  return {reinterpret_cast<const char*>(bytes), size};
}

/// In 255ths of one full ink.
int most_of(const Picture& picture) {
  int most = 0;
  for (std::size_t i = 0; i < picture.samples.size(); i += inks) {
    const unsigned char* ink = &picture.samples[i];
    most = std::max(most, ink[0] + ink[1] + ink[2] + ink[3]);
  }
  return most;
}

Picture lessened(Picture picture, int most) {
  for (std::size_t i = 0; i < picture.samples.size(); i += inks) {
    unsigned char* ink = &picture.samples[i];
    const int colours = ink[0] + ink[1] + ink[2], left = std::max(0, most - ink[3]);
    if (colours <= left) continue;
    for (int c = 0; c < 3; ++c) ink[c] = static_cast<unsigned char>(ink[c] * left / colours);
  }
  return picture;
}

}  // namespace

PortraitInks::PortraitInks(const std::string& srgb, const std::string& press, int limit) : limit_(limit) {
  const auto opened = [](const std::string& icc) {
    return IccProfile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  };
  const IccProfile from = opened(srgb), to = opened(press);
  if (from && to)
    transform_.reset(cmsCreateTransform(from.get(), TYPE_RGB_8, to.get(), TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC,
                                        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE),
                     [](void* transform) {
                       if (transform != nullptr) cmsDeleteTransform(transform);
                     });
  if (!transform_)
    throw RunError(ExitCode::bad_config, "the press's profile does not turn portraits into inks",
                   "Leave --portraits cmyk out: the print shop's software does it then.");
}

PortraitInks::~PortraitInks() = default;

std::string PortraitInks::in_inks(const std::string& rgb_jpeg) const {
  const Picture rgb = unpacked(rgb_jpeg, TJPF_RGB);
  Picture picture{{}, rgb.width, rgb.height};
  picture.samples.resize(rgb.samples.size() / 3 * inks);
  cmsDoTransform(transform_.get(), rgb.samples.data(), picture.samples.data(),
                 static_cast<cmsUInt32Number>(rgb.samples.size() / 3));
  const int allowed = limit_ * 255 / 100;
  int most = allowed;
  picture = lessened(std::move(picture), most);
  std::string jpeg = packed(picture);
  if (most_of(picture) <= allowed - packing_adds * 255 / 100) return jpeg;
  for (int over; most > 0 && (over = most_of(unpacked(jpeg, TJPF_CMYK)) - allowed) > 0; jpeg = packed(picture))
    picture = lessened(std::move(picture), most -= over + at_a_time * 255 / 100);
  return jpeg;
}

double most_ink(std::string_view cmyk_jpeg) { return most_of(unpacked(cmyk_jpeg, TJPF_CMYK)) / 2.55; }

}  // namespace pehchan
