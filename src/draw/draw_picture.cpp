#include "draw/draw_picture.h"

#include <map>
#include <memory>
#include <tuple>

#include "base/run_error.h"
#include "draw/picture_size.h"
#include "draw/picture_surface.h"
#include "draw/raster.h"

namespace pehchan {
namespace {

using Picture = std::shared_ptr<const ArtworkFile>;
/// By the file and, for an SVG, the size of its box: a large PNG unpacked once for each of many boxes would fill the
/// memory. The file is held, that no other comes to lie where it lay.
using Pictures = std::map<std::tuple<Picture, Mm, Mm>, PictureSurface>;

/// Those that were drawn on this surface; they go when it goes.
Pictures& pictures_of(cairo_surface_t* surface) {
  static const cairo_user_data_key_t key{};
  if (void* kept = cairo_surface_get_user_data(surface, &key)) return *static_cast<Pictures*>(kept);
  auto pictures = std::make_unique<Pictures>();
  const auto release = [](void* owned) { delete static_cast<Pictures*>(owned); };
  if (cairo_surface_set_user_data(surface, &key, pictures.get(), release) != CAIRO_STATUS_SUCCESS)
    throw RunError(ExitCode::internal, "keeping a picture failed");
  return *pictures.release();
}

Mm before(Mm spare, Align align) { return align == Align::left ? Mm{} : align == Align::right ? spare : spare / 2; }
Mm before(Mm spare, VerticalAlign align) {
  return align == VerticalAlign::top ? Mm{} : align == VerticalAlign::bottom ? spare : spare / 2;
}

}  // namespace

void draw_picture(cairo_t* cairo, const DrawnPicture& drawn) {
  const Rect& box = drawn.box;
  const Size room{box.width, box.height}, made_for = picture_size(drawn.picture->bytes) ? Size{} : room;
  const PictureSurface& picture =
      pictures_of(cairo_get_target(cairo))
          .try_emplace({drawn.picture, made_for.width, made_for.height}, *drawn.picture, made_for,
                       is_raster(cairo) ? PictureSurface::Jpeg::as_pixels : PictureSurface::Jpeg::as_bytes)
          .first->second;
  const Size size = picture.size_in(room);
  const Mm x = box.x + before(box.width - size.width, drawn.align);
  const Mm y = box.y + before(box.height - size.height, drawn.vertical);
  cairo_save(cairo);
  cairo_translate(cairo, x.value, y.value);
  picture.paint(cairo, size);
  cairo_restore(cairo);
}

}  // namespace pehchan
