#include "print/press_marks.h"

#include <fmt/format.h>

#include <map>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

#include "print/draw_marks.h"

namespace pehchan {
namespace {

/// A quarter of a circle as one Bézier curve.
constexpr double curve = 0.5523;

constexpr const char* all_inks =
    "[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]";

std::string line(const Point& from, const Point& to) {
  return fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l\n", from.x.value, from.y.value, to.x.value, to.y.value);
}

std::string circle(const Point& at, double r) {
  const double x = at.x.value, y = at.y.value, k = r * curve;
  std::string path = fmt::format("{:.4f} {:.4f} m\n", x + r, y);
  const auto quarter = [&](double fx, double fy, double tx, double ty) {
    path += fmt::format("{:.4f} {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} c\n", x + r * fx + k * tx, y + r * fy + k * ty,
                        x + r * tx + k * fx, y + r * ty + k * fy, x + r * tx, y + r * ty);
  };
  quarter(1, 0, 0, 1), quarter(0, 1, -1, 0), quarter(-1, 0, 0, -1), quarter(0, -1, 1, 0);
  return path + "h\n";
}

std::string ink_of(const Colour& colour) {
  if (colour.r == colour.g && colour.g == colour.b) return fmt::format("{} g", colour.r);
  return fmt::format("{} {} {} 0 k", 1 - colour.r, 1 - colour.g, 1 - colour.b);
}

std::string colour_bar(const Rect& bar) {
  const Mm width = bar.width / static_cast<double>(bar_colours.size());
  std::string content;
  for (std::size_t i = 0; i < bar_colours.size(); ++i)
    content += fmt::format("{} {:.4f} {:.4f} {:.4f} {:.4f} re f\n", ink_of(bar_colours[i]),
                           (bar.x + static_cast<double>(i) * width).value, bar.y.value, width.value, bar.height.value);
  return content;
}

/// In millimetres from the paper's top left corner, y downward.
std::string content_of(const ImposedSide& side) {
  std::string content = fmt::format("/Marks CS 1 SCN {} w\n", mark_width.value);
  for (const MarkLine& mark : side.crop_marks) content += line(mark.from, mark.to);
  for (const Point& at : side.registration) {
    content += line({at.x - registration_reach, at.y}, {at.x + registration_reach, at.y});
    content += line({at.x, at.y - registration_reach}, {at.x, at.y + registration_reach});
    content += circle(at, registration_circle.value);
  }
  content += "S\n";
  return side.colour_bar ? content + colour_bar(*side.colour_bar) : content;
}

QPDFObjectHandle form_of(QPDF& pdf, const ImposedSide& side, const Size& paper) {
  const double pt = to_pt(1_mm);
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, content_of(side));
  form.replaceDict(QPDFObjectHandle::parse(
      fmt::format("<< /Type /XObject /Subtype /Form /BBox [0 0 {} {}] /Matrix [{:.6f} 0 0 {:.6f} 0 {:.4f}] "
                  "/Resources << /ColorSpace << /Marks {} >> >> >>",
                  paper.width.value, paper.height.value, pt, -pt, to_pt(paper.height), all_inks)));
  return form;
}

}  // namespace

void lay_press_marks(QPDF& pdf, const SheetDesign& design) {
  const std::map<CardSide, std::string> names{{CardSide::front, "/FrontMarks"}, {CardSide::back, "/BackMarks"}};
  std::map<CardSide, QPDFObjectHandle> forms, calls;
  for (const auto& [side, name] : names) {
    const ImposedSide& imposed = design.imposition.side(side);
    if (imposed.crop_marks.empty() && imposed.registration.empty() && !imposed.colour_bar) continue;
    forms[side] = form_of(pdf, imposed, design.format.paper);
    calls[side] = pdf.makeIndirectObject(QPDFObjectHandle::newStream(&pdf, "q " + name + " Do Q\n"));
  }
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const CardSide side : design.pages.pages[i % design.pages.a_sheet()]) {
      if (!forms.contains(side)) continue;
      QPDFObjectHandle resources = pages[i].getAttribute("/Resources", true);
      QPDFObjectHandle objects = resources.getKey("/XObject");
      objects = objects.isDictionary() ? objects.shallowCopy() : QPDFObjectHandle::newDictionary();
      objects.replaceKey(names.at(side), forms.at(side));
      resources.replaceKey("/XObject", objects);
      pages[i].addPageContents(calls.at(side), true);
    }
}

}  // namespace pehchan
