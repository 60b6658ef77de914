#include <array>
#include <cstdint>
#include <cstdlib>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "base/run_error.h"
#include "print/pdf_artwork.h"

namespace {

/// What must hold for every PDF, however hostile: it is refused with the file's name and what to do, or what is taken
/// of it can be written and has no key that does not draw.
void expect(bool holds) {
  if (!holds) std::abort();
}

void check(const pehchan::PdfArtwork& artwork) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page =
      QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 9 9] /Resources << /XObject << >> >> >>");
  page.getKey("/Resources").getKey("/XObject").replaceKey("/A", artwork.copied_into(pdf));
  QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  expect(!pdf.anyWarnings());
  constexpr std::array keys = {"/JS", "/AA", "/Annots", "/EF", "/F", "/Ref", "/OPI", "/URI", "/A", "/Metadata", "/AF"};
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    // A name of a resource may be any.
    if (!dictionary.isDictionary() || !dictionary.hasKey("/Type")) continue;
    for (const char* key : keys) expect(!dictionary.hasKey(key));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("%PDF-")) return 0;
  try {
    check({{"front.pdf", bytes, 1, {}}, {{85.6}, {53.98}}, {2}});
  } catch (const pehchan::RunError& error) {
    expect(error.code == pehchan::ExitCode::bad_config && !error.advice.empty());
    expect(std::string(error.what()).starts_with("front.pdf: "));
  }
  return 0;
}
