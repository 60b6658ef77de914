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
#include "photo/prepared_entry.h"
#include "photo/same_picture.h"

namespace pehchan {
namespace {

constexpr unsigned window_per_thread = 16;

/// What was found out before, or is now: `find_out` gives a text.
template <class FindOut>
std::string remembered(const PhotoLook& look, const std::string& of, const char* question, FindOut find_out) {
  if (look.cache == nullptr) return find_out();
  const std::string key = answer_key(of, question);
  if (auto known = look.cache->find(key)) return *std::move(known);
  const std::string answer = find_out();
  look.cache->keep(key, answer);
  return answer;
}

std::optional<SeenPicture> see(const PhotoLook& look, const std::string& name) {
  const auto bytes = open_photo(look.photos, name);
  if (!bytes) return std::nullopt;
  const std::string sha256 = sha256_hex(*bytes);
  const auto print = fingerprint_of_hex(remembered(look, sha256, "print", [&] {
    const auto seen = fingerprint_of(*bytes);
    return seen ? hex_of(*seen) : std::string();
  }));
  return SeenPicture{
      .name = name, .sha256 = sha256, .print = print.value_or(Fingerprint()), .has_print = print.has_value()};
}

bool is_same(const PhotoLook& look, const PicturePair& pair) {
  const auto other = open_photo(look.photos, pair.other);
  if (!other || sha256_hex(*other) != pair.other_sha256) return false;
  const auto one = open_photo(look.photos, pair.one);
  if (!one) return false;
  return remembered(look, sha256_hex(*one) + pair.other_sha256, "same",
                    [&] { return std::string(is_same_picture(*one, *other) ? "yes" : "no"); }) == "yes";
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

std::vector<SeenPicture> see_pictures(const PhotoLook& look, std::span<const std::string> all_names,
                                      const std::stop_token& stop) {
  std::vector<std::string> names;
  std::vector<std::vector<std::size_t>> owners;
  std::unordered_map<std::string, std::size_t> places, by_bytes;
  for (std::size_t i = 0; i < all_names.size(); ++i) {
    const auto [place, is_new] = places.emplace(all_names[i], names.size());
    if (is_new) names.push_back(all_names[i]), owners.emplace_back();
    owners[place->second].push_back(i);
  }
  std::vector<SeenPicture> pictures;
  each_in_order(
      look, names.size(), stop, [&](std::size_t i) { return see(look, names[i]); },
      [&](std::size_t i, std::optional<SeenPicture> seen) {
        if (!seen) return;
        const auto [place, is_new] = by_bytes.emplace(seen->sha256, pictures.size());
        if (is_new) pictures.push_back(*std::move(seen));
        auto& all = pictures[place->second].places;
        all.insert(all.end(), owners[i].begin(), owners[i].end());
      });
  for (SeenPicture& picture : pictures) std::sort(picture.places.begin(), picture.places.end());
  return pictures;
}

std::vector<Fingerprint> prints_of(std::span<const SeenPicture> pictures) {
  std::vector<Fingerprint> prints;
  for (const SeenPicture& picture : pictures) prints.push_back(picture.print);
  return prints;
}

std::vector<std::pair<std::size_t, std::size_t>> pictures_alike(const PhotoLook& look,
                                                                std::span<const SeenPicture> pictures,
                                                                const FingerprintIndex& index,
                                                                const std::stop_token& stop) {
  std::vector<std::pair<std::size_t, std::size_t>> near, alike;
  std::vector<PicturePair> files;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    if (!pictures[i].has_print) continue;
    index.each_near(pictures[i].print, most_distance, [&](std::size_t other, int) {
      const bool is_accepted =
          look.accepted.contains(pictures[i].sha256) && look.accepted.contains(pictures[other].sha256);
      if (other <= i || !pictures[other].has_print || is_accepted) return;
      near.emplace_back(i, other);
      files.push_back({pictures[i].name, pictures[other].name, pictures[other].sha256});
    });
  }
  const auto same = look_twice(look, files, stop);
  for (std::size_t i = 0; i < near.size(); ++i)
    if (same[i]) alike.push_back(near[i]);
  return alike;
}

std::vector<bool> look_twice(const PhotoLook& look, std::span<const PicturePair> pairs, const std::stop_token& stop) {
  std::vector<bool> same(pairs.size());
  each_in_order(
      look, pairs.size(), stop, [&](std::size_t i) { return is_same(look, pairs[i]); },
      [&](std::size_t i, bool is_one) { same[i] = is_one; });
  return same;
}

}  // namespace pehchan
