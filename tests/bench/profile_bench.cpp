// What a PDF profile costs: so many cards (10,000 when none are given) of the shipped template with portraits, on A4,
// one thread; with an ink limit as third argument their portraits are CMYK. Prints the table of docs/performance.md:
// CPU time of painting, finishing and the preflight without drawing.
#include <fmt/format.h>
#include <sys/resource.h>

#include <ctime>
#include <filesystem>
#include <optional>
#include <string>

#include "print/paint.h"
#include "print/preflight/check_identity.h"
#include "print/preflight/look_over.h"
#include "print/printed_order.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t cards_a_sheet = 10;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Of the process so far, hence one profile a run.
long peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void measure(Purpose purpose, std::size_t sheets, std::optional<int> ink_limit) {
  const PrintedOrder& order = printed_order();
  SheetDesign design = order.design;
  design.profile = read_press_profile(purpose, {}, ink_limit);
  const fs::path painted = order.folder / "painted.pdf", finished = order.folder / "finished.pdf";
  SheetPainter painter(painted, design, order.fonts, {.title = "sheets", .date = "2026-03-31"});
  const auto ten = std::span(order.drawings).first(cards_a_sheet);
  const double begun = cpu_seconds();
  for (std::size_t i = 1; i <= sheets; ++i) painter.add_sheet(ten, fmt::format("J0003 · sheet {} · copy 1", i));
  const double after_painting = cpu_seconds();
  painter.finish(finished);
  const double after_finishing = cpu_seconds();
  const long peak = peak_mib();
  QPDF pdf;
  pdf.processFile(finished.c_str());
  const std::size_t faults = look_over(pdf, purpose).faults.size();
  const double after_looking = cpu_seconds();
  fmt::print("| {} | {} | {:.1f} | {:.1f} | {} | {:.1f} | {} | {:.0f} |\n", word_of(purpose), sheets * cards_a_sheet,
             after_painting - begun, after_finishing - after_painting, peak, after_looking - after_finishing, faults,
             static_cast<double>(fs::file_size(finished)) / 1e6);
}

}  // namespace
}  // namespace pehchan

int main(int count, char** words) {
  using namespace pehchan;
  const auto purpose = purpose_named(count > 1 ? words[1] : "press");
  if (!purpose) return 64;
  measure(*purpose, (count > 2 ? std::stoul(words[2]) : 10'000) / cards_a_sheet,
          count > 3 ? std::optional(std::stoi(words[3])) : std::nullopt);
}
