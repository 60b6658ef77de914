#include "batch/photo_doubles.h"

#include <algorithm>
#include <utility>

#include "batch/same_photo_words.h"

namespace pehchan {
namespace {

/// The photos that are the same as one, by their places in the list.
struct Doubles {
  std::vector<std::size_t> exact, alike;
};

std::vector<Doubles> find_doubles(const PhotoLook& look, std::span<const NamedPhoto> photos,
                                  const std::stop_token& stop) {
  std::vector<std::string> names;
  for (const NamedPhoto& photo : photos) names.push_back(photo.name);
  const auto pictures = see_pictures(look, names, stop);
  const auto prints = prints_of(pictures);
  std::vector<Doubles> doubles(photos.size());
  for (const SeenPicture& picture : pictures)
    for (const std::size_t place : picture.places)
      std::ranges::copy_if(picture.places, std::back_inserter(doubles[place].exact),
                           [&](std::size_t other) { return other != place; });
  for (const auto& [one, other] : pictures_alike(look, pictures, FingerprintIndex(prints), stop))
    for (const auto& [to, from] : {std::pair(one, other), std::pair(other, one)})
      for (const std::size_t place : pictures[to].places)
        std::ranges::copy(pictures[from].places, std::back_inserter(doubles[place].alike));
  return doubles;
}

std::vector<std::size_t> rows_of(std::span<const NamedPhoto> photos, const std::vector<std::size_t>& places) {
  std::vector<std::size_t> rows;
  for (const std::size_t place : places) std::ranges::copy(photos[place].rows, std::back_inserter(rows));
  std::ranges::sort(rows);
  return rows;
}

std::optional<Finding> finding_in_roll(std::span<const NamedPhoto> photos, std::size_t at, const Doubles& doubles) {
  const NamedPhoto& photo = photos[at];
  Member first;
  first.row = photo.rows.front();
  first[Field::photo] = photo.name;
  std::vector<std::size_t> rows(photo.rows.begin() + 1, photo.rows.end());
  std::ranges::copy(rows_of(photos, doubles.exact), std::back_inserter(rows));
  std::ranges::sort(rows);
  const bool is_exact = !rows.empty();
  if (!is_exact) rows = rows_of(photos, doubles.alike);
  if (rows.empty()) return std::nullopt;
  Problem problem = same_photo_in_rows(first, rows, is_exact);
  return Finding{.code = std::move(problem.code),
                 .value = std::nullopt,
                 .limit = std::nullopt,
                 .grade = Grade::hold,
                 .reason = std::move(problem.reason)};
}

std::optional<Finding> finding_in_folder(std::span<const NamedPhoto> photos, const Doubles& doubles) {
  const bool is_exact = !doubles.exact.empty();
  std::vector<std::string> files;
  for (const std::size_t place : is_exact ? doubles.exact : doubles.alike) files.push_back(photos[place].name);
  if (files.empty()) return std::nullopt;
  std::ranges::sort(files);
  return Finding{.code = same_photo_code,
                 .value = std::nullopt,
                 .limit = std::nullopt,
                 .grade = Grade::warn,
                 .reason = same_photo_in_files(files, is_exact)};
}

}  // namespace

std::vector<std::optional<Finding>> photo_doubles(const PhotoLook& look, std::span<const NamedPhoto> photos,
                                                  const std::stop_token& stop) {
  const auto doubles = find_doubles(look, photos, stop);
  std::vector<std::optional<Finding>> findings(photos.size());
  for (std::size_t i = 0; i < photos.size(); ++i)
    findings[i] =
        photos[i].rows.empty() ? finding_in_folder(photos, doubles[i]) : finding_in_roll(photos, i, doubles[i]);
  return findings;
}

}  // namespace pehchan
