#include "print/finish.h"

#include <functional>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string_view>

#include "base/output_file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "print/conform.h"
#include "print/conform_colours.h"
#include "print/correction.h"
#include "print/lay_beneath.h"
#include "print/page_frame.h"
#include "print/press_marks.h"
#include "print/text_layer.h"

namespace pehchan {
namespace {

void set_boxes(QPDF& pdf) {
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    QPDFObjectHandle object = page.getObjectHandle();
    const QPDFObjectHandle media = object.getKey("/MediaBox");
    object.replaceKey("/TrimBox", media);
    object.replaceKey("/BleedBox", media);
  }
}

QPDFObjectHandle box_of(const Rect& area, Mm height) {
  return QPDFObjectHandle::newFromRectangle(
      {to_pt(area.x), to_pt(height - area.bottom()), to_pt(area.right()), to_pt(height - area.y)});
}

/// Pages that are one card are cut along it; those of many keep the whole sheet's boxes.
void frame_pages(QPDF& pdf, const SheetDesign& design) {
  if (design.format.cards_per_sheet() != 1) return;
  std::size_t number = 0;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const PageFrame frame = frame_of(design, design.pages.side_of(number++));
    page.getObjectHandle().replaceKey("/TrimBox", box_of(frame.trim, design.format.paper.height));
    page.getObjectHandle().replaceKey("/BleedBox", box_of(frame.bleed, design.format.paper.height));
  }
}

/// PDF/A forbids smoothing; librsvg asks for it when it draws a filter or an embedded picture. What QPDF cannot unpack
/// it would read twice, the first time in vain.
void leave_pictures_alone(QPDF& pdf) {
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!object.isImage()) continue;
    object.getDict().removeKey("/Interpolate");
    object.setFilterOnWrite(false);
  }
}

/// Cairo names a picture among a page's resources as often as the page draws it, always the same. QPDF reads the last
/// and writes it once.
bool is_harmless(const QPDFExc& warning) {
  return std::string_view(warning.what()).find("dictionary has duplicated key /x") != std::string_view::npos;
}

/// What QPDF writes. It throws nothing, because QPDF finishes its pipelines in destructors: the file remembers what
/// went wrong.
class ToFile : public Pipeline {
 public:
  explicit ToFile(OutputFile& file) : Pipeline("file", nullptr), file_(file) {}
  void write(const unsigned char* bytes, size_t count) override { file_.write(bytes, count); }
  void finish() override {}

 private:
  OutputFile& file_;
};

void write(QPDF& pdf, const std::filesystem::path& finished) {
  OutputFile file(finished);
  ToFile output(file);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&output);
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.6");
  writer.setNewlineBeforeEndstream(true);
  writer.write();
  file.finish();
}

void finish(const std::filesystem::path& painted, const std::filesystem::path& finished, Purpose purpose,
            const std::function<void(QPDF&, const std::set<QPDFObjGen>&)>& lay_artwork) try {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processFile(painted.c_str());
  set_boxes(pdf);
  const auto blackened = lay_text(pdf, blacks_for(purpose));
  leave_pictures_alone(pdf);
  lay_artwork(pdf, blackened);
  write(pdf, finished);
  for (const QPDFExc& warning : pdf.getWarnings())
    if (!is_harmless(warning))
      throw RunError(ExitCode::internal, painted.string() + " is not a sound PDF: " + warning.what());
} catch (const QPDFSystemError& error) {
  throw cannot_write(finished.string(), error.getErrno());
} catch (const QPDFExc& error) {
  throw RunError(ExitCode::internal, std::string("a painted PDF is not sound: ") + error.what());
}

}  // namespace

void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& finished) {
  finish(painted, finished, Purpose::office, [](QPDF&, const auto&) {});
}

void finish_sheets(const std::filesystem::path& painted, const std::filesystem::path& finished,
                   const SheetDesign& design, const CardArtwork& artwork, std::span<const FilledSlots> sheets) {
  const Purpose purpose = design.profile.purpose;
  finish(painted, finished, purpose, [&](QPDF& pdf, const std::set<QPDFObjGen>& blackened) {
    if (purpose == Purpose::press) lay_press_marks(pdf, design);
    lay_beneath(pdf, design, artwork, sheets);
    if (purpose != Purpose::office) {
      frame_pages(pdf, design);
      conform(pdf, design.profile, sha256_of_file(painted.string()), blackened);
    }
    correct_pages(pdf, design);
  });
}

}  // namespace pehchan
