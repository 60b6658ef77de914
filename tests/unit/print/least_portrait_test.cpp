#include <fmt/format.h>
#include <gtest/gtest.h>
#include <algorithm>
#include "model/outline.h"
#include "print/portrait_window.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

double trial(const char* what, double w, double h, PortraitShape shape, double radius, double border, double dx) {
  const PrintedOrder order("member", [&](CardTemplate& c) {
    PortraitElement& p = *c.front.portrait;
    p.box = outline_of({{3.35 + dx}, {16.07 + dx}, {w}, {h}}, shape, {radius}).box;
    p.shape = shape, p.radius = {radius}, p.border = {border};
  });
  const auto pdf = order.print(order.drawings, "one");
  std::size_t faults = 0;
  for (const auto& f : proof_sheets(pdf, order.design, order.expected, PrintedOrder::slugs(2), 2))
    faults += f.reason == "the portrait is not this card's" ? 1 : 0;
  const std::string bytes = bytes_of(pdf);
  PdfReader reader(bytes, "x");
  const PageImage image = reader.render(0, 72);
  const PortraitElement& p = *order.design.card.front.portrait;
  const PortraitWindow window(p);
  double worst = 0, nearest = 255;
  for (std::size_t i = 0; i < 10; ++i) {
    const auto seen = luminance_of(image, order.design.imposition.side(CardSide::front).slots[i], p.box);
    worst = std::max(worst, window.difference(seen, order.expected[i].portrait));
    for (std::size_t j = 0; j < 10; ++j)
      if (j != i) nearest = std::min(nearest, window.difference(seen, order.expected[j].portrait));
  }
  const auto cells = std::count(window.shows.begin(), window.shows.end(), true);
  fmt::print("{:10} {:5} x {:5} radius {:4} border {:4} shift {:4}: faults {:2} worst {:6.2f} other {:6.2f} cells {}\n",
             what, w, h, radius, border, dx, faults, worst, nearest, cells);
  std::fflush(stdout);
  return worst;
}

TEST(LeastPortrait, Trial) {
  for (const double s : {4., 5., 6., 7., 8., 9., 10., 11., 12., 14., 16.})
    for (const double dx : {0., 0.13, 0.29}) {
      trial("square", s, s, PortraitShape::rectangle, 0, 0, dx);
      trial("passport", s, s * 1.28, PortraitShape::rectangle, 0, 0, dx);
      trial("circle", s, s, PortraitShape::circle, 0, 0, dx);
      trial("bordered", s, s, PortraitShape::circle, 0, s / 4, dx);
      trial("rounded", s, s, PortraitShape::rounded, s / 2, s / 4, dx);
    }
  for (const double dx : {0., 0.17}) {
    trial("tall", 8, 34, PortraitShape::rectangle, 0, 0, dx);
    trial("tall", 8, 34, PortraitShape::rectangle, 0, 2, dx);
    trial("wide", 40, 8, PortraitShape::rectangle, 0, 0, dx);
    trial("wide", 40, 10, PortraitShape::rectangle, 0, 2.5, dx);
    trial("tall", 10, 34, PortraitShape::rounded, 5, 2.5, dx);
    trial("wide", 40, 10, PortraitShape::rounded, 5, 2.5, dx);
  }
}

}  // namespace
}  // namespace pehchan
