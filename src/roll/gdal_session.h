#pragma once
#include <cpl_conv.h>
#include <cpl_error.h>

#include <string>

namespace pehchan {

/// GDAL's ways for as long as this lives, on this thread: every cell is text and no row is a header, the errors are
/// kept for us instead of printed.
class GdalSession {
 public:
  GdalSession();
  ~GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;

  /// The first failure so far; empty: none. Warnings do not count, except that something was left out.
  const std::string& failure() const { return failure_; }

 private:
  static void CPL_STDCALL hear(CPLErr kind, CPLErrorNum number, const char* message);
  std::string failure_;
};

}  // namespace pehchan
