#pragma once
#include <cairo.h>

#include <string>

namespace pehchan {

/// Where Cairo may write a PDF or PNG to: a std::string, given as `text`.
inline cairo_status_t append_bytes(void* text, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace pehchan
