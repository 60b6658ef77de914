#include "photo/jpeg.h"

#include <turbojpeg.h>

#include <memory>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

#include "photo/colour.h"

namespace pehchan {
namespace {

struct Destroyer {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, Destroyer>;

// One a thread: making one costs more than a small decode.
Turbo& decompressor() {
  thread_local Turbo handle;
  if (!handle) handle.reset(tjInitDecompress());
  return handle;
}

cv::Mat from_inks(const cv::Mat& cmyk, bool is_inverted) {
  cv::Mat bgr(cmyk.size(), CV_8UC3);
  for (int y = 0; y < cmyk.rows; ++y) {
    const auto* from = cmyk.ptr<cv::Vec4b>(y);
    auto* to = bgr.ptr<cv::Vec3b>(y);
    for (int x = 0; x < cmyk.cols; ++x) {
      const int white = is_inverted ? from[x][3] : 255 - from[x][3];
      for (int i = 0; i < 3; ++i) {
        const int left = is_inverted ? from[x][2 - i] : 255 - from[x][2 - i];
        to[x][i] = static_cast<unsigned char>((left * white + 127) / 255);
      }
    }
  }
  return bgr;
}

struct Wanted {
  int reduce = 1;
  bool is_strict = true;
  bool has_adobe_inks = false;
  std::string_view ink_profile = {};
  bool is_grey = false;
};

cv::Mat from_inks(const cv::Mat& cmyk, const Wanted& wanted) {
  auto bgr = inks_to_srgb(cmyk, wanted.ink_profile, wanted.has_adobe_inks);
  return bgr ? *std::move(bgr) : from_inks(cmyk, wanted.has_adobe_inks);
}

std::optional<cv::Mat> decode(std::string_view bytes, const Wanted& wanted) {
  Turbo& kept = decompressor();
  // After a failure in the middle of a header TurboJPEG would go on there with the next file: only a handle that did
  // its work is kept.
  Turbo own = std::move(kept);
  void* turbo = own.get();
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0, height = 0, sampling = 0, colours = -1;
  // It also fails over a sampling that has no name (4:1:0, say), after filling in the rest.
  tjDecompressHeader3(turbo, data, bytes.size(), &width, &height, &sampling, &colours);
  if (width <= 0 || height <= 0 || colours < 0) return std::nullopt;
  const tjscalingfactor factor{1, wanted.reduce};
  const bool is_cmyk = colours == TJCS_CMYK || colours == TJCS_YCCK;
  if (is_cmyk && wanted.is_grey) return std::nullopt;
  const int type = is_cmyk ? CV_8UC4 : wanted.is_grey ? CV_8UC1 : CV_8UC3;
  const int format = is_cmyk ? TJPF_CMYK : wanted.is_grey ? TJPF_GRAY : TJPF_BGR;
  cv::Mat pixels(TJSCALED(height, factor), TJSCALED(width, factor), type);
  if (!wanted.is_strict) pixels.setTo(cv::Scalar::all(128));  // what may stay undecoded
  // A progressive file may claim scans without end: LIMITSCANS stops at 500.
  const int flags = TJFLAG_LIMITSCANS | (wanted.is_strict ? TJFLAG_STOPONWARNING : 0);
  const int failed = tjDecompress2(turbo, data, bytes.size(), pixels.data, pixels.cols, static_cast<int>(pixels.step),
                                   pixels.rows, format, flags);
  if (failed != 0 && (wanted.is_strict || tjGetErrorCode(turbo) != TJERR_WARNING)) return std::nullopt;
  if (failed == 0) kept = std::move(own);
  return is_cmyk ? from_inks(pixels, wanted) : pixels;
}

}  // namespace

std::optional<cv::Mat> decode_jpeg(std::string_view bytes, int reduce, bool has_adobe_inks,
                                   std::string_view ink_profile) {
  return decode(bytes, {.reduce = reduce, .has_adobe_inks = has_adobe_inks, .ink_profile = ink_profile});
}

std::optional<cv::Mat> decode_jpeg_grey(std::string_view bytes) { return decode(bytes, {.is_grey = true}); }

std::optional<cv::Mat> decode_jpeg_roughly(std::string_view bytes, bool has_adobe_inks) {
  return decode(bytes, {.reduce = 8, .is_strict = false, .has_adobe_inks = has_adobe_inks});
}

std::string encode_jpeg(const cv::Mat& bgr, int quality) {
  thread_local const Turbo turbo(tjInitCompress());
  std::string jpeg(tjBufSize(bgr.cols, bgr.rows, TJSAMP_420), '\0');
  auto* out = reinterpret_cast<unsigned char*>(jpeg.data());
  unsigned long size = jpeg.size();
  if (tjCompress2(turbo.get(), bgr.data, bgr.cols, static_cast<int>(bgr.step), bgr.rows, TJPF_BGR, &out, &size,
                  TJSAMP_420, quality, TJFLAG_NOREALLOC) != 0)
    throw std::runtime_error("a portrait could not be compressed");
  jpeg.resize(size);
  return jpeg;
}

}  // namespace pehchan
