#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// What keeps a JPEG from being laid into a PDF as it is, and what to do.
struct JpegFault {
  std::string what, advice;
};

/// Nothing for a sound JPEG of 8 bits, grey or of three colours, baseline or progressive (ITU-T T.81, SOF0 to SOF2).
/// Decodes all of it, at an eighth of its size: its size must have been looked at before.
std::optional<JpegFault> jpeg_fault(std::string_view bytes);

}  // namespace pehchan
