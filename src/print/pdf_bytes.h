#pragma once
#include <qpdf/QPDF.hh>
#include <string>

namespace pehchan {

/// The file of a PDF that was put together in memory: the same bytes for the same pages.
std::string pdf_bytes(QPDF& pdf);

}  // namespace pehchan
