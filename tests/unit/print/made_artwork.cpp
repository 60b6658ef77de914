#include "print/made_artwork.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/length.h"

namespace pehchan {

QPDFObjectHandle stream_in(QPDF& pdf, const std::string& dictionary, const std::string& bytes) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, bytes);
  stream.replaceDict(QPDFObjectHandle::parse(dictionary));
  return pdf.makeIndirectObject(stream);
}

std::string made_artwork(const std::function<void(QPDF&, QPDFObjectHandle page)>& change) {
  QPDF pdf;
  pdf.emptyPDF();
  const double bleed = to_pt(3_mm), width = to_pt(85.6_mm), height = to_pt(53.98_mm);
  QPDFObjectHandle page = pdf.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Page /Resources << /ColorSpace << /Spot [ /Separation /PANTONE#20185#20C "
                              "/DeviceCMYK << /FunctionType 2 "
                              "/Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0.91 0.76 0] >> ] >> >> >>"));
  page.replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle({0, 0, width + 2 * bleed, height + 2 * bleed}));
  page.replaceKey("/TrimBox", QPDFObjectHandle::newFromRectangle({bleed, bleed, bleed + width, bleed + height}));
  const std::string band = std::to_string(bleed + height - to_pt(10_mm));
  page.replaceKey("/Contents",
                  stream_in(pdf, "<< >>", "0 0 1 0 k 0 0 500 500 re f /Spot cs 1 scn 0 " + band + " 500 500 re f"));
  QPDFPageDocumentHelper(pdf).addPage(page, false);
  if (change) change(pdf, page);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace pehchan
