#include "digital/share_picture.h"

#include <turbojpeg.h>

#include <algorithm>
#include <memory>

#include "base/run_error.h"

namespace pehchan {
namespace {

/// White around and between the sides.
constexpr int margin = 24;
/// The first is what cards with a full-sized portrait and a signed code just fit in (docs/performance.md): each that
/// is tried in vain costs as much as the one that is kept.
constexpr int qualities[] = {75, 66, 55, 45, 30, 15};

struct Close {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, Close>;

void lay(const RgbPicture& picture, RgbPicture& onto, int left, int top) {
  for (int y = 0; y < picture.height; ++y)
    std::copy_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(picture.row_bytes()) * y, picture.row_bytes(),
                onto.pixels.begin() + static_cast<std::ptrdiff_t>(onto.row_bytes()) * (top + y) + left * 3);
}

std::string encoded(void* turbo, const RgbPicture& picture, int quality) {
  unsigned long size = tjBufSize(picture.width, picture.height, TJSAMP_420);
  const auto buffer = std::make_unique_for_overwrite<unsigned char[]>(size);
  unsigned char* out = buffer.get();
  if (tjCompress2(turbo, picture.pixels.data(), picture.width, 0, picture.height, TJPF_RGB, &out, &size, TJSAMP_420,
                  quality, TJFLAG_NOREALLOC) != 0)
    throw RunError(ExitCode::internal, "a card's picture could not be compressed");
  return {reinterpret_cast<const char*>(out), size};
}

}  // namespace

SharePicture share_picture(const RgbPicture& front, const RgbPicture& back, std::size_t most_bytes) {
  const bool is_upright = front.height > front.width;
  SharePicture share{.front_left = margin, .front_top = margin};
  share.back_left = is_upright ? 2 * margin + front.width : margin;
  share.back_top = is_upright ? margin : 2 * margin + front.height;
  share.width = share.back_left + back.width + margin;
  share.height = share.back_top + back.height + margin;
  RgbPicture both{.width = share.width, .height = share.height, .pixels = {}};
  both.pixels.assign(both.row_bytes() * static_cast<std::size_t>(both.height), 255);
  lay(front, both, share.front_left, share.front_top);
  lay(back, both, share.back_left, share.back_top);
  thread_local const Turbo turbo(tjInitCompress());
  for (const int quality : qualities) {
    share.jpeg = encoded(turbo.get(), both, quality);
    if (share.jpeg.size() <= most_bytes) return share;
  }
  throw RunError(ExitCode::internal, "a card's picture cannot be made small enough to share");
}

GreyPicture grey_of_jpeg(const std::string& jpeg) {
  const Turbo turbo(tjInitDecompress());
  const auto* data = reinterpret_cast<const unsigned char*>(jpeg.data());
  GreyPicture picture;
  int sampling = 0, colours = 0;
  if (tjDecompressHeader3(turbo.get(), data, jpeg.size(), &picture.width, &picture.height, &sampling, &colours) == 0) {
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    if (tjDecompress2(turbo.get(), data, jpeg.size(), picture.pixels.data(), picture.width, 0, picture.height,
                      TJPF_GRAY, TJFLAG_STOPONWARNING) == 0)
      return picture;
  }
  throw RunError(ExitCode::internal, "a card's picture to share cannot be read back");
}

}  // namespace pehchan
