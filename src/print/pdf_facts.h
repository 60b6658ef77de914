#pragma once
#include <string>

#include "draw/handles.h"

namespace pehchan {

/// What a PDF says of itself. Nothing here comes from the clock, so that the same order gives the same bytes.
struct PdfFacts {
  std::string title;
  std::string date;  ///< YYYY-MM-DD
};

/// Writes them into a PDF surface of Cairo's.
void tell(cairo_surface_t* surface, const PdfFacts& facts);

}  // namespace pehchan
