#include "photo/heif.h"

#include <libheif/heif.h>

#include <algorithm>
#include <memory>
#include <opencv2/imgproc.hpp>

#include "photo/colour.h"
#include "photo/hevc.h"
#include "photo/limits.h"
#include "photo/on_white.h"

namespace pehchan {
namespace {

using Context = std::unique_ptr<heif_context, decltype([](heif_context* it) { heif_context_free(it); })>;
using Handle =
    std::unique_ptr<heif_image_handle, decltype([](heif_image_handle* it) { heif_image_handle_release(it); })>;
using Image = std::unique_ptr<heif_image, decltype([](heif_image* it) { heif_image_release(it); })>;
using Options =
    std::unique_ptr<heif_decoding_options, decltype([](heif_decoding_options* it) { heif_decoding_options_free(it); })>;

constexpr int widest = 65'535;

Handle primary_of(heif_context* context, std::string_view bytes) {
  heif_context_set_maximum_image_size_limit(context, widest);
  heif_context_set_max_decoding_threads(context, 0);  // there is a worker for each core already
  heif_image_handle* handle = nullptr;
  if (heif_context_read_from_memory_without_copy(context, bytes.data(), bytes.size(), nullptr).code != heif_error_Ok ||
      heif_context_get_primary_image_handle(context, &handle).code != heif_error_Ok)
    return nullptr;
  return Handle(handle);
}

Image decode(const heif_image_handle* handle, bool has_alpha) {
  const Options options(heif_decoding_options_alloc());
  options->strict_decoding = 1;
  heif_image* image = nullptr;
  const auto chroma = has_alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
  const auto error = heif_decode_image(handle, &image, heif_colorspace_RGB, chroma, options.get());
  Image decoded(image);
  if (error.code != heif_error_Ok || heif_image_get_decoding_warnings(image, 0, nullptr, 0) > 0) return nullptr;
  return decoded;
}

std::string profile_of(const heif_image_handle* handle) {
  const auto size = heif_image_handle_get_raw_color_profile_size(handle);
  if (size > 0 && size <= longest_profile) {
    std::string icc(size, '\0');
    return heif_image_handle_get_raw_color_profile(handle, icc.data()).code == heif_error_Ok ? icc : std::string();
  }
  heif_color_profile_nclx* codes = nullptr;
  if (heif_image_handle_get_nclx_color_profile(handle, &codes).code != heif_error_Ok) return {};
  auto icc = profile_of_code_points(codes->color_primaries, codes->transfer_characteristics);
  heif_nclx_color_profile_free(codes);
  return icc;
}

cv::Mat as_bgr(const heif_image* image, bool has_alpha, bool is_multiplied) {
  int stride = 0;
  const auto* pixels = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const int width = heif_image_get_width(image, heif_channel_interleaved),
            height = heif_image_get_height(image, heif_channel_interleaved);
  if (pixels == nullptr || stride <= 0 || width <= 0 || height <= 0) return {};
  const cv::Mat rgb(height, width, has_alpha ? CV_8UC4 : CV_8UC3, const_cast<std::uint8_t*>(pixels),
                    static_cast<std::size_t>(stride));
  if (is_multiplied && has_alpha) return multiplied_on_white(rgb);
  cv::Mat bgr;
  cv::cvtColor(rgb, bgr, has_alpha ? cv::COLOR_RGBA2BGRA : cv::COLOR_RGB2BGR);
  return has_alpha ? on_white(bgr) : bgr;
}

/// Planes of libde265 and of libheif, and the colours made of them: 12 bytes a px, twice that above 8 bit.
std::uint64_t memory(const HevcCost& cost, std::uint64_t pixels, bool is_deep) {
  const std::uint64_t coded = cost.largest * 3, whole = pixels * 6;
  return (coded + whole) * (is_deep ? 2 : 1) + pixels * 3;
}

}  // namespace

Result<RawPicture, PhotoFault> decode_heif(std::string_view bytes) {
  const auto items = read_heif_items(bytes);
  if (!items) return failure(PhotoFault::damaged);
  const auto cost = hevc_cost(*items);
  if (!cost) return failure(cost.error());
  const Context context(heif_context_alloc());
  const Handle handle = context ? primary_of(context.get(), bytes) : nullptr;
  if (!handle) return failure(PhotoFault::damaged);
  const auto width = heif_image_handle_get_ispe_width(handle.get()),
             height = heif_image_handle_get_ispe_height(handle.get());
  if (width <= 0 || height <= 0) return failure(PhotoFault::damaged);
  const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
  const bool is_deep = heif_image_handle_get_luma_bits_per_pixel(handle.get()) > 8;
  if (pixels > most_pixels || memory(*cost, pixels, is_deep) > most_memory) return failure(PhotoFault::too_large);
  // Should libheif read the file otherwise than hevc_cost did: nothing wider or higher than the whole.
  heif_context_set_maximum_image_size_limit(context.get(), std::max(width, height) + 1);  // which is already too much
  const bool has_alpha = heif_image_handle_has_alpha_channel(handle.get()) != 0;
  const Image image = decode(handle.get(), has_alpha);
  if (!image) return failure(PhotoFault::damaged);
  const bool is_multiplied = heif_image_handle_is_premultiplied_alpha(handle.get()) != 0;
  cv::Mat bgr = as_bgr(image.get(), has_alpha, is_multiplied);
  if (bgr.empty()) return failure(PhotoFault::damaged);
  return RawPicture{.bgr = std::move(bgr), .icc = profile_of(handle.get())};
}

}  // namespace pehchan
