#include "batch/epic_doubles.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "ledger/epic_holders.h"

namespace pehchan {
namespace {

constexpr std::size_t block = 1000;

using ByEpic = std::unordered_map<std::string, EpicHolder>;

/// Nobody has it who has another one by today's roll: then the card's was a slip that was put right.
ByEpic holders_of(Ledger& ledger, const std::string& period, const std::vector<std::string>& epics,
                  const std::unordered_map<std::string, std::string>& epic_now) {
  ByEpic holders;
  for (std::size_t at = 0; at < epics.size(); at += block)
    for (EpicHolder& holder :
         epic_holders(ledger, period, std::span(epics).subspan(at, std::min(block, epics.size() - at)))) {
      const auto now = epic_now.find(holder.member_no);
      if (now == epic_now.end() || now->second == holder.epic_no) holders.emplace(holder.epic_no, std::move(holder));
    }
  return holders;
}

Problem epic_has_card(const Member& member, const EpicHolder& holder) {
  return {
      .code = "epic_has_card",
      .file = {},
      .row = member.row,
      .field = std::string(name_of(Field::epic_no)),
      .reason = {fmt::format("इस मतदाता पहचान पत्र संख्या पर सदस्य {} का कार्ड {} बना हुआ है। वही व्यक्ति हो तो यह पंक्ति हटा दें; "
                             "नहीं तो जिसकी संख्या ग़लत है उसे ठीक करें।",
                             holder.member_no, holder.card.text),
                 fmt::format("Member {} has the card {} with this EPIC number. If it is the same person, remove this "
                             "row; if not, correct the number that is wrong.",
                             holder.member_no, holder.card.text)}};
}

}  // namespace

std::vector<Withheld> take_out_epic_doubles(Ledger& ledger, const std::string& period, std::vector<Member>& members,
                                            std::vector<LatestCard>& cards) {
  std::vector<std::string> epics;
  std::unordered_map<std::string, std::string> epic_now;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::string& epic = members[i][Field::epic_no];
    if (!cards[i].number.text.empty())
      epic_now[members[i][Field::member_no]] = epic;
    else if (!epic.empty())
      epics.push_back(epic);
  }
  const ByEpic holders = holders_of(ledger, period, epics, epic_now);
  std::vector<Withheld> doubles;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto holder = cards[i].number.text.empty() ? holders.find(members[i][Field::epic_no]) : holders.end();
    if (holder != holders.end()) {
      Problem problem = epic_has_card(members[i], holder->second);
      doubles.push_back({std::move(members[i]), {std::move(problem)}});
      continue;
    }
    if (kept != i) members[kept] = std::move(members[i]), cards[kept] = std::move(cards[i]);
    ++kept;
  }
  members.resize(kept);
  cards.resize(kept);
  return doubles;
}

}  // namespace pehchan
