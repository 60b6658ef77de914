#include "batch/seen_pictures.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/sha256.h"
#include "batch/ordered.h"
#include "batch/stopped.h"
#include "photo/fingerprint.h"
#include "photo/open.h"
#include "photo/same_picture.h"

namespace pehchan {
namespace {

constexpr unsigned window_per_thread = 16;

std::optional<SeenPicture> see(const PhotoLook& look, const std::string& name) {
  const auto bytes = open_photo(look.photos, name);
  if (!bytes) return std::nullopt;
  const auto print = fingerprint_of(*bytes);
  if (!print) return std::nullopt;
  return SeenPicture{.name = name, .sha256 = sha256_hex(*bytes), .print = *print};
}

bool is_same(const PhotoLook& look, const PicturePair& pair) {
  const auto other = open_photo(look.photos, pair.other);
  if (!other || sha256_hex(*other) != pair.other_sha256) return false;
  const auto one = open_photo(look.photos, pair.one);
  return one && is_same_picture(*one, *other);
}

template <class Work, class Consume>
void each_in_order(const PhotoLook& look, std::size_t count, const std::stop_token& stop, Work work, Consume consume) {
  ordered_map(
      count, look.jobs, window_per_thread * look.jobs, stop, [&] { return work; },
      [&](std::size_t i, auto value) {
        consume(i, std::move(value));
        if (look.keep_alive) look.keep_alive();
      });
  refuse_if_stopped(stop);
}

}  // namespace

std::vector<SeenPicture> see_pictures(const PhotoLook& look, std::span<const Member* const> members,
                                      const std::stop_token& stop) {
  std::vector<std::string> names;
  std::vector<std::vector<std::size_t>> owners;
  std::unordered_map<std::string, std::size_t> places, by_bytes;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::string& name = (*members[i])[Field::photo];
    const auto [place, is_new] = places.emplace(name, names.size());
    if (is_new) names.push_back(name), owners.emplace_back();
    owners[place->second].push_back(i);
  }
  std::vector<SeenPicture> pictures;
  each_in_order(
      look, names.size(), stop, [&](std::size_t i) { return see(look, names[i]); },
      [&](std::size_t i, std::optional<SeenPicture> seen) {
        if (!seen) return;
        const auto [place, is_new] = by_bytes.emplace(seen->sha256, pictures.size());
        if (is_new) pictures.push_back(*std::move(seen));
        auto& all = pictures[place->second].members;
        all.insert(all.end(), owners[i].begin(), owners[i].end());
      });
  for (SeenPicture& picture : pictures) std::sort(picture.members.begin(), picture.members.end());
  return pictures;
}

std::vector<bool> look_twice(const PhotoLook& look, std::span<const PicturePair> pairs, const std::stop_token& stop) {
  std::vector<bool> same(pairs.size());
  each_in_order(
      look, pairs.size(), stop, [&](std::size_t i) { return is_same(look, pairs[i]); },
      [&](std::size_t i, bool is_one) { same[i] = is_one; });
  return same;
}

}  // namespace pehchan
