#include "print/correction.h"

#include <fmt/format.h>

#include <map>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/run_error.h"
#include "print/amend_pdf.h"

namespace pehchan {
namespace {

constexpr const char* closing = "\nQ\n";

PaperMap coming_out(const SheetDesign& design, CardSide side) {
  return map_of(design.printer->side(side, design.format.turned_in_printer()), design.format.paper);
}

/// The same in points with y up.
PaperMap in_points(const PaperMap& m, const Size& paper) {
  const double height = paper.height.value;
  return {m[0], -m[1], -m[2], m[3], to_pt({m[2] * height + m[4]}), to_pt({height * (1 - m[3]) - m[5]})};
}

std::string opening(const SheetDesign& design, CardSide side) {
  const PaperMap m = in_points(inverse_of(coming_out(design, side)), design.format.paper);
  return fmt::format("q {:.8f} {:.8f} {:.8f} {:.8f} {:.5f} {:.5f} cm\n", m[0], m[1], m[2], m[3], m[4], m[5]);
}

std::string text_of(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// Whether content leaves the state as it finds it, and never leaves that state.
class Balance : public QPDFObjectHandle::ParserCallbacks {
 public:
  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return;
    const std::string name = object.getOperatorValue();
    depth_ += name == "q" ? 1 : name == "Q" ? -1 : 0;
    has_left_ = has_left_ || depth_ < 0;
  }
  void handleEOF() override {}
  bool is_kept() const { return depth_ == 0 && !has_left_; }

 private:
  int depth_ = 0;
  bool has_left_ = false;
};

bool is_balanced(QPDFObjectHandle contents) {
  Balance balance;
  QPDFObjectHandle::parseContentStream(contents, &balance);
  return balance.is_kept();
}

/// What a page drew before it was corrected; null when it is not corrected so.
QPDFObjectHandle drawn_within(QPDFPageObjectHelper page, const std::string& begin) {
  auto contents = page.getPageContents();
  if (contents.size() < 3 || text_of(contents.front()) != begin || text_of(contents.back()) != closing)
    return QPDFObjectHandle::newNull();
  const auto inner =
      QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>(contents.begin() + 1, contents.end() - 1));
  return is_balanced(inner) ? inner : QPDFObjectHandle::newNull();
}

}  // namespace

void correct_pages(QPDF& pdf, const SheetDesign& design) {
  if (!design.printer) return;
  std::map<CardSide, QPDFObjectHandle> begin;
  for (const CardSide side : {CardSide::front, CardSide::back})
    begin[side] = pdf.makeIndirectObject(QPDFObjectHandle::newStream(&pdf, opening(design, side)));
  const QPDFObjectHandle end = pdf.makeIndirectObject(QPDFObjectHandle::newStream(&pdf, closing));
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].addPageContents(begin[design.pages.side_of(i)], true);
    pages[i].addPageContents(end, false);
  }
}

std::vector<std::size_t> take_away_correction(std::string& bytes, const std::string& file,
                                              const SheetDesign& design) try {
  if (!design.printer) return {};
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  Amendment amendment(pdf);
  std::vector<std::size_t> wrong;
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    QPDFObjectHandle inner = drawn_within(pages[i], opening(design, design.pages.side_of(i)));
    if (inner.isNull()) {
      wrong.push_back(i);
      continue;
    }
    QPDFObjectHandle page = pages[i].getObjectHandle();
    QPDFObjectHandle before = page.shallowCopy();
    before.replaceKey("/Contents", inner);
    amendment.replace(page.getObjectID(), before.unparse());
  }
  if (wrong.empty()) bytes += amendment.behind(bytes);
  return wrong;
} catch (const QPDFExc&) {
  throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

QPDFMatrix correction_undone(const SheetDesign& design, CardSide side) {
  if (!design.printer) return {};
  const PaperMap m = in_points(coming_out(design, side), design.format.paper);
  return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

}  // namespace pehchan
