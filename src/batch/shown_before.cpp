#include "batch/shown_before.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "ledger/lookup.h"
#include "photo/fingerprint.h"

namespace pehchan {
namespace {

constexpr std::size_t block = 1000;

void add_exact(Ledger& ledger, const std::string& period, std::span<const SeenPicture> pictures,
               std::vector<ShownBefore>& found) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<std::string> hashes;
  for (const SeenPicture& picture : pictures) {
    places[picture.sha256] = hashes.size();
    hashes.push_back(picture.sha256);
  }
  for (std::size_t at = 0; at < hashes.size(); at += block)
    for (PhotoHolder& holder :
         photo_holders(ledger, period, std::span(hashes).subspan(at, std::min(block, hashes.size() - at)))) {
      const std::size_t picture = places.at(holder.photo_sha256);
      found.push_back({picture, std::move(holder), true});
    }
}

struct Near {
  ShownBefore card;
  int distance;
};

std::vector<Near> near_ones(Ledger& ledger, const std::string& period, const PhotoLook& look,
                            std::span<const SeenPicture> pictures, const FingerprintIndex& index) {
  std::vector<Near> near;
  each_photo_print(ledger, period, [&](const PhotoHolder& holder) {
    const auto print = fingerprint_of_hex(holder.photo_print);
    if (!print) return;
    const bool is_accepted = look.accepted.contains(holder.photo_sha256);
    index.each_near(*print, most_distance, [&](std::size_t picture, int distance) {
      const std::string& own = pictures[picture].sha256;
      if (own != holder.photo_sha256 && pictures[picture].has_print && !(is_accepted && look.accepted.contains(own)))
        near.push_back({{picture, holder, false}, distance});
    });
  });
  return near;
}

/// The files of these cards' photos, as their rows named them; none for a purged card.
std::unordered_map<std::string, std::string> photo_names(Ledger& ledger, const std::vector<Near>& near) {
  std::vector<std::string> numbers;
  for (const Near& one : near) numbers.push_back(one.card.holder.card.text);
  std::unordered_map<std::string, std::string> names;
  for (std::size_t at = 0; at < numbers.size(); at += block)
    for (const IssuedFacts& card :
         issued_facts(ledger, std::span(numbers).subspan(at, std::min(block, numbers.size() - at))))
      names[card.number.text] = card.member[Field::photo];
  return names;
}

}  // namespace

std::vector<ShownBefore> shown_before(Ledger& ledger, const std::string& period, const PhotoLook& look,
                                      std::span<const SeenPicture> pictures, const FingerprintIndex& index,
                                      const std::stop_token& stop) {
  std::vector<ShownBefore> found;
  if (pictures.empty()) return found;
  add_exact(ledger, period, pictures, found);
  std::vector<Near> near = near_ones(ledger, period, look, pictures, index);
  auto names = photo_names(ledger, near);
  std::vector<PicturePair> pairs;
  for (const Near& one : near)
    pairs.push_back({pictures[one.card.picture].name, names[one.card.holder.card.text], one.card.holder.photo_sha256});
  const auto same = look_twice(look, pairs, stop);
  for (std::size_t i = 0; i < near.size(); ++i)
    if (same[i] || near[i].distance <= surely_same_distance) found.push_back(std::move(near[i].card));
  return found;
}

}  // namespace pehchan
