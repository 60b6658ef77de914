// ledger_workers [MEMBERS [WORKERS]]: a shared ledger under fire. Real processes issue cards of invented members from
// one PostgreSQL, nothing drawn. One is killed with a file bound to its cards, one at any moment, one freezes past its
// lease and is woken after it. Prints how fast that was, and ends with 1 unless everybody has exactly one card.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "bench/ledger_worker.h"
#include "ledger/ledger.h"
#include "ledger/lookup.h"
#include "ledger/order_cards.h"
#include "ledger/placing.h"
#include "ledger/verify.h"
#include "support/postgres_server.h"

namespace pehchan {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

std::vector<std::string> order_all(const std::string& url, std::size_t members) {
  std::vector<Member> people;
  for (std::size_t i = 0; i < members; ++i) people.push_back(invented_member(i));
  Ledger ledger(url);
  const auto begun = Clock::now();
  const auto cards = order_cards(ledger, "1", {}, people);
  const double took = seconds_since(begun);
  std::printf("ordered    %zu cards in %.1f s: %.0f a second\n", members, took, static_cast<double>(members) / took);
  std::vector<std::string> numbers;
  for (const LatestCard& card : cards) numbers.push_back(card.number.text);
  return numbers;
}

pid_t fork_worker(const WorkerTask& task, unsigned worker, Fate fate) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work(task, worker, fate));
  return child;
}

int code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void wait_for_files(int told, std::size_t files) {
  char byte = 0;
  for (std::size_t i = 0; i < files; ++i)
    if (::read(told, &byte, 1) != 1) return;
}

/// The frozen worker wakes to find its cards gone; whether it left as it should.
bool wake(pid_t frozen) {
  ::kill(frozen, SIGCONT);
  const int code = code_of(frozen);
  std::printf("woken      the frozen worker left with %d\n", code);
  return code == 75;
}

/// The next run in a killed worker's folder finds a file bound that is not on disk, and makes its cards itself.
void settle_and_finish(const WorkerTask& task, unsigned worker) {
  std::size_t forgotten = 0;
  {
    Ledger ledger(task.url);
    for (const JobFile& file : prepared_files(ledger, worker_folder(worker))) {
      forget_file(ledger, file.id);
      ++forgotten;
    }
  }
  const int code = code_of(fork_worker(task, worker, Fate::none));
  std::printf("settled    %zu files of killed worker %u forgotten, their cards made: exit %d\n", forgotten, worker,
              code);
}

bool is_right(const std::string& url, std::size_t members) {
  Ledger ledger(url);
  std::size_t live = 0, cards = 0;
  std::set<std::string> people, places;
  each_card_of(ledger, [&](const CardRecord& card) {
    ++cards;
    if (card.state != CardState::rendered || !card.place) return;
    ++live;
    people.insert(card.member[Field::member_no]);
    places.insert(std::to_string(card.place->job) + "/" + std::to_string(card.place->sheet) + "/" +
                  std::to_string(card.place->slot));
  });
  std::printf("at the end %zu cards, %zu live, of %zu members, in %zu places\n", cards, live, people.size(),
              places.size());
  const LedgerCheck check = check_ledger(ledger);
  for (const auto& fault : check.faults) std::printf("FAULT: %s\n", fault.c_str());
  return cards == members && live == members && people.size() == members && places.size() == members &&
         check.faults.empty();
}

int run(std::size_t members, unsigned workers) {
  PostgresServer server;
  int pipe_ends[2];
  if (::pipe(pipe_ends) != 0) return 1;
  WorkerTask task{.url = server.url(),
                  .numbers = order_all(server.url(), members),
                  .block = std::max<std::size_t>(100, std::min<std::size_t>(1000, members / (4 * workers))),
                  .lease_seconds = 3,
                  .told = pipe_ends[1]};
  const auto begun = Clock::now();
  std::vector<pid_t> children;
  for (unsigned i = 0; i < workers; ++i)
    children.push_back(fork_worker(task, i,
                                   i == 0   ? Fate::killed_with_a_file_bound
                                   : i == 1 ? Fate::frozen_with_cards_claimed
                                            : Fate::none));
  wait_for_files(pipe_ends[0], members / 300);
  ::kill(children[2], SIGKILL);
  bool is_good = code_of(children[0]) == 128 + SIGKILL && code_of(children[2]) == 128 + SIGKILL;
  for (unsigned i = 3; i < workers; ++i) is_good = code_of(children[i]) == 0 && is_good;
  const double took = seconds_since(begun);
  is_good = wake(children[1]) && is_good;
  settle_and_finish(task, 0);
  settle_and_finish(task, 2);
  std::printf("released   %zu cards with %u workers in %.1f s: %.0f a second\n", members, workers, took,
              static_cast<double>(members) / took);
  is_good = is_right(task.url, members) && is_good;
  std::printf("%s\n", is_good ? "Everybody has exactly one card." : "WRONG.");
  return is_good ? 0 : 1;
}

}  // namespace
}  // namespace pehchan

int main(int argc, char** argv) {
  const auto number = [&](int at, unsigned long otherwise) {
    return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
  };
  const auto workers = static_cast<unsigned>(number(2, 8));
  if (workers < 4 || workers > 100) {
    std::fprintf(stderr, "give 4 to 100 workers: three of them come to grief\n");
    return 64;
  }
  return pehchan::run(number(1, 100'000), workers);
}
