#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/events.h"
#include "model/card_record.h"

namespace pehchan {

/// What all events together say of each card, to hold the ledger's own rows against: a row that was changed, added or
/// removed behind the events' back does not agree with them.
class History {
 public:
  void add(const EventRecord& event);

  /// What is wrong with a card as its row has it. Each card is asked about once.
  std::optional<std::string> fault_of(const CardRecord& card);
  /// Cards that were ordered and that nobody asked about: their rows are gone.
  std::vector<std::string> missing() const;

 private:
  struct Told {
    std::size_t ordered = 0, rendered = 0;
    bool is_handed_over = false, is_void = false, is_met = false;
    std::vector<long long> printed_in;  ///< jobs
    std::string code;                   ///< code_hash; empty: made before codes were kept
  };
  static CardState state_of(const Told& told, long long job);

  std::unordered_map<std::string, Told> cards_;
};

}  // namespace pehchan
