#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// An ICC profile as a stream of `pdf` (ISO 32000-1, 8.6.5.5): RGB or CMYK, as its header says.
QPDFObjectHandle icc_stream(QPDF& pdf, const std::string& icc);

/// A colour space of it.
QPDFObjectHandle icc_space(QPDF& pdf, const std::string& icc);

}  // namespace pehchan
