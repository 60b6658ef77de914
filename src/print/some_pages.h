#pragma once
#include <cstddef>
#include <string>

#include "base/geometry.h"

namespace pehchan {

/// Pages of a finished PDF, all of one size.
struct PdfPages {
  std::size_t count = 0;
  Size paper;  ///< the first page's
};

/// Throws RunError (bad_input) naming `file` when it is unreadable or has no page.
PdfPages pages_of(const std::string& pdf, const std::string& file);

/// A PDF of its own with `count` pages of a finished one from `first` (from 0) on, unchanged. Same bytes in, same bytes
/// out. Throws RunError (bad_input) naming `file` when it is unreadable or has not so many pages.
std::string some_pages(const std::string& pdf, const std::string& file, std::size_t first, std::size_t count);

}  // namespace pehchan
