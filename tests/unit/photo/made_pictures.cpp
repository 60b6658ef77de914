#include "unit/photo/made_pictures.h"

#include <libheif/heif.h>
#include <tiffio.h>
#include <turbojpeg.h>

#include <fstream>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>
#include <vector>

#include "support/scratch_folder.h"
#include "unit/photo/raw_files.h"

namespace pehchan {
namespace {

std::string exif(int orientation) {
  return "MM" + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4) +
         number(static_cast<std::uint32_t>(orientation), 2) + number(0, 6);
}

std::string coded(const char* extension, const cv::Mat& picture, const std::vector<int>& parameters = {}) {
  std::vector<unsigned char> bytes;
  if (!cv::imencode(extension, picture, bytes, parameters)) throw std::runtime_error(extension);
  return {bytes.begin(), bytes.end()};
}

std::string jpeg_of(const cv::Mat& picture, const Stored& stored) {
  std::string file = coded(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 95});
  if (!stored.icc.empty()) file = with_jpeg_segment(file, 0xE2, std::string("ICC_PROFILE\0\1\1", 14) + stored.icc);
  if (stored.orientation != 1)
    file = with_jpeg_segment(file, 0xE1, std::string("Exif\0\0", 6) + exif(stored.orientation));
  return file;
}

std::string png_of(const cv::Mat& picture, const Stored& stored) {
  std::string file = coded(".png", picture);
  if (!stored.icc.empty()) file = with_png_chunk(file, "iCCP", std::string("x\0\0", 3) + zlib_stream(stored.icc));
  if (stored.orientation != 1) file = with_png_chunk(file, "eXIf", exif(stored.orientation));
  return file;
}

std::string webp_of(const cv::Mat& picture, const Stored& stored) {
  std::string file = coded(".webp", picture, {cv::IMWRITE_WEBP_QUALITY, 100});
  if (stored.icc.empty() && stored.orientation == 1) return file;
  std::string image = file.substr(12);
  if (image.starts_with("VP8X")) image = image.substr(18);
  const std::uint32_t flags =
      (stored.icc.empty() ? 0 : 0x20U) | (stored.orientation == 1 ? 0 : 8U) | (picture.channels() == 4 ? 0x10U : 0);
  std::string body = "WEBP" + riff_chunk("VP8X", number(flags, 4, false) +
                                                     number(static_cast<std::uint32_t>(picture.cols - 1), 3, false) +
                                                     number(static_cast<std::uint32_t>(picture.rows - 1), 3, false));
  if (!stored.icc.empty()) body += riff_chunk("ICCP", stored.icc);
  body += image;
  if (stored.orientation != 1) body += riff_chunk("EXIF", exif(stored.orientation));
  return riff_chunk("RIFF", body);
}

struct Samples {
  int colours;
  bool has_alpha;
};

/// With a BITMAPV4HEADER, the oldest that knows alpha.
std::string bmp_of(const cv::Mat& picture) {
  if (picture.channels() != 4) return coded(".bmp", picture);
  const auto little = [](std::uint32_t value, int width) { return number(value, width, false); };
  const auto width = static_cast<std::uint32_t>(picture.cols), height = static_cast<std::uint32_t>(picture.rows);
  constexpr std::uint32_t head = 108, with_masks = 3;
  std::string file = "BM" + little(14 + head + 4 * width * height, 4) + little(0, 4) + little(14 + head, 4) +
                     little(head, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(32, 2) +
                     little(with_masks, 4) + std::string(20, '\0') + little(0xFF0000, 4) + little(0xFF00, 4) +
                     little(0xFF, 4) + little(0xFF000000, 4);
  file.resize(14 + head, '\0');
  for (int y = picture.rows - 1; y >= 0; --y)
    file.append(reinterpret_cast<const char*>(picture.ptr(y)), 4 * static_cast<std::size_t>(width));
  return file;
}

void write_page(TIFF* tiff, const cv::Mat& pixels, const Samples& samples, const Stored& stored) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, pixels.cols);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, pixels.rows);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, pixels.channels());
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, samples.colours);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, stored.orientation);
  const std::uint16_t alpha = EXTRASAMPLE_UNASSALPHA;
  if (samples.has_alpha) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &alpha);
  if (!stored.icc.empty())
    TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(stored.icc.size()), stored.icc.data());
  for (int y = 0; y < pixels.rows; ++y) {
    cv::Mat row = pixels.row(y).clone();
    TIFFWriteScanline(tiff, row.data, static_cast<std::uint32_t>(y), 0);
  }
  TIFFWriteDirectory(tiff);
}

