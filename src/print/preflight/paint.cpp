#include "print/preflight/paint.h"

#include <algorithm>

#include "print/black_ink.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

/// Less than this of an ink is a rounding error.
constexpr double least_ink = 0.02;
/// So much black is black, whatever lies beneath it.
constexpr double mostly_black = 0.8;

Paint::Kind kind_of_parts(Handle profile) {
  Handle parts = profile.isStream() ? profile.getDict().getKey("/N") : Handle::newNull();
  if (!parts.isInteger()) return Paint::Kind::other;
  const auto count = parts.getIntValue();
  return count == 1 ? Paint::Kind::grey : count == 3 ? Paint::Kind::rgb : Paint::Kind::cmyk;
}

Paint::Kind kind_of(Handle space) {
  Handle name = space.isArray() && space.getArrayNItems() > 0 ? space.getArrayItem(0) : space;
  if (name.isNameAndEquals("/DeviceGray") || name.isNameAndEquals("/CalGray")) return Paint::Kind::grey;
  if (name.isNameAndEquals("/DeviceRGB") || name.isNameAndEquals("/CalRGB")) return Paint::Kind::rgb;
  if (name.isNameAndEquals("/DeviceCMYK")) return Paint::Kind::cmyk;
  if (name.isNameAndEquals("/ICCBased") && space.isArray() && space.getArrayNItems() > 1)
    return kind_of_parts(space.getArrayItem(1));
  const bool is_black_ink = name.isNameAndEquals("/Separation") && space.isArray() && space.getArrayNItems() > 1 &&
                            space.getArrayItem(1).isNameAndEquals("/Black");
  return is_black_ink ? Paint::Kind::grey : Paint::Kind::other;
}

}  // namespace

bool Paint::is_on_black_ink() const {
  if (kind == Kind::cmyk) return std::max({parts[0], parts[1], parts[2]}) < least_ink;
  return kind == Kind::grey;
}

bool Paint::is_mixed_black() const {
  if (kind == Kind::rgb) return is_near_black(parts[0], parts[1], parts[2]);
  if (kind != Kind::cmyk || is_on_black_ink()) return false;
  const double light = 1 - parts[3];
  return parts[3] >= mostly_black ||
         is_near_black((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light);
}

bool Paint::is_of_many_inks() const {
  if (kind == Kind::rgb) return is_dim_grey(parts[0], parts[1], parts[2]);
  return kind == Kind::cmyk && std::ranges::count_if(parts, [](double part) { return part >= least_ink; }) > 2;
}

Paint first_paint(const std::string& space, QPDFObjectHandle spaces) {
  Handle named = spaces.isDictionary() && spaces.hasKey(space) ? spaces.getKey(space) : Handle::newName(space);
  const Paint::Kind kind = kind_of(named);
  return {.kind = kind, .parts = {0, 0, 0, kind == Paint::Kind::cmyk ? 1.0 : 0.0}};
}

}  // namespace pehchan
