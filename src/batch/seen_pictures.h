#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "batch/fingerprint_index.h"
#include "model/fingerprint.h"
#include "photo/portrait_cache.h"

namespace pehchan {

/// How photos are looked at.
struct PhotoLook {
  std::filesystem::path photos;
  unsigned jobs = 1;
  /// SHA-256 of photos that a person has looked at and accepted: two of them may look alike.
  std::unordered_set<std::string> accepted;
  std::function<void()> keep_alive;  ///< called after each photo, on the calling thread
  PortraitCache* cache = nullptr;    ///< remembers prints and second looks; null: nothing does
};

/// One picture among photos: files with the same bytes are one, under whatever names and for however many members.
struct SeenPicture {
  std::string name;  ///< of one of its files
  std::string sha256;
  Fingerprint print;
  bool has_print = true;                 ///< false where nothing is to be seen: only the bytes can be compared then
  std::vector<std::size_t> places = {};  ///< in the list of names, ascending
};

/// The pictures that the photos of these names are; a name may stand there more than once. What cannot be opened is
/// left out: the making of the card has its own words for it. Every file is read once; 1.4 ms of CPU each, on look.jobs
/// threads.
std::vector<SeenPicture> see_pictures(const PhotoLook& look, std::span<const std::string> names,
                                      const std::stop_token& stop);

/// Two files that may be the same picture: `other_sha256` tells whether the second is still what it was.
struct PicturePair {
  std::string one, other, other_sha256;
};

std::vector<Fingerprint> prints_of(std::span<const SeenPicture> pictures);

/// Pairs of different files among them that are the same picture, unless both were accepted. `index` is over
/// the pictures' prints.
std::vector<std::pair<std::size_t, std::size_t>> pictures_alike(const PhotoLook& look,
                                                                std::span<const SeenPicture> pictures,
                                                                const FingerprintIndex& index,
                                                                const std::stop_token& stop);

/// Which of the pairs are, by reading both files again (see is_same_picture).
std::vector<bool> look_twice(const PhotoLook& look, std::span<const PicturePair> pairs, const std::stop_token& stop);

}  // namespace pehchan
