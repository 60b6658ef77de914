#include "print/icc_stream.h"

namespace pehchan {

QPDFObjectHandle icc_stream(QPDF& pdf, const std::string& icc) {
  constexpr std::size_t space_at = 16, space_size = 4;  // ICC.1, 7.2.6
  const bool is_cmyk = icc.compare(space_at, space_size, "CMYK") == 0;
  auto stream = pdf.newStream(icc);
  stream.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(is_cmyk ? 4 : 3));
  stream.getDict().replaceKey("/Alternate", QPDFObjectHandle::newName(is_cmyk ? "/DeviceCMYK" : "/DeviceRGB"));
  return stream;
}

QPDFObjectHandle icc_space(QPDF& pdf, const std::string& icc) {
  auto space = QPDFObjectHandle::newArray();
  space.appendItem(QPDFObjectHandle::newName("/ICCBased"));
  space.appendItem(icc_stream(pdf, icc));
  return space;
}

}  // namespace pehchan
