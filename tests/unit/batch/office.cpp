#include "office.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "batch/job_folder.h"
#include "ledger/after_print.h"
#include "ledger/order_cards.h"
#include "ledger/placing.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;

Member person(std::size_t number) {
  Member member;
  member.row = number + 1;
  member[Field::member_no] = fmt::format("M{}", number);
  member[Field::name] = fmt::format("Sample Member {}", number);
  member[Field::name_local] = fmt::format("नमूना सदस्य {}", number);
  member[Field::mobile] = fmt::format("+91{:010}", 7'000'000'000 + number);
  member[Field::epic_no] = fmt::format("XYZ{:07}", number);
  member[Field::booth_no] = "1";
  member[Field::district] = "Tarapur";
  member[Field::photo] = fmt::format("{}.jpg", number);
  return member;
}

std::vector<Member> people(std::size_t count) {
  std::vector<Member> all;
  for (std::size_t i = 1; i <= count; ++i) all.push_back(person(i));
  return all;
}

Office::Office() { fs::create_directories(out); }

Job Office::job() {
  return open_job(ledger, {.id = 0,
                           .kind = "issue",
                           .folder = job_folder(ledger, out),
                           .period = "1",
                           .settings = R"({"template":"member","sheet":"a4-2x5","link_base":""})",
                           .date = "2026-01-01",
                           .is_open = true});
}

std::vector<std::string> Office::numbers_of(const std::vector<Member>& members) {
  std::vector<std::string> numbers;
  for (const LatestCard& card : order_cards(ledger, "1", {}, members)) numbers.push_back(card.number.text);
  return numbers;
}

JobFile Office::prepare(const std::vector<Member>& members) {
  const Job in = job();
  const auto numbers = numbers_of(members);
  JobFile file{.id = 0,
               .job = in.id,
               .name = next_file_name(ledger, in.folder, "sheets"),
               .folder = in.folder,
               .sha256 = sha256_hex(bytes_for(members)),
               .first_sheet = next_sheet(ledger, in),
               .sheets = (members.size() + 1) / 2,
               .cards = members.size()};
  std::vector<PlacedCard> placed;
  for (std::size_t i = 0; i < members.size(); ++i)
    placed.push_back({.number = numbers[i],
                      .member = members[i],
                      .hashes = {"row", "photo", "stamp", "template"},
                      .sheet = file.first_sheet + i / 2,
                      .slot = i % 2 + 1,
                      .copy = 1});
  Lease lease(ledger, 60);
  lease.claim(numbers);
  file.id = prepare_file(ledger, lease, file, placed);
  return file;
}

JobFile Office::release(const std::vector<Member>& members) {
  const JobFile file = prepare(members);
  write_bytes(out / file.name, bytes_for(members));
  release_file(ledger, file.id);
  return file;
}

std::string Office::bytes_for(const std::vector<Member>& members) {
  std::string bytes = "sheets of";
  for (const Member& member : members) bytes += " " + member[Field::member_no];
  return bytes;
}

std::string Office::state_of(const Member& member) {
  return std::string(word_of(latest_cards(ledger, "1", {&member, 1}).front().state));
}

void Office::finish(const Job& job) {
  mark_printed(ledger, job, {});
  mark_handed_over(ledger, job, {});
  close_jobs(ledger, job.folder, job.kind);
}

ExitCode code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const RunError& error) {
    return error.code;
  }
  return ExitCode::ok;
}

}  // namespace pehchan
