#include "draw/open_faces.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "draw/handles.h"

namespace pehchan {
namespace {

using FontFaceHandle = Handle<cairo_font_face_t, cairo_font_face_destroy>;
using FontOptionsHandle = Handle<cairo_font_options_t, cairo_font_options_destroy>;
using ScaledFontHandle = Handle<cairo_scaled_font_t, cairo_scaled_font_destroy>;

/// A file, and which font of it.
using FontName = std::pair<std::string, int>;

FontName name_of(const FcPattern* font) {
  FcChar8* file = nullptr;
  int index = 0;
  FcPatternGetString(font, FC_FILE, 0, &file);
  FcPatternGetInteger(font, FC_INDEX, 0, &index);
  return {file == nullptr ? "" : reinterpret_cast<const char*>(file), index};
}

/// In any size: what is held is the file that all sizes share.
ScaledFontHandle held(FcPattern* font) {
  const FontFaceHandle face(cairo_ft_font_face_create_for_pattern(font));
  const FontOptionsHandle options(cairo_font_options_create());
  cairo_matrix_t same;
  cairo_matrix_init_identity(&same);
  ScaledFontHandle scaled(cairo_scaled_font_create(face.get(), &same, &same, options.get()));
  cairo_ft_scaled_font_lock_face(scaled.get());  // counted, not a mutex: others go on using it
  return scaled;
}

}  // namespace

void keep_open(std::span<FcPattern* const> fonts) {
  static std::mutex mutex;
  static std::map<FontName, ScaledFontHandle>& open =
      *new std::map<FontName, ScaledFontHandle>;  // outlives all threads
  const std::lock_guard lock(mutex);
  for (FcPattern* font : fonts) {
    ScaledFontHandle& kept = open[name_of(font)];
    if (!kept) kept = held(font);
  }
}

}  // namespace pehchan
