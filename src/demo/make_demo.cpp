#include "demo/make_demo.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "demo/demo_folder.h"
#include "demo/draw_photo.h"
#include "demo/plan.h"
#include "demo/roll_writer.h"

namespace pehchan {
namespace {

constexpr std::size_t most_members = 1'000'000;

std::string photo_bytes(const DemoOptions& options, std::size_t index, bool woman, std::optional<Mistake> mistake) {
  const auto draw = [&](Scene scene) { return draw_photo(options.seed, index, woman, scene); };
  if (!mistake) return draw(Scene::portrait);
  switch (*mistake) {
    case Mistake::photo_empty:
      return {};
    case Mistake::photo_truncated: {
      const std::string whole = draw(Scene::portrait);
      return whole.substr(0, whole.size() / 2);
    }
    case Mistake::photo_not_a_picture:
      return "This was a picture once, said the note.\n";
    case Mistake::photo_of_nobody:
      return draw(Scene::nobody);
    case Mistake::photo_of_two:
      return draw(Scene::two_people);
    case Mistake::photo_too_small:
      return draw(Scene::too_small);
    default:
      return draw(Scene::portrait);
  }
}

/// Not synced: a demo that a power cut spoils is made again, and a sync a photo would take a quarter of the time.
void write_unsynced(const std::filesystem::path& name, const std::string& bytes) {
  errno = 0;
  std::ofstream file(name, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw cannot_write(name.string(), errno);
}

void write_photo(const DemoOptions& options, const std::filesystem::path& photos, std::size_t index,
                 const DemoFate& fate) {
  if (fate.mistake == Mistake::photo_missing || fate.mistake == Mistake::photo_escapes ||
      fate.mistake == Mistake::photo_of_another)
    return;
  const DemoMember member = invent_member(index, options.seed, fate);
  write_unsynced(photos / member.row[Field::photo], photo_bytes(options, index, member.woman, fate.mistake));
}

/// Runs `work(index)` for every index below `count` on `jobs` threads; the first exception stops all and is rethrown.
template <class Work>
void for_each_index(std::size_t count, unsigned jobs, Work work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr trouble;
  std::mutex trouble_lock;
  const auto run = [&] {
    try {
      for (std::size_t i; (i = next.fetch_add(1)) < count;) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(trouble_lock);
      if (!trouble) trouble = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(run);
  }
  if (trouble) std::rethrow_exception(trouble);
}

void write_roll(const DemoOptions& options, const std::filesystem::path& name, const std::vector<DemoFate>& fates) {
  AtomicFile roll(name);
  roll.write(roll_header());
  for (std::size_t i = 0; i < fates.size(); ++i)
    roll.write(roll_row(invent_member(i, options.seed, fates[i]), fates[i]));
  roll.commit();
}

void count(DemoSummary& summary, const DemoFate& fate) {
  if (fate.mistake) {
    ++summary.wrong;
    ++summary.mistakes.at(static_cast<std::size_t>(*fate.mistake));
    return;
  }
  switch (fate.status) {
    case DemoFate::Status::confirmed:
      ++summary.confirmed;
      break;
    case DemoFate::Status::pending:
      ++summary.pending;
      break;
    case DemoFate::Status::declined:
      ++summary.declined;
      break;
  }
}

}  // namespace

DemoSummary make_demo(const DemoOptions& options) {
  if (options.members < 1 || options.members > most_members) {
    throw RunError(ExitCode::usage, "a demo has 1 to 1000000 members", "choose another number of members");
  }
  prepare_demo_folder(options.folder);
  const auto fates = plan_fates(options.members, options.seed, options.all_good);
  DemoSummary summary;
  summary.roll = options.folder / "roll.csv";
  summary.photos = options.folder / "photos";
  summary.members = options.members;
  for (const DemoFate& fate : fates) count(summary, fate);
  const unsigned jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  for_each_index(fates.size(), std::min<unsigned>(jobs, 256),
                 [&](std::size_t i) { write_photo(options, summary.photos, i, fates[i]); });
  write_roll(options, summary.roll, fates);
  return summary;
}

}  // namespace pehchan
