#include "cli/arrangement_options.h"

#include <fmt/format.h>

#include <charconv>
#include <initializer_list>
#include <string_view>

namespace pehchan {
namespace po = boost::program_options;
namespace {

std::size_t choice(const CommandLine& line, const char* option, const std::string& typed,
                   std::initializer_list<std::string_view> words) {
  std::size_t at = 0;
  std::string known;
  for (const std::string_view word : words) {
    if (typed == word) return at;
    known += (known.empty() ? "" : ", ") + std::string(word);
    ++at;
  }
  refuse_usage(line, fmt::format("--{}: '{}' is none of {}", option, typed, known));
}

/// With commas between thousands.
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, ',');
  return text;
}

}  // namespace

void add_arrangement_options(CommandLine& line, TypedArrangement& typed) {
  line.options.add_options()  //
      ("fill", po::value(&typed.filling)->default_value(typed.filling)->value_name("ORDER"),
       "rows, columns, or stacks: cut cards, piled slot by slot, are then in "
       "order")  //
      ("group", po::value(&typed.grouping)->default_value(typed.grouping)->value_name("WHAT"),
       "block or booth: each begins on a sheet of its own; or none")  //
      ("group-header", po::value(&typed.header)->default_value(typed.header)->value_name("HOW"),
       "with --group: slip or sheet, which says whose cards follow and how "
       "many; or none")  //
      ("start-slot", po::value(&typed.start_slot)->default_value(typed.start_slot)->value_name("N"),
       "first slot of the job's first sheet, where the ones before were "
       "used")  //
      ("spare", po::value(&typed.spare)->default_value(typed.spare)->value_name("PERCENT"),
       "with --dry-run: sheets of paper to lay beside it, such as 3%")  //
      ("sheets-per-minute", po::value(&typed.sheets_per_minute)->value_name("N"),
       "with --dry-run: of the printer, to tell how long it takes");
}

Arrangement arrangement_of(const CommandLine& line, const TypedArrangement& typed) {
  Arrangement arrangement;
  arrangement.filling = static_cast<Filling>(choice(line, "fill", typed.filling, {"rows", "columns", "stacks"}));
  arrangement.grouping = static_cast<Grouping>(choice(line, "group", typed.grouping, {"none", "block", "booth"}));
  arrangement.header = static_cast<GroupHeader>(choice(line, "group-header", typed.header, {"none", "slip", "sheet"}));
  arrangement.start_slot = typed.start_slot;
  if (arrangement.header != GroupHeader::none && arrangement.grouping == Grouping::none)
    refuse_usage(line, "--group-header needs --group block or --group booth");
  if (arrangement.start_slot < 1 || arrangement.start_slot > 1000)
    refuse_usage(line, "--start-slot must be from 1 to as many as the sheet has");
  if (arrangement.start_slot > 1 &&
      (arrangement.filling == Filling::stacks || arrangement.header == GroupHeader::sheet))
    refuse_usage(line, "--start-slot: stacks and header sheets need whole sheets");
  return arrangement;
}

WorkRates rates_of(const CommandLine& line, const TypedArrangement& typed) {
  WorkRates rates{.sheets_per_minute = typed.sheets_per_minute};
  std::string_view spare = typed.spare;
  if (spare.ends_with('%')) spare.remove_suffix(1);
  const auto [end, error] = std::from_chars(spare.data(), spare.data() + spare.size(), rates.spare_percent);
  if (error != std::errc() || end != spare.data() + spare.size() ||
      !(rates.spare_percent >= 0 && rates.spare_percent <= 100))
    refuse_usage(line, "--spare must be from 0% to 100%");
  if (!(rates.sheets_per_minute >= 0 && rates.sheets_per_minute <= 10'000))
    refuse_usage(line, "--sheets-per-minute must be from 0 to 10000");
  return rates;
}

std::string told(const WorkOrder& order, const WorkRates& rates) {
  const std::string cards = grouped(order.cards), sheets = grouped(order.sheets), booths = grouped(order.booths);
  const bool has_spare = order.spare_sheets > 0, has_time = order.minutes > 0;
  const auto one = [](std::size_t count) { return count == 1 ? "" : "s"; };
  return fmt::format(
      "{} card{} = {} sheet{}{}, {} booth{}{}\n{} कार्ड = {} शीट{}, {} बूथ{}\n", cards, one(order.cards), sheets,
      one(order.sheets),
      has_spare ? fmt::format(" (+{:g} % spare: {} more)", rates.spare_percent, order.spare_sheets) : "", booths,
      one(order.booths),
      has_time ? fmt::format("; at {:g} sheets/min about {} min", rates.sheets_per_minute, order.minutes) : "", cards,
      sheets, has_spare ? fmt::format(" (+{:g} % अतिरिक्त: {} और)", rates.spare_percent, order.spare_sheets) : "",
      booths,
      has_time ? fmt::format("; {:g} शीट प्रति मिनट पर लगभग {} मिनट", rates.sheets_per_minute, order.minutes) : "");
}

}  // namespace pehchan
