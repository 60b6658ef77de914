#include "model/card_record.h"

#include <algorithm>
#include <array>

namespace pehchan {
namespace {

constexpr std::array<std::string_view, 5> states = {"ordered", "rendered", "printed", "handed_over", "void"};
constexpr std::array<std::string_view, 7> reasons = {"first",   "lost",     "damaged",  "correction",
                                                     "renewal", "misprint", "withdrawn"};

template <class Value, std::size_t count>
std::optional<Value> named(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Value>(found - words.begin());
}

}  // namespace

std::string_view word_of(CardState state) { return states.at(static_cast<std::size_t>(state)); }
std::string_view word_of(CardReason reason) { return reasons.at(static_cast<std::size_t>(reason)); }
std::optional<CardState> card_state_named(std::string_view word) { return named<CardState>(states, word); }
std::optional<CardReason> card_reason_named(std::string_view word) { return named<CardReason>(reasons, word); }

}  // namespace pehchan
