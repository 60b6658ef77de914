#include "batch/export_cards.h"

#include <initializer_list>
#include <string>

#include "base/atomic_file.h"
#include "ledger/lookup.h"
#include "roll/csv.h"

namespace pehchan {
namespace {

constexpr std::size_t write_at_once = 1 << 20;  // bytes

void append_line(std::string& lines, std::initializer_list<std::string> cells) {
  bool is_first = true;
  for (const std::string& cell : cells) {
    if (!is_first) lines += ',';
    is_first = false;
    append_csv_cell(lines, cell);
  }
  lines += "\r\n";
}

void append_card(std::string& lines, const CardRecord& card) {
  const CardPlace place = card.place.value_or(CardPlace{});
  const auto number = [&](std::size_t value) { return card.place ? std::to_string(value) : std::string(); };
  append_line(lines,
              {card.number.text, card.member[Field::member_no], card.period, std::string(word_of(card.state)),
               std::string(word_of(card.reason)), card.replaces, card.place ? job_name(place.job) : std::string(),
               place.file, number(place.sheet), number(place.slot), number(place.copy)});
}

}  // namespace

std::size_t export_cards(Ledger& ledger, const std::function<void(std::string_view)>& write) {
  std::size_t cards = 0;
  std::string lines = "\xEF\xBB\xBF";
  append_line(
      lines, {"card_no", "member_no", "period", "state", "reason", "replaces", "job", "file", "sheet", "slot", "copy"});
  each_card_of(ledger, [&](const CardRecord& card) {
    append_card(lines, card);
    ++cards;
    if (lines.size() < write_at_once) return;
    write(lines);
    lines.clear();
  });
  write(lines);
  return cards;
}

std::size_t export_cards(Ledger& ledger, const std::filesystem::path& file) {
  AtomicFile out(file);
  const std::size_t cards = export_cards(ledger, [&](std::string_view lines) { out.write(lines); });
  out.commit();
  return cards;
}

}  // namespace pehchan
