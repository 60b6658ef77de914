#pragma once
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// A studio's PDF of a card of 85.6 × 53.98 mm with 3 mm of bleed and a TrimBox: all of it in 100 % yellow (CMYK), a
/// band of a spot colour along the top of the trimmed card, 10 mm high. `change` may spoil it before it is written.
std::string made_artwork(const std::function<void(QPDF&, QPDFObjectHandle page)>& change = {});

/// An indirect stream of `pdf`.
QPDFObjectHandle stream_in(QPDF& pdf, const std::string& dictionary, const std::string& bytes);

}  // namespace pehchan