std::string written_tiff(const std::vector<cv::Mat>& pages, const Samples& samples, const Stored& stored) {
  const ScratchFolder folder;  // a second page is linked by reading the first again
  const std::string path = folder / "made.tif";
  TIFF* tiff = TIFFOpen(path.c_str(), "w");
  for (const auto& page : pages) write_page(tiff, page, samples, stored);
  TIFFClose(tiff);
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string tiff_of(const cv::Mat& picture, const Stored& stored) {
  const bool has_alpha = picture.channels() == 4;
  cv::Mat rgb;
  cv::cvtColor(picture, rgb, has_alpha ? cv::COLOR_BGRA2RGBA : cv::COLOR_BGR2RGB);
  return written_tiff({rgb}, {.colours = PHOTOMETRIC_RGB, .has_alpha = has_alpha}, stored);
}

heif_error append(heif_context*, const void* data, std::size_t size, void* to) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

heif_image* heif_image_of(const cv::Mat& picture) {
  const bool has_alpha = picture.channels() == 4;
  heif_image* image = nullptr;
  heif_image_create(picture.cols, picture.rows, heif_colorspace_RGB,
                    has_alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &image);
  heif_image_add_plane(image, heif_channel_interleaved, picture.cols, picture.rows, 8);
  int stride = 0;
  auto* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
  cv::Mat to(picture.size(), picture.type(), plane, static_cast<std::size_t>(stride));
  cv::cvtColor(picture, to, has_alpha ? cv::COLOR_BGRA2RGBA : cv::COLOR_BGR2RGB);
  return image;
}

std::string heic_of(const cv::Mat& picture, const Stored& stored) {
  heif_context* context = heif_context_alloc();
  heif_encoder* encoder = nullptr;
  if (heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code != heif_error_Ok)
    throw std::runtime_error("libheif has no encoder for HEVC here");
  heif_encoder_set_lossy_quality(encoder, 95);
  heif_image* image = heif_image_of(picture);
  if (!stored.icc.empty()) heif_image_set_raw_color_profile(image, "prof", stored.icc.data(), stored.icc.size());
  heif_encoding_options* options = heif_encoding_options_alloc();
  options->image_orientation = static_cast<heif_orientation>(stored.orientation);
  heif_image_handle* handle = nullptr;
  const auto error = heif_context_encode_image(context, image, encoder, options, &handle);
  if (error.code != heif_error_Ok) throw std::runtime_error(error.message);
  if (stored.orientation != 1) {  // as phones do: it only repeats irot and imir
    const auto metadata = exif(stored.orientation);
    heif_context_add_exif_metadata(context, handle, metadata.data(), static_cast<int>(metadata.size()));
  }
  std::string file;
  heif_writer writer{.writer_api_version = 1, .write = append};
  heif_context_write(context, &writer, &file);
  heif_image_handle_release(handle);
  heif_encoding_options_free(options);
  heif_image_release(image);
  heif_encoder_release(encoder);
  heif_context_free(context);
  return file;
}

}  // namespace

cv::Mat drawn_picture(int width, int height) {
  cv::Mat small(2, 2, CV_8UC3), picture;
  small.at<cv::Vec3b>(0, 0) = {40, 60, 220};
  small.at<cv::Vec3b>(0, 1) = {70, 200, 90};
  small.at<cv::Vec3b>(1, 0) = {210, 120, 50};
  small.at<cv::Vec3b>(1, 1) = {120, 220, 230};
  cv::resize(small, picture, {width, height}, 0, 0, cv::INTER_LINEAR);
  for (int x = 0; x < width; ++x) picture.col(x) *= 1.0 - 0.4 * x / width;
  return picture;
}

std::string tiff_of_pages(const std::vector<cv::Mat>& pages) {
  std::vector<cv::Mat> rgb(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) cv::cvtColor(pages[i], rgb[i], cv::COLOR_BGR2RGB);
  return written_tiff(rgb, {.colours = PHOTOMETRIC_RGB, .has_alpha = false}, {});
}

std::string ink_tiff(const cv::Mat& inks, const std::string& icc) {
  return written_tiff({inks}, {.colours = PHOTOMETRIC_SEPARATED, .has_alpha = false}, {.icc = icc});
}

std::string ink_jpeg(const cv::Mat& inks, const std::string& icc) {
  tjhandle turbo = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(turbo, inks.data, inks.cols, static_cast<int>(inks.step), inks.rows, TJPF_CMYK, &bytes, &size, TJSAMP_444,
              95, 0);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(turbo);
  constexpr std::size_t most = 65'000;
  const auto parts = (icc.size() + most - 1) / most;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::string head = std::string("ICC_PROFILE\0", 12) + static_cast<char>(part + 1) + static_cast<char>(parts);
    jpeg = with_jpeg_segment(jpeg, 0xE2, head + icc.substr(part * most, most));
  }
  return jpeg;
}

std::string with_jpeg_segment(const std::string& jpeg, int marker, const std::string& body) {
  return jpeg.substr(0, 2) + '\xFF' + static_cast<char>(marker) +
         number(static_cast<std::uint32_t>(body.size() + 2), 2) + body + jpeg.substr(2);
}

std::string with_png_chunk(const std::string& png, const std::string& kind, const std::string& body) {
  constexpr std::size_t behind_ihdr = 33;
  return png.substr(0, behind_ihdr) + png_chunk(kind, body) + png.substr(behind_ihdr);
}

std::string file_of(PictureFormat format, const cv::Mat& picture, const Stored& stored) {
  switch (format) {
    case PictureFormat::jpeg:
      return jpeg_of(picture, stored);
    case PictureFormat::png:
      return png_of(picture, stored);
    case PictureFormat::webp:
      return webp_of(picture, stored);
    case PictureFormat::tiff:
      return tiff_of(picture, stored);
    case PictureFormat::bmp:
      return bmp_of(picture);
    case PictureFormat::heic:
      break;
  }
  return heic_of(picture, stored);
}

double difference(const cv::Mat& a, const cv::Mat& b) {
  if (a.size() != b.size() || a.type() != b.type()) return 255;
  return cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * a.elemSize());
}

double worst_cell(const cv::Mat& a, const cv::Mat& b) {
  constexpr int side = 8;
  if (a.size() != b.size()) return 255;
  double worst = 0;
  for (int y = 0; y < a.rows; y += side)
    for (int x = 0; x < a.cols; x += side) {
      const cv::Rect cell = cv::Rect(x, y, side, side) & cv::Rect({}, a.size());
      worst = std::max(worst, difference(a(cell), b(cell)));
    }
  return worst;
}

}  // namespace pehchan
