#include "batch/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/sha256.h"
#include "batch/card_hashes.h"
#include "ledger/lookup.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t block = 1000;

using ByNumber = std::unordered_map<std::string, const Member*>;

Problem changed(const Member& member, std::string_view field, const std::string& card) {
  return {.code = "changed_since_card",
          .file = {},
          .row = member.row,
          .field = std::string(field),
          .reason = {fmt::format("कार्ड {} बनने के बाद यह बदला है। नया कार्ड चाहिए तो 'pehchan replace सदस्य-संख्या --reason "
                                 "correction' चलाएँ, फिर 'pehchan issue'।",
                                 card),
                     fmt::format("This has changed since the card {} was made. For a new one run 'pehchan replace "
                                 "MEMBER --reason correction', then 'pehchan issue'.",
                                 card)}};
}

bool has_changed(const CardHashes& made_from, const fs::path& photo) {
  const bool shows_photo = !made_from.photo.empty();
  const std::string stamp = shows_photo ? photo_stamp(photo) : std::string();
  if (stamp.empty() || stamp == made_from.photo_stamp || !fs::is_regular_file(photo)) return false;
  return sha256_of_file(photo.string()) != made_from.photo;
}

void compare(const IssuedFacts& card, const Member& now, const Design& design, const fs::path& photos,
             std::vector<Problem>& notes) {
  const bool is_purged = card.member[Field::name].empty();
  if (is_purged && card.hashes.card_template == design.hash && row_hash(design.fields_shown, now) != card.hashes.row)
    notes.push_back(changed(now, "", card.number.text));
  if (!is_purged)
    for (const Field field : design.fields_shown)
      if (now[field] != card.member[field]) notes.push_back(changed(now, name_of(field), card.number.text));
  if (has_changed(card.hashes, photos / now[Field::photo]))
    notes.push_back(changed(now, name_of(Field::photo), card.number.text));
}

}  // namespace

std::vector<Problem> changes_since(Ledger& ledger, const std::vector<Member>& members,
                                   const std::vector<LatestCard>& cards, const Design& design, const fs::path& photos) {
  std::vector<Problem> notes;
  std::vector<std::string> numbers;
  ByNumber by_number;
  const auto compare_block = [&] {
    for (const IssuedFacts& card : issued_facts(ledger, numbers))
      compare(card, *by_number.at(card.number.text), design, photos, notes);
    numbers.clear();
    by_number.clear();
  };
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!is_made(cards[i].state) || cards[i].number.text.empty()) continue;
    numbers.push_back(cards[i].number.text);
    by_number[cards[i].number.text] = &members[i];
    if (numbers.size() == block) compare_block();
  }
  compare_block();
  std::stable_sort(notes.begin(), notes.end(), [](const Problem& a, const Problem& b) { return a.row < b.row; });
  return notes;
}

std::vector<Problem> issued_although_withheld(Ledger& ledger, const std::string& period,
                                              const std::vector<Withheld>& withheld) {
  std::vector<Member> members;
  for (const Withheld& one : withheld)
    if (!one.member[Field::member_no].empty()) members.push_back(one.member);
  const auto cards = latest_cards(ledger, period, members);
  std::vector<Problem> notes;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (is_made(cards[i].state))
      notes.push_back(
          {.code = "card_issued_before",
           .file = {},
           .row = members[i].row,
           .field = std::string(name_of(Field::member_no)),
           .reason = {fmt::format("इस सदस्य का कार्ड {} बन चुका है। सूची की यह पंक्ति भी ठीक कर लें।", cards[i].number.text),
                      fmt::format("This member has the card {} already. Put this row of the roll right, too.",
                                  cards[i].number.text)}});
  return notes;
}

std::vector<Problem> unconfirmed_with_card(Ledger& ledger, const std::string& period,
                                           const std::vector<Member>& unconfirmed) {
  const auto cards = latest_cards(ledger, period, unconfirmed);
  std::vector<Problem> notes;
  for (std::size_t i = 0; i < unconfirmed.size(); ++i)
    if (!cards[i].number.text.empty() && cards[i].state != CardState::voided)
      notes.push_back(
          {.code = "card_of_unconfirmed",
           .file = {},
           .row = unconfirmed[i].row,
           .field = std::string(name_of(Field::status)),
           .reason = {fmt::format("यह सदस्य अब पुष्ट नहीं है, पर उसका कार्ड {} है। कार्ड मान्य न रहे तो 'pehchan void' चलाएँ।",
                                  cards[i].number.text),
                      fmt::format("This member is no longer confirmed and has the card {}. If it should no "
                                  "longer count, run 'pehchan void'.",
                                  cards[i].number.text)}});
  return notes;
}

std::vector<Problem> voided_notes(const std::vector<Member>& members, const std::vector<LatestCard>& cards) {
  std::vector<Problem> notes;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (cards[i].state == CardState::voided)
      notes.push_back({.code = "card_void",
                       .file = {},
                       .row = members[i].row,
                       .field = {},
                       .reason = {"इस सदस्य का कार्ड रद्द है और उसके बदले कोई नहीं बना। नया चाहिए तो 'pehchan replace' चलाएँ।",
                                  "This member's card is void and was not replaced. If there should be a new one, run "
                                  "'pehchan replace'."}});
  return notes;
}

std::vector<Problem> rejected_after_card(const std::vector<Member>& members, const std::vector<LatestCard>& cards,
                                         const PhotoOverrides& overrides) {
  std::vector<Problem> notes;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const PhotoOverride* decided = decision_about(overrides, members[i][Field::photo]);
    const bool is_rejected = decided != nullptr && decided->decision == PhotoOverride::Decision::reject;
    if (!is_rejected || !is_made(cards[i].state)) continue;
    const std::string& card = cards[i].number.text;
    notes.push_back(
        {.code = "rejected_after_card",
         .file = {},
         .row = members[i].row,
         .field = std::string(name_of(Field::photo)),
         .reason = {fmt::format("इस सदस्य की फ़ोटो अस्वीकार की गई है, पर कार्ड {} बन चुका है। दूसरी फ़ोटो लगाकर 'pehchan "
                                "replace सदस्य-संख्या --reason correction' चलाएँ, फिर 'pehchan issue'।",
                                card),
                    fmt::format("This member's photo was rejected, and the card {} is made. With another photo in its "
                                "place run 'pehchan replace MEMBER --reason correction', then 'pehchan issue'.",
                                card)}});
  }
  return notes;
}

}  // namespace pehchan
