#include "print/changed_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "print/preflight/check_identity.h"
#include "print/preflight/look_over.h"
#include "print/preflight/proof_file.h"
#include "print/printed_order.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;

/// One sheet of three cards.
const fs::path& printed_for(Purpose purpose) {
  static std::map<Purpose, fs::path> made;
  fs::path& pdf = made[purpose];
  if (!pdf.empty()) return pdf;
  SheetDesign design = printed_order().design;
  design.profile = read_press_profile(purpose, {});
  const auto& all = printed_order().drawings;
  return pdf = printed_order().print({all.begin(), all.begin() + 3}, "sound-" + std::string(word_of(purpose)), design);
}

/// The file with one thing changed, written as QPDF does.
fs::path changed(Purpose purpose, const Change& change, bool has_id) {
  QPDF pdf;
  pdf.processFile(printed_for(purpose).c_str());
  change(pdf);
  fs::path file = printed_order().folder / "changed.pdf";
  QPDFWriter writer(pdf, file.c_str());
  writer.setStaticID(true);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.write();
  if (has_id) return file;
  std::string bytes = bytes_of(file);
  const auto at = bytes.rfind("/ID");
  bytes.replace(at, 3, "/Id");
  write_bytes(file, bytes);
  return file;
}

Codes codes_of(const Preflight& found) {
  Codes codes;
  for (const PreflightFault& fault : found.faults) codes.emplace_back(code_of(fault.rule));
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Codes codes_after(Purpose purpose, const Change& change) {
  return codes_of(proof_file(changed(purpose, change), std::nullopt, 1));
}

Codes codes_undrawn(const fs::path& file, std::optional<Purpose> demanded) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  return codes_of(look_over(pdf, demanded.value_or(claimed_purpose(pdf))));
}

QPDFObjectHandle page_of(QPDF& pdf, std::size_t index) {
  return QPDFPageDocumentHelper(pdf).getAllPages().at(index).getObjectHandle();
}
QPDFObjectHandle info_of(QPDF& pdf) { return pdf.getTrailer().getKey("/Info"); }
QPDFObjectHandle intent_of(QPDF& pdf) { return pdf.getRoot().getKey("/OutputIntents").getArrayItem(0); }

void add_content(QPDF& pdf, const std::string& content) {
  QPDFPageDocumentHelper(pdf).getAllPages().front().addPageContents(QPDFObjectHandle::newStream(&pdf, content), false);
}

static std::string text_of(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void add_state(QPDF& pdf, const std::string& state) {
  page_of(pdf).getKey("/Resources").replaceKey("/ExtGState", QPDFObjectHandle::parse("<< /Own " + state + " >>"));
}

void change_xmp(QPDF& pdf, const std::string& from, const std::string& to) {
  QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
  std::string xmp = text_of(metadata);
  const auto at = xmp.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  metadata.replaceStreamData(xmp.replace(at, from.size(), to), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
}

/// The first object that is so.
QPDFObjectHandle first(QPDF& pdf, const std::function<bool(QPDFObjectHandle&)>& is_so) {
  for (QPDFObjectHandle& object : pdf.getAllObjects())
    if (is_so(object)) return object;
  ADD_FAILURE() << "no such object";
  return QPDFObjectHandle::newNull();
}
QPDFObjectHandle picture(QPDF& pdf, const char* filter) {
  return first(pdf, [&](QPDFObjectHandle& object) {
    return object.isImage() && object.getDict().getKey("/Filter").isNameAndEquals(filter);
  });
}
QPDFObjectHandle font(QPDF& pdf, const char* subtype) {
  return first(pdf, [&](QPDFObjectHandle& object) {
    return object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Font") &&
           object.getKey("/Subtype").isNameAndEquals(subtype) && !object.getKey("/BaseFont").unparse().empty();
  });
}

}  // namespace pehchan
