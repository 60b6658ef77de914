#include "photo/png.h"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <vector>

#include "photo/byte_reader.h"
#include "photo/colour.h"
#include "photo/limits.h"
#include "photo/on_white.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

struct Rest {
  std::string_view bytes;
};

void read_some(png_structp png, png_bytep to, std::size_t count) {
  auto& rest = *static_cast<Rest*>(png_get_io_ptr(png));
  if (rest.bytes.size() < count) png_error(png, "cut off");
  std::memcpy(to, rest.bytes.data(), count);
  rest.bytes.remove_prefix(count);
}

void say_nothing(png_structp, png_const_charp) {}

void give_up(png_structp png, png_const_charp) { png_longjmp(png, 1); }

/// libpng leaves a failed call with longjmp: no function below that calls setjmp owns anything.
class Reader {
 public:
  explicit Reader(std::string_view bytes)
      : rest_{bytes}, png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, say_nothing)) {
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool read_info() {
    if (info_ == nullptr || setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_read_fn(png_, &rest_, read_some);
    png_set_user_limits(png_, most_pixels, most_pixels);
    png_set_chunk_malloc_max(png_, longest_profile);
    skip_words();
    png_read_info(png_, info_);
    ask_for_colours();
    png_read_update_info(png_, info_);
    return channels() >= 3 && channels() <= 4 && png_get_bit_depth(png_, info_) == 8;
  }
  bool read_rows(png_bytepp rows) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_read_image(png_, rows);
    png_read_end(png_, nullptr);
    return true;
  }
  int channels() const { return png_get_channels(png_, info_); }
  int width() const { return static_cast<int>(png_get_image_width(png_, info_)); }
  int height() const { return static_cast<int>(png_get_image_height(png_, info_)); }
  std::string profile() const {
    png_charp name = nullptr;
    png_bytep bytes = nullptr;
    png_uint_32 length = 0;
    int method = 0;
    if (png_get_iCCP(png_, info_, &name, &method, &bytes, &length) == 0) return {};
    return {reinterpret_cast<const char*>(bytes), length};
  }

 private:
  // A thousand small chunks of packed words would unfold to gigabytes.
  void skip_words() {
    constexpr png_byte unread[] = "tEXt\0zTXt\0iTXt\0sPLT\0eXIf\0hIST\0pCAL\0sCAL";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, unread, sizeof unread / 5);
  }
  void ask_for_colours() {
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_gray_to_rgb(png_);
    png_set_bgr(png_);
    png_set_interlace_handling(png_);
  }

  Rest rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

std::optional<std::string> coded_profile(std::string_view bytes) {
  const ByteReader reader{bytes};
  std::size_t at = 8;
  while (const auto length = reader.u32(at)) {
    if (reader.has(at + 4, "IDAT"sv)) return std::nullopt;
    if (reader.has(at + 4, "cICP"sv)) {
      const auto primaries = reader.number(at + 8, 1), transfer = reader.number(at + 9, 1);
      if (!primaries || !transfer) return std::nullopt;
      return profile_of_code_points(static_cast<int>(*primaries), static_cast<int>(*transfer));
    }
    at += 12 + std::size_t{*length};
  }
  return std::nullopt;
}

}  // namespace

Result<RawPicture, PhotoFault> decode_png(std::string_view bytes) {
  Reader reader(bytes);
  if (!reader.read_info()) return failure(PhotoFault::damaged);
  cv::Mat pixels(reader.height(), reader.width(), CV_8UC(reader.channels()));
  std::vector<png_bytep> rows(static_cast<std::size_t>(pixels.rows));
  for (std::size_t y = 0; y < rows.size(); ++y) rows[y] = pixels.ptr(static_cast<int>(y));
  if (!reader.read_rows(rows.data())) return failure(PhotoFault::damaged);
  RawPicture picture{.bgr = reader.channels() == 4 ? on_white(pixels) : pixels, .icc = reader.profile()};
  if (auto coded = coded_profile(bytes)) picture.icc = *std::move(coded);
  return picture;
}

}  // namespace pehchan
