#include "photo/tiff.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "photo/colour.h"
#include "photo/limits.h"
#include "photo/on_white.h"

namespace pehchan {
namespace {

struct Source {
  std::string_view bytes;
  std::uint64_t at = 0;
  bool is_damaged = false;
};

Source& source_of(thandle_t handle) { return *static_cast<Source*>(handle); }

tmsize_t read_some(thandle_t handle, void* to, tmsize_t count) {
  Source& source = source_of(handle);
  if (count < 0 || source.at >= source.bytes.size()) return 0;
  const auto got = std::min(static_cast<std::size_t>(count), source.bytes.size() - source.at);
  std::memcpy(to, source.bytes.data() + source.at, got);
  source.at += got;
  return static_cast<tmsize_t>(got);
}

tmsize_t write_none(thandle_t, void*, tmsize_t) { return 0; }

toff_t seek(thandle_t handle, toff_t offset, int whence) {
  Source& source = source_of(handle);
  if (whence == SEEK_CUR) offset += source.at;
  if (whence == SEEK_END) offset += source.bytes.size();
  return source.at = offset;
}

int close_nothing(thandle_t) { return 0; }

toff_t size_of(thandle_t handle) { return source_of(handle).bytes.size(); }

int lend(thandle_t handle, void** base, toff_t* size) {
  *base = const_cast<char*>(source_of(handle).bytes.data());
  *size = source_of(handle).bytes.size();
  return 1;
}

void take_back(thandle_t, void*, toff_t) {}

int note_error(TIFF*, void* source, const char*, const char*, va_list) {
  static_cast<Source*>(source)->is_damaged = true;
  return 1;
}

// libtiff hands on what libjpeg complains of as a warning of the module "JPEGLib"; its other warnings are of tags.
int note_warning(TIFF*, void* source, const char* module, const char*, va_list) {
  if (module != nullptr && std::string_view(module).starts_with("JPEGLib"))
    static_cast<Source*>(source)->is_damaged = true;
  return 1;
}

struct Closer {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Closer>;

Tiff open_tiff(Source& source) {
  const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                             TIFFOpenOptionsFree);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(most_memory / 2));
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), note_error, &source);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), note_warning, &source);
  return Tiff(TIFFClientOpenExt("photo", "r", &source, read_some, write_none, seek, close_nothing, size_of, lend,
                                take_back, options.get()));
}

std::uint64_t memory(TIFF* tiff) {
  std::uint32_t width = 0, height = 0;
  std::uint16_t samples = 1, planes = PLANARCONFIG_CONTIG;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes);
  const std::uint64_t piece = TIFFIsTiled(tiff) != 0 ? TIFFTileSize64(tiff) : TIFFStripSize64(tiff);
  if (piece > most_memory) return piece;
  return std::uint64_t{width} * height * 7 + piece * (planes == PLANARCONFIG_SEPARATE ? samples : 1U);
}

std::string profile_of(TIFF* tiff) {
  std::uint32_t length = 0;
  const void* bytes = nullptr;
  if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &length, &bytes) != 1 || length > longest_profile) return {};
  return {static_cast<const char*>(bytes), length};
}

bool has_plain_inks(TIFF* tiff) {
  std::uint16_t colours = 0, samples = 0, bits = 0, planes = 0, inks = 0;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_INKSET, &inks);
  return TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &colours) == 1 && colours == PHOTOMETRIC_SEPARATED && samples == 4 &&
         bits == 8 && planes == PLANARCONFIG_CONTIG && inks == INKSET_CMYK && TIFFIsTiled(tiff) == 0;
}

/// Row by row what the profile makes of the inks; nothing when the profile is none of CMYK.
std::optional<cv::Mat> through_profile(TIFF* tiff, cv::Size size, const std::string& icc) {
  cv::Mat inks(size, CV_8UC4);
  if (TIFFScanlineSize64(tiff) != inks.step) return std::nullopt;
  for (int y = 0; y < size.height; ++y)
    if (TIFFReadScanline(tiff, inks.ptr(y), static_cast<std::uint32_t>(y), 0) != 1) return std::nullopt;
  return inks_to_srgb(inks, icc, false);
}

struct RgbaReader {
  TIFFRGBAImage image = {};
  bool is_begun = false;
  explicit RgbaReader(TIFF* tiff) {
    char words[1024] = "";
    is_begun = TIFFRGBAImageOK(tiff, words) == 1 && TIFFRGBAImageBegin(&image, tiff, 1, words) == 1;
  }
  ~RgbaReader() {
    if (is_begun) TIFFRGBAImageEnd(&image);
  }
  RgbaReader(const RgbaReader&) = delete;
  RgbaReader& operator=(const RgbaReader&) = delete;
};

}  // namespace

Result<RawPicture, PhotoFault> decode_tiff(std::string_view bytes) {
  Source source{.bytes = bytes};
  const Tiff tiff = open_tiff(source);
  if (!tiff) return failure(PhotoFault::damaged);
  if (memory(tiff.get()) > most_memory) return failure(PhotoFault::too_large);
  RgbaReader reader(tiff.get());
  if (!reader.is_begun) return failure(source.is_damaged ? PhotoFault::damaged : PhotoFault::format);
  auto& image = reader.image;
  const cv::Size size(static_cast<int>(image.width), static_cast<int>(image.height));
  std::string icc = profile_of(tiff.get());
  if (!icc.empty() && has_plain_inks(tiff.get())) {
    auto bgr = through_profile(tiff.get(), size, icc);
    if (source.is_damaged) return failure(PhotoFault::damaged);
    if (bgr) return RawPicture{.bgr = *std::move(bgr)};
  }
  cv::Mat rgba(size, CV_8UC4);
  image.req_orientation = image.orientation;  // rows and columns as they are stored
  const int done = TIFFRGBAImageGet(&image, reinterpret_cast<std::uint32_t*>(rgba.data), image.width, image.height);
  if (done != 1 || source.is_damaged) return failure(PhotoFault::damaged);
  return RawPicture{.bgr = multiplied_on_white(rgba), .icc = std::move(icc)};
}

}  // namespace pehchan
