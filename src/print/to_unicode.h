#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace pehchan {

/// The ToUnicode CMap of a font whose codes have so many bytes. `entries` are lines of `section` ("bfchar" or
/// "bfrange"), such as "<0001> <0915>" (PDF 32000-1, 9.10.3).
QPDFObjectHandle to_unicode(QPDF& pdf, unsigned bytes, const char* section, const std::vector<std::string>& entries);

}  // namespace pehchan
