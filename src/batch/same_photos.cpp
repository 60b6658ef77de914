#include "batch/same_photos.h"

#include <algorithm>
#include <map>
#include <utility>

#include "batch/same_photo_words.h"
#include "batch/shown_before.h"

namespace pehchan {
namespace {

/// Why members get no card, by their places among those whose card is to be made.
using Reasons = std::map<std::size_t, std::vector<Problem>>;
using Members = std::vector<const Member*>;

std::vector<std::size_t> rows_of(const Members& members, const std::vector<std::size_t>& places, std::size_t but) {
  std::vector<std::size_t> rows;
  for (const std::size_t place : places)
    if (place != but) rows.push_back(members[place]->row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

void add_shared_files(const Members& members, const std::vector<SeenPicture>& pictures, Reasons& reasons) {
  for (const SeenPicture& picture : pictures)
    if (picture.places.size() > 1)
      for (const std::size_t own : picture.places)
        reasons[own].push_back(same_photo_in_rows(*members[own], rows_of(members, picture.places, own), true));
}

void add_alike(const Members& members, const std::vector<SeenPicture>& pictures,
               const std::vector<std::pair<std::size_t, std::size_t>>& alike, Reasons& reasons) {
  std::map<std::size_t, std::vector<std::size_t>> others;  // members, by picture
  const auto add = [&](std::size_t to, std::size_t from) {
    others[to].insert(others[to].end(), pictures[from].places.begin(), pictures[from].places.end());
  };
  for (const auto& [one, other] : alike) add(one, other), add(other, one);
  for (const auto& [picture, places] : others)
    for (const std::size_t own : pictures[picture].places)
      reasons[own].push_back(same_photo_in_rows(*members[own], rows_of(members, places, own), false));
}

void add_shown(const Members& members, const std::vector<SeenPicture>& pictures, const std::vector<ShownBefore>& shown,
               Reasons& reasons) {
  for (const ShownBefore& card : shown)
    for (const std::size_t own : pictures[card.picture].places)
      if (!is_same_member(card.holder.member_no, (*members[own])[Field::member_no]))
        reasons[own].push_back(same_photo_on_card(*members[own], card.holder, card.is_exact));
}

std::vector<Withheld> take_out(std::vector<Member>& members, std::vector<LatestCard>& cards,
                               const std::vector<std::size_t>& places, Reasons& reasons) {
  std::vector<Withheld> withheld;
  std::vector<bool> is_out(members.size());
  for (auto& [own, problems] : reasons) {
    is_out[places[own]] = true;
    withheld.push_back({std::move(members[places[own]]), std::move(problems)});
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_out[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]), cards[kept] = std::move(cards[i]);
    ++kept;
  }
  members.resize(kept);
  cards.resize(kept);
  return withheld;
}

}  // namespace

SamePhotos take_out_same_photos(Ledger& ledger, const std::string& period, const PhotoLook& look,
                                std::vector<Member>& members, std::vector<LatestCard>& cards,
                                const std::stop_token& stop) {
  Members to_make;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (cards[i].state == CardState::ordered) to_make.push_back(&members[i]), places.push_back(i);
  std::vector<std::string> names;
  for (const Member* member : to_make) names.push_back((*member)[Field::photo]);
  const std::vector<SeenPicture> pictures = see_pictures(look, names, stop);
  const std::vector<Fingerprint> prints = prints_of(pictures);
  const FingerprintIndex index(prints);

  Reasons reasons;
  add_shared_files(to_make, pictures, reasons);
  add_alike(to_make, pictures, pictures_alike(look, pictures, index, stop), reasons);
  add_shown(to_make, pictures, shown_before(ledger, period, look, pictures, index, stop), reasons);
  SamePhotos same;
  for (const SeenPicture& picture : pictures)
    if (picture.has_print) same.prints[picture.sha256] = hex_of(picture.print);
  same.withheld = take_out(members, cards, places, reasons);
  return same;
}

}  // namespace pehchan
