#pragma once
#include <array>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// What text, a line or a mask is painted with.
struct Paint {
  enum class Kind { grey, rgb, cmyk, other };  ///< profiles of three or four parts count as RGB and inks
  Kind kind = Kind::grey;
  std::array<double, 4> parts = {};  ///< 0 to 1, as many as the kind has

  /// On the black ink and no other, or on none.
  bool is_on_black_ink() const;
  /// A reader takes it for black, and a press mixes it of several inks.
  bool is_mixed_black() const;
  /// Of three inks or more; RGB when it is dark and nearly grey, because what other RGB is mixed of is not known here.
  bool is_of_many_inks() const;
};

/// What a colour space that was just chosen paints with, black. `spaces` are the resources that name it.
Paint first_paint(const std::string& space, QPDFObjectHandle spaces);

}  // namespace pehchan
