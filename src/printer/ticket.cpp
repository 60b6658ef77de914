#include "printer/ticket.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr int tolerance = 50;  ///< 1/100 mm

[[noreturn]] void refuse(const std::string& what, const std::string& advice) {
  throw RunError(ExitCode::bad_config, what, advice);
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool takes(const Medium& medium, int width, int height) {
  return width >= medium.least_width - tolerance && width <= medium.most_width + tolerance &&
         height >= medium.least_height - tolerance && height <= medium.most_height + tolerance;
}

std::string sizes_of(const PrinterFacts& printer) {
  std::vector<std::string> sizes;
  for (const Medium& medium : printer.media) {
    std::string size = fmt::format("{:g} × {:g}", medium.least_width / 100.0, medium.least_height / 100.0);
    if (medium.most_width != medium.least_width || medium.most_height != medium.least_height)
      size += fmt::format(" to {:g} × {:g}", medium.most_width / 100.0, medium.most_height / 100.0);
    if (!has(sizes, size) && sizes.size() < 8) sizes.push_back(size);
  }
  return fmt::format("{}", fmt::join(sizes, ", "));
}

/// By its exact size where the printer tells sizes, else by its name.
void choose_paper(Ticket& ticket, const PrinterFacts& printer) {
  const auto fits = [&](const Medium& medium) { return takes(medium, ticket.width, ticket.height); };
  const auto found = std::ranges::find_if(printer.media, fits);
  if (found == printer.media.end())
    refuse(fmt::format("the printer takes no paper of {:g} × {:g} mm", ticket.width / 100.0, ticket.height / 100.0),
           fmt::format("Nothing was printed. It takes {} mm. Choose another printer, or issue with another --sheet.",
                       sizes_of(printer)));
  if (printer.takes_media_col && found->keyword.empty()) {
    ticket.width = std::clamp(ticket.width, found->least_width, found->most_width);
    ticket.height = std::clamp(ticket.height, found->least_height, found->most_height);
    return;
  }
  const auto named = std::ranges::find_if(
      printer.media, [&](const Medium& medium) { return fits(medium) && !medium.keyword.empty(); });
  ticket.media = named != printer.media.end()
                     ? named->keyword
                     : fmt::format("custom_pehchan_{:g}x{:g}mm", ticket.width / 100.0, ticket.height / 100.0);
}

/// IPP means the edges of the paper, as sheet formats do, however the page lies on it.
std::string sides_for(Duplex duplex) {
  if (duplex == Duplex::none) return "one-sided";
  return duplex == Duplex::long_edge ? "two-sided-long-edge" : "two-sided-short-edge";
}

void choose_sides(Ticket& ticket, const PrinterFacts& printer, Duplex duplex, const std::string& wish) {
  ticket.sides = wish.empty() ? sides_for(duplex) : wish;
  if (printer.sides.empty() && ticket.sides == "one-sided") ticket.sides.clear();
  if (ticket.sides.empty() || has(printer.sides, ticket.sides)) return;
  refuse(fmt::format("the printer cannot print {}", ticket.sides),
         printer.sides.empty() ? "Nothing was printed. It prints one side only: choose another printer."
                               : fmt::format("Nothing was printed. It prints {}; say which with --sides, or choose "
                                             "another printer.",
                                             fmt::join(printer.sides, ", ")));
}

}  // namespace

Ticket ticket_for(const PrinterFacts& printer, const Size& paper, Duplex duplex, const TicketWishes& wishes) {
  if (!printer.is_accepting)
    throw RunError(ExitCode::unavailable, "the printer accepts no jobs: " + printer.state_message,
                   "Nothing was printed. Look at the printer, then run the same command again.");
  if (!printer.formats.empty() && !has(printer.formats, "application/pdf"))
    refuse("the printer does not print PDF by itself",
           "Nothing was printed. Make it a queue of CUPS and give that queue's name with --printer.");
  if (!printer.scalings.empty() && !has(printer.scalings, "none"))
    refuse("the printer always scales what it prints", "Nothing was printed. Choose another printer.");
  const auto hundredths = [](Mm length) { return static_cast<int>(std::lround(length.value * 100)); };
  Ticket ticket{.job_name = {},
                .media = wishes.media,
                .width = hundredths(std::min(paper.width, paper.height)),
                .height = hundredths(std::max(paper.width, paper.height)),
                .sides = {}};
  if (ticket.media.empty()) choose_paper(ticket, printer);
  choose_sides(ticket, printer, duplex, wishes.sides);
  if (std::ranges::find(printer.qualities, wishes.quality) != printer.qualities.end()) ticket.quality = wishes.quality;
  return ticket;
}

}  // namespace pehchan
