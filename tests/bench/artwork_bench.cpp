// What artwork costs: 40 sheets of ten cards with portraits, one thread, the same artwork on both sides. Prints the
// table of docs/performance.md, CPU time; the proof once for one sheet too, so that what it pays once a file shows.
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "print/made_artwork.h"
#include "print/paint.h"
#include "print/printed_order.h"
#include "print/proof.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t cards_a_sheet = 10;

class Dice {
 public:
  unsigned byte() { return (state_ = state_ * 1664525U + 1013904223U) >> 24; }
  double upto(double most) { return most * byte() / 255; }

 private:
  unsigned state_ = 1;
};

/// 2 MB of small curves, as of a map.
ArtworkFile curves_svg() {
  Dice dice;
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8960 5798\">";
  for (int path = 0; path < 2200; ++path) {
    svg += fmt::format("<path fill=\"#{:02x}8\" d=\"M{:.0f} {:.0f}", dice.byte(), dice.upto(8900), dice.upto(5700));
    const auto sign = [&] { return dice.byte() % 2 == 0 ? ' ' : '-'; };
    for (int i = 0; i < 100; ++i) {
      svg += fmt::format("q{}", dice.byte() % 10);
      for (int number = 0; number < 3; ++number) svg += fmt::format("{}{}", sign(), dice.byte() % 10);
    }
    svg += "\"/>";
  }
  return {"curves.svg", svg + "</svg>", 1, {}};
}

/// A picture of 1.5 MB across the whole card.
ArtworkFile picture_pdf() {
  return {"picture.pdf",
          made_artwork([](QPDF& pdf, QPDFObjectHandle page) {
            Dice dice;
            std::string noise;
            for (int i = 0; i < 1'500'000; ++i) noise += static_cast<char>(dice.byte());
            QPDFObjectHandle objects = QPDFObjectHandle::parse("<< >>");
            objects.replaceKey("/X", stream_in(pdf,
                                               "<< /Subtype /Image /Width 1000 /Height 500 /ColorSpace /DeviceRGB "
                                               "/BitsPerComponent 8 >>",
                                               noise));
            page.getKey("/Resources").replaceKey("/XObject", objects);
            page.replaceKey("/Contents", stream_in(pdf, "<< >>", "260 0 0 170 0 0 cm /X Do"));
          }),
          1,
          {}};
}

/// 2.5 MB of curves, each across the whole card.
ArtworkFile absurd_pdf() {
  return {"absurd.pdf",
          made_artwork([](QPDF& pdf, QPDFObjectHandle page) {
            Dice dice;
            std::string content;
            while (content.size() < 2'500'000) {
              content += fmt::format("{:.2f} g {:.0f} {:.0f} m", dice.upto(1), dice.upto(260), dice.upto(170));
              for (int i = 0; i < 3; ++i) content += fmt::format(" {:.0f} {:.0f}", dice.upto(260), dice.upto(170));
              content += " c f\n";
            }
            page.replaceKey("/Contents", stream_in(pdf, "<< >>", content));
          }),
          1,
          {}};
}

double cpu_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// CPU ms of a call.
template <class Call>
double ms_of(const Call& call) {
  const double before = cpu_ms();
  call();
  return cpu_ms() - before;
}

struct Sheets {
  const PrintedOrder& order;
  SheetDesign design;
  std::size_t sheets;

  fs::path file(const char* kind) const { return order.folder / (std::string("bench.") + kind); }
  /// Looking over, painting and finishing, CPU ms.
  std::array<double, 3> print() const {
    std::optional<SheetPainter> painter;
    const double looked_over = ms_of([&] {
      painter.emplace(file("painted"), design, order.fonts, PdfFacts{.title = "sheets", .date = "2026-03-31"});
    });
    const double painted = ms_of([&] {
      for (const auto& slug : PrintedOrder::slugs(sheets))
        painter->add_sheet({order.drawings.data(), cards_a_sheet}, slug);
    });
    return {looked_over, painted, ms_of([&] { painter->finish(file("pdf")); })};
  }
  void proof() const {
    std::vector<ExpectedCard> expected;
    for (std::size_t i = 0; i < sheets; ++i)
      expected.insert(expected.end(), order.expected.begin(), order.expected.begin() + cards_a_sheet);
    for (const ProofFault& fault : proof_sheets(file("pdf"), design, expected, PrintedOrder::slugs(sheets), 1))
      fmt::print("FAULT: sheet {} slot {} {}\n", fault.sheet, fault.slot, fault.reason);
  }
};

void measure(const char* name, const ArtworkFile& artwork) {
  SheetDesign design = printed_order().design;
  design.card.front.artwork = design.card.back.artwork = artwork;
  const Sheets one{printed_order(), design, 1}, many{printed_order(), design, 40};
  one.print();
  const double proof_of_one = ms_of([&] { one.proof(); });
  const auto [looked_over, paint, finish] = many.print();
  const double proof = ms_of([&] { many.proof(); });
  const double cards = 40 * cards_a_sheet, more = cards - cards_a_sheet, a_card = (proof - proof_of_one) / more;
  fmt::print("| {} | {:.0f} | {:.2f} | {:.0f} | {:.0f} | {:.2f} |\n", name, looked_over, paint / cards, finish,
             proof - a_card * cards, a_card);
  std::fflush(stdout);
}

}  // namespace
}  // namespace pehchan

/// One argument: only the artwork whose name has it.
int main(int count, char** arguments) {
  using namespace pehchan;
  const std::string wanted = count > 1 ? arguments[1] : "";
  const auto measure_wanted = [&](const char* name, const ArtworkFile& artwork) {
    if (std::string(name).find(wanted) != std::string::npos) measure(name, artwork);
  };
  fmt::print(
      "CPU ms\n| artwork | looked over, once a file | paint, a card | finish, once a file | proof, once a file | "
      "proof, a "
      "card |\n|---|---|---|---|---|---|\n");
  measure_wanted("none", {});
  measure_wanted("`member`, its front", printed_order().design.card.front.artwork);
  measure_wanted("SVG of 2 MB, 220,000 curves", curves_svg());
  measure_wanted("PDF with a picture of 1.5 MB", picture_pdf());
  measure_wanted("PDF with 2.5 MB of curves across the whole card", absurd_pdf());
}
