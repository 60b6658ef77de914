#include "bench/ledger_worker.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <span>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "base/run_error.h"
#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "ledger/placing.h"
#include "ledger/work.h"

namespace pehchan {
namespace {

constexpr std::size_t per_sheet = 10, cards_a_file = 100;

std::vector<std::string> part_of(const std::vector<std::string>& all, std::size_t from, std::size_t count) {
  const auto rest = std::span(all).subspan(from);
  const auto some = rest.first(std::min(count, rest.size()));
  return {some.begin(), some.end()};
}

class Worker {
 public:
  Worker(const WorkerTask& task, unsigned worker, Fate fate)
      : task_(task),
        fate_(fate),
        ledger_(task.url),
        lease_(ledger_, task.lease_seconds),
        job_(open_job(ledger_, {.id = 0,
                                .kind = "issue",
                                .folder = worker_folder(worker),
                                .period = "1",
                                .settings = "{}",
                                .date = "2026-03-31",
                                .is_open = true})) {
    for (std::size_t i = 0; i < task.numbers.size(); ++i) index_[task.numbers[i]] = i;
  }

  void run() {
    for (auto rest = task_.numbers;;) {
      lease_.end_dead_leases();
      rest = make_free_ones(rest);
      if (rest.empty() || lease_.claimed_by_others(rest) == 0) return;
      lease_.keep_alive();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }

 private:
  std::vector<std::string> make_free_ones(const std::vector<std::string>& numbers) {
    std::vector<std::string> others;
    for (std::size_t at = 0; at < numbers.size(); at += task_.block) {
      const auto some = part_of(numbers, at, task_.block), claimed = lease_.claim(some);
      const std::unordered_set<std::string> own(claimed.begin(), claimed.end());
      for (const auto& number : some)
        if (!own.contains(number)) others.push_back(number);
      for (std::size_t from = 0; from < claimed.size(); from += cards_a_file)
        make_file(part_of(claimed, from, cards_a_file));
    }
    return others;
  }

  void make_file(const std::vector<std::string>& numbers) {
    lease_.keep_alive();
    ++files_;
    if (fate_ == Fate::frozen_with_cards_claimed && files_ == 2) std::raise(SIGSTOP);
    const std::size_t first = next_sheet(ledger_, job_);
    std::vector<PlacedCard> cards;
    for (std::size_t i = 0; i < numbers.size(); ++i)
      cards.push_back({.number = numbers[i],
                       .member = invented_member(index_.at(numbers[i])),
                       .hashes = {.row = "r", .photo = "p", .photo_stamp = "s", .card_template = "t"},
                       .sheet = first + i / per_sheet,
                       .slot = i % per_sheet + 1,
                       .copy = 1});
    const JobFile file{.id = 0,
                       .job = job_.id,
                       .name = next_file_name(ledger_, job_.folder, "sheets"),
                       .folder = job_.folder,
                       .sha256 = "made up",
                       .first_sheet = first,
                       .sheets = (cards.size() + per_sheet - 1) / per_sheet,
                       .cards = cards.size()};
    const long long id = prepare_file(ledger_, lease_, file, cards);
    if (fate_ == Fate::killed_with_a_file_bound && files_ == 2) std::raise(SIGKILL);
    release_file(ledger_, id);
    if (::write(task_.told, "x", 1) != 1) std::perror("telling");
  }

  const WorkerTask& task_;
  Fate fate_;
  Ledger ledger_;
  Lease lease_;
  Job job_;
  std::unordered_map<std::string, std::size_t> index_;
  std::size_t files_ = 0;
};

}  // namespace

Member invented_member(std::size_t number) {
  Member member;
  char text[32];
  std::snprintf(text, sizeof text, "%06zu", number);
  member[Field::member_no] = std::string("PP/") + text;
  member[Field::name] = std::string("Member ") + text;
  member[Field::name_local] = std::string("सदस्य ") + text;
  member[Field::mobile] = std::string("+919000") + text;
  member[Field::booth_no] = std::to_string(number / 500 + 1);
  member[Field::district] = "District " + std::to_string(number / 10'000 + 1);
  return member;
}

std::string worker_folder(unsigned worker) { return "bench:/worker-" + std::to_string(worker); }

int work(const WorkerTask& task, unsigned worker, Fate fate) try {
  Worker(task, worker, fate).run();
  return 0;
} catch (const RunError& error) {
  std::fprintf(stderr, "worker %u: %s\n", worker, error.what());
  return static_cast<int>(error.code);
}

}  // namespace pehchan
