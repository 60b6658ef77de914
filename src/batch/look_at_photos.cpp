#include "batch/look_at_photos.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "base/file_lock.h"
#include "base/run_error.h"
#include "base/thread_count.h"
#include "batch/design.h"
#include "batch/ordered.h"
#include "batch/photo_doubles.h"
#include "batch/review_advice.h"
#include "batch/review_page.h"
#include "batch/stopped.h"
#include "card/parse_template.h"
#include "photo/assessment_json.h"
#include "photo/list_photos.h"
#include "photo/thumbnail.h"
#include "roll/read_roll.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

std::vector<NamedPhoto> photos_of_roll(const RollSource& source) {
  std::vector<NamedPhoto> photos;
  std::unordered_map<std::string, std::size_t> places;
  for (const Member& member : read_roll(source).confirmed) {
    const auto [at, is_new] = places.try_emplace(member[Field::photo], photos.size());
    if (is_new) photos.push_back({member[Field::photo], {}});
    photos[at->second].rows.push_back(member.row);
  }
  return photos;
}

std::vector<NamedPhoto> photos_to_see(const PhotosOptions& options, PhotosSummary& summary) {
  PhotoList list = list_photos(options.photos);
  summary.others = list.others;
  std::vector<NamedPhoto> photos;
  if (options.roll.where.empty()) {
    for (std::string& name : list.names) photos.push_back({std::move(name), {}});
    return photos;
  }
  photos = photos_of_roll(options.roll);
  std::unordered_set<std::string> named;
  for (const NamedPhoto& photo : photos) named.insert(photo.name);
  summary.unnamed = static_cast<std::size_t>(
      std::ranges::count_if(list.names, [&](const std::string& name) { return !named.contains(name); }));
  return photos;
}

/// photos.json, written as the photos come.
class PhotosFile {
 public:
  explicit PhotosFile(const fs::path& file) : file_(file) {}

  void add(const Assessment& photo, const NamedPhoto& named) {
    Json json = json_of(photo);
    if (!named.rows.empty()) json["rows"] = named.rows;
    file_.write((is_empty_ ? "[\n" : ",\n") + json.dump(-1, ' ', false, Json::error_handler_t::replace));
    is_empty_ = false;
  }
  void commit() {
    file_.write(is_empty_ ? "[]\n" : "\n]\n");
    file_.commit();
  }

 private:
  AtomicFile file_;
  bool is_empty_ = true;
};

/// What the page shows of a photo: of one that cannot be used, as much as can be seen.
std::string view_of(PreparedPhoto& photo, const fs::path& folder) {
  if (!photo.view.empty()) return std::move(photo.view);
  return thumbnail(folder, photo.assessment.file).value_or(std::string());
}

std::size_t count_unmatched(const PhotoOverrides& overrides, const std::vector<NamedPhoto>& photos) {
  std::set<std::string> names;
  for (const NamedPhoto& photo : photos) names.insert(plain_photo_name(photo.name));
  return static_cast<std::size_t>(
      std::ranges::count_if(overrides, [&](const auto& one) { return !names.contains(one.first); }));
}

void count(PhotosSummary& summary, Grade grade) {
  ++(grade == Grade::good ? summary.good : grade == Grade::warn ? summary.warn : summary.hold);
}

}  // namespace

PhotosSummary look_at_photos(const PhotosOptions& options, const ProgressSink& progress, std::stop_token stop) {
  if (!fs::is_directory(options.photos))
    throw RunError(ExitCode::missing_input, options.photos.string() + " is not a folder", "Give the folder of photos.");
  const CardTemplate design = parse_template(template_folder(options.template_name));
  PortraitSpec spec = portrait_spec(design, options.portraits);
  spec.has_view = true;
  const PhotoOverrides overrides = overrides_for(options.portraits, options.photos);

  PhotosSummary summary;
  const auto photos = photos_to_see(options, summary);
  summary.unmatched = count_unmatched(overrides, photos);
  if (options.portraits.overrides.empty()) summary.strays = stray_overrides(options.photos);
  const FileLock folder_lock(options.out / ".lock", options.out.string());
  PortraitCache cache(options.portraits.cache, options.portraits.cache_bytes);
  constexpr unsigned window_per_thread = 3;
  const unsigned jobs = thread_count(options.jobs);
  const PhotoLook look{.photos = options.photos,
                       .jobs = jobs,
                       .accepted = accepted_photos(overrides),
                       .keep_alive = {},
                       .cache = &cache};
  const auto doubles = photo_doubles(look, photos, stop);
  PhotosFile file(options.out / photos_file_name);
  ReviewPage page(options.out / review_page_name, spec, overrides, review_advice(options));
  Progress told{.done = 0, .total = photos.size(), .withheld = 0};
  ordered_map(
      photos.size(), jobs, window_per_thread * jobs, stop,
      [&] {
        return [&, maker = PortraitMaker(spec, overrides, cache)](std::size_t i) mutable {
          return maker.prepare(options.photos, photos[i].name);
        };
      },
      [&](std::size_t i, PreparedPhoto photo) {
        if (doubles[i]) add_finding(photo.assessment, *doubles[i]);
        file.add(photo.assessment, photos[i]);
        page.add(photo.assessment, view_of(photo, options.photos), photos[i].rows);
        count(summary, photo.assessment.grade);
        ++told.done;
        told.withheld = summary.hold;
        if (progress) progress(told);
      });
  refuse_if_stopped(stop);
  page.commit();
  file.commit();
  return summary;
}

}  // namespace pehchan
