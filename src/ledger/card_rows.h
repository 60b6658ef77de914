#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/connection.h"
#include "model/card_record.h"

namespace pehchan {

/// What a card shows as the ledger keeps it until it is purged: an object of the fields that are not empty.
std::string values_json_of(const Member& member);
Member member_of(const std::string& member_no, const std::string& values_json);

/// What `find` searches names by: both names, Latin letters small.
std::string name_key_of(const Member& member);
std::string name_key_of(std::string_view typed);

/// A member's number as people mean it, UP/12 and UP-12 being one, in SQL (an index and the constraint of one live card
/// are made of it) and here.
inline constexpr const char* member_key = "replace(card.member, '/', '-')";
std::string member_key_of(std::string member_no);

/// Of the cards that a member had in a period, one replacing the other, the last.
inline constexpr const char* is_latest = "not exists (select 1 from card as later where later.replaces = card.number)";

/// Numbers of the cards that were first made on a released sheet of the job `:job`.
inline constexpr const char* cards_of_job =
    "(select placement.card from placement join sheet_file on sheet_file.id = placement.file where sheet_file.job = "
    ":job and placement.copy = 1 and sheet_file.state <> 'prepared')";

/// Reads whole cards with the place of their latest copy: "where …", with its bound values.
inline constexpr const char* card_columns =
    "select card.number, card.period, card.state, card.reason, coalesce(card.replaces, ''), card.member, "
    "card.values_json, coalesce(sheet_file.job, 0), coalesce(sheet_file.name, ''), coalesce(placement.sheet, 0), "
    "coalesce(placement.slot, 0), card.copies, card.qr_text from card left join placement on placement.card = "
    "card.number and "
    "placement.copy = card.copies left join sheet_file on sheet_file.id = placement.file ";

template <class OnCard, class... Values>
void each_card(Connection& connection, const std::string& condition, OnCard on_card, Values... values) {
  CardRecord card;
  CardPlace place;
  std::string state, reason, member_no, values_json;
  long long sheet = 0, slot = 0, copy = 0;
  query(
      connection, card_columns + condition,
      [&] {
        card.state = *card_state_named(state);
        card.reason = *card_reason_named(reason);
        card.member = member_of(member_no, values_json);
        card.place.reset();
        place.sheet = static_cast<std::size_t>(sheet);
        place.slot = static_cast<std::size_t>(slot);
        place.copy = static_cast<std::size_t>(copy);
        if (place.job > 0) card.place = place;
        on_card(card);
      },
      soci::into(card.number.text), soci::into(card.period), soci::into(state), soci::into(reason),
      soci::into(card.replaces), soci::into(member_no), soci::into(values_json), soci::into(place.job),
      soci::into(place.file), soci::into(sheet), soci::into(slot), soci::into(copy), soci::into(card.qr_text),
      values...);
}

}  // namespace pehchan
