#include "print/some_pages.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/run_error.h"
#include "print/pdf_bytes.h"

namespace pehchan {
namespace {

RunError unreadable(const std::string& file) {
  return {ExitCode::bad_input, file + " cannot be read as a PDF", "Put back the file as it was released."};
}

void open(QPDF& pdf, const std::string& bytes, const std::string& file) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
}

}  // namespace

PdfPages pages_of(const std::string& bytes, const std::string& file) try {
  QPDF pdf;
  open(pdf, bytes, file);
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  if (pages.empty()) throw unreadable(file);
  const auto box = QPDFPageObjectHelper(pages.front()).getAttribute("/MediaBox", false).getArrayAsRectangle();
  return {pages.size(), {from_pt(box.urx - box.llx), from_pt(box.ury - box.lly)}};
} catch (const QPDFExc&) {
  throw unreadable(file);
}

std::string some_pages(const std::string& bytes, const std::string& file, std::size_t first, std::size_t count) try {
  QPDF whole, part;
  open(whole, bytes, file);
  part.emptyPDF();
  const auto pages = QPDFPageDocumentHelper(whole).getAllPages();
  if (first + count > pages.size()) throw unreadable(file);
  QPDFPageDocumentHelper taken(part);
  for (std::size_t i = first; i < first + count; ++i) taken.addPage(pages[i], false);
  return pdf_bytes(part);
} catch (const QPDFExc&) {
  throw unreadable(file);
}

}  // namespace pehchan
