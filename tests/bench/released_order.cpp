// Makes an order of many members whose portraits are those of a small real one, so that digital cards can be measured
// by the ten thousand without as many photos. Usage: released_order OUT MEMBERS SHEETS.pdf (templates/member, a4-2x5,
// full sheets). The ledger is OUT/ledger.db.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/run_error.h"
#include "batch/compose_card.h"
#include "batch/issue_options.h"
#include "batch/job_folder.h"
#include "batch/sheet_file.h"
#include "batch/sheet_json.h"
#include "demo/people.h"
#include "ledger/high_water.h"
#include "ledger/order_cards.h"
#include "photo/portrait_of.h"
#include "print/released_portraits.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t sheets_a_file = 50;

std::vector<Portrait> portraits_in(const fs::path& pdf, const SheetDesign& design) {
  std::vector<Portrait> portraits;
  ReleasedPortraits released(pdf, design);
  try {
    for (std::size_t sheet = 1;; ++sheet)
      for (std::string& jpeg : released.of_sheet(sheet, first_slots(10))) portraits.push_back(portrait_of(jpeg));
  } catch (const RunError&) {
    // Behind the last full sheet.
  }
  return portraits;
}

Member member_of(std::size_t number) {
  const PersonName name = invent_name(Random(1, number, 0));
  Member member;
  member.row = number + 2;
  member[Field::member_no] = fmt::format("M{:06}", number);
  member[Field::name] = name.latin;
  member[Field::name_local] = name.hindi;
  member[Field::mobile] = fmt::format("+91{}", 9'000'000'000 + number);
  member[Field::booth_no] = fmt::format("{}", 1 + number / 40);
  member[Field::booth_name] = "प्राथमिक विद्यालय";
  member[Field::block] = "Sonbarsa Kalan";
  member[Field::district] = "Nandigarh";
  member[Field::valid_until] = "2028-12-31";
  return member;
}

void make(const fs::path& out, std::size_t count, const fs::path& pdf) {
  fs::create_directories(out);
  Ledger ledger((out / "ledger.db").string());
  const FontSet fonts;
  const IssueOptions options;
  const Design design = read_design("member", "a4-2x5", fonts, options.link_base);
  const auto portraits = portraits_in(pdf, design.sheet);
  nlohmann::ordered_json settings{{"template", "member"}, {"sheet", "a4-2x5"}, {"link_base", options.link_base}};
  keep_sheet(settings, "a4-2x5", design.sheet.format);
  const std::string folder = job_folder(ledger, out);
  const Job job = open_job(ledger, {.id = 0,
                                    .kind = "issue",
                                    .folder = folder,
                                    .period = "1",
                                    .settings = settings.dump(),
                                    .date = "2026-03-31",
                                    .is_open = true});
  std::vector<Member> members;
  for (std::size_t i = 0; i < count; ++i) members.push_back(member_of(i));
  const auto cards = order_cards(ledger, "1", {}, members);
  Lease lease(ledger, 3600);
  for (std::size_t at = 0; at < count;) {
    SheetFile file(out, next_file_name(ledger, folder, "sheets"), job, next_sheet(ledger, job), design, fonts, {},
                   sheets_a_file);
    std::vector<std::string> numbers;
    for (; at < count && !file.is_full(); ++at) {
      auto card = compose_card(design, fonts, members[at], cards[at].number,
                               CardCode{.text = options.link_base + cards[at].number.text},
                               portraits.at(at % portraits.size()));
      if (!card) continue;
      card->hashes.photo = fmt::format("{}", at % portraits.size());
      numbers.push_back(cards[at].number.text);
      file.add(std::move(*card));
    }
    lease.claim(numbers);
    file.release(ledger,
                 [&](const JobFile& made, std::span<const PlacedCard> placed) {
                   return prepare_file(ledger, lease, made, placed);
                 },
                 2, {});
  }
  close_jobs(ledger, folder, "issue");
  raise_mark(ledger);
}

}  // namespace
}  // namespace pehchan

int main(int argc, char** argv) try {
  if (argc != 4) {
    fmt::print(stderr, "released_order OUT MEMBERS SHEETS.pdf\n");
    return 64;
  }
  pehchan::make(argv[1], std::stoul(argv[2]), argv[3]);
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
