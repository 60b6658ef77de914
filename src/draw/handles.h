#pragma once
#include <cairo.h>
#include <glib-object.h>
#include <pango/pangocairo.h>

#include <memory>

namespace pehchan {

/// A C library's object, owned: released by its own function.
template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
template <class T, auto release>
using Handle = std::unique_ptr<T, Releaser<release>>;

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using CairoHandle = Handle<cairo_t, cairo_destroy>;
using PatternHandle = Handle<cairo_pattern_t, cairo_pattern_destroy>;
using LayoutHandle = Handle<PangoLayout, g_object_unref>;
using ContextHandle = Handle<PangoContext, g_object_unref>;
using FontMapHandle = Handle<PangoFontMap, g_object_unref>;
using FontDescriptionHandle = Handle<PangoFontDescription, pango_font_description_free>;
using AttributesHandle = Handle<PangoAttrList, pango_attr_list_unref>;

}  // namespace pehchan
