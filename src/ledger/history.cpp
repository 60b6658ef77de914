#include "ledger/history.h"

#include <fmt/format.h>

#include <algorithm>

namespace pehchan {
namespace {

/// Purged: nothing is known of the person any more.
bool is_forgotten(const Member& member) {
  for (std::size_t i = 0; i < field_count; ++i)
    if (field_names[i] != name_of(Field::member_no) && !member.values[i].empty()) return false;
  return true;
}

}  // namespace

void History::add(const EventRecord& event) {
  const auto detail = nlohmann::json::parse(event.detail, nullptr, false);
  if (!detail.is_object()) return;
  if (event.what == "void") {
    cards_[detail.value("card", std::string())].is_void = true;
    return;
  }
  const auto cards = detail.find("cards");
  if (cards == detail.end() || !cards->is_array()) return;
  const auto codes = detail.find("codes");
  for (std::size_t i = 0; i < cards->size(); ++i) {
    const auto& number = (*cards)[i];
    if (!number.is_string()) continue;
    Told& told = cards_[number.get<std::string>()];
    if (event.what == "ordered") ++told.ordered;
    if (event.what == "rendered") ++told.rendered;
    if (event.what == "rendered" && codes != detail.end() && i < codes->size() && (*codes)[i].is_string())
      told.code = (*codes)[i].get<std::string>();
    if (event.what == "printed") told.printed_in.push_back(event.job);
    if (event.what == "handed_over") told.is_handed_over = true;
  }
}

CardState History::state_of(const Told& told, long long job) {
  if (told.is_void) return CardState::voided;
  if (told.is_handed_over) return CardState::handed_over;
  if (told.rendered == 0) return CardState::ordered;
  // Printed counts only for the latest copy: one made again is not printed until somebody says so.
  const bool is_printed = std::ranges::find(told.printed_in, job) != told.printed_in.end();
  return is_printed ? CardState::printed : CardState::rendered;
}

std::optional<std::string> History::fault_of(const CardRecord& card) {
  const std::string& number = card.number.text;
  const std::size_t copies = card.place ? card.place->copy : 0;
  Told& told = cards_[number];
  told.is_met = true;
  if (told.ordered != 1) return fmt::format("card {}: the events order it {} times", number, told.ordered);
  if (told.rendered != copies)
    return fmt::format("card {}: it has {} copies, the events tell of {}", number, copies, told.rendered);
  if (const CardState expected = state_of(told, card.place ? card.place->job : 0); expected != card.state)
    return fmt::format("card {}: it is {}, by the events it is {}", number, word_of(card.state), word_of(expected));
  const bool keeps_code = !is_forgotten(card.member) || !card.qr_text.empty();
  if (copies > 0 && keeps_code && told.code != (card.qr_text.empty() ? "" : code_hash(card.qr_text)))
    return fmt::format("card {}: the text of its QR code is not the one that was printed", number);
  return std::nullopt;
}

std::vector<std::string> History::missing() const {
  std::vector<std::string> numbers;
  for (const auto& [number, told] : cards_)
    if (told.ordered > 0 && !told.is_met) numbers.push_back(number);
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace pehchan
