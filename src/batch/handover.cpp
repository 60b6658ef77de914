#include "batch/handover.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "batch/job_folder.h"
#include "batch/order.h"
#include "draw/fonts.h"
#include "ledger/lookup.h"
#include "model/handover_register.h"
#include "print/register.h"

namespace pehchan {
namespace {

bool is_same_booth(const Member& a, const Member& b) {
  return std::ranges::all_of(std::initializer_list{Field::state, Field::district, Field::block, Field::booth_no},
                             [&](Field field) { return a[field] == b[field]; });
}

HandoverRegister register_of(const Job& job, const std::vector<CardRecord>& cards) {
  HandoverRegister book{.job = job.name(), .date = job.date, .booths = {}};
  const Member* last = nullptr;
  for (const CardRecord& card : cards) {
    const Member& member = card.member;
    if (last == nullptr || !is_same_booth(*last, member))
      book.booths.push_back({member[Field::state],
                             member[Field::district],
                             member[Field::block],
                             member[Field::booth_no],
                             member[Field::booth_name],
                             {}});
    last = &member;
    book.booths.back().entries.push_back({card.number.text, member[Field::name], member[Field::name_local]});
  }
  return book;
}

}  // namespace

RegisterFile write_register(Ledger& ledger, const Job& job) {
  if (job.kind == "remake")
    throw RunError(ExitCode::missing_input, fmt::format("{} is a remake", job.name()),
                   "Its cards stand in the register of the job that made them first.");
  RegisterFile written;
  auto cards = cards_of(ledger, job);
  for (const CardRecord& card : cards)
    if (card.state == CardState::rendered) ++written.not_printed[card.place ? job_name(card.place->job) : job.name()];
  std::erase_if(cards, [](const CardRecord& card) { return card.state != CardState::printed; });
  if (cards.empty())
    throw RunError(ExitCode::missing_input, fmt::format("{} has no printed cards to hand over", job.name()),
                   fmt::format("Say which sheets came out well first: 'pehchan printed {}'.",
                               written.not_printed.empty() ? job.name() : written.not_printed.begin()->first));
  std::stable_sort(cards.begin(), cards.end(),
                   [](const CardRecord& a, const CardRecord& b) { return comes_before(a.member, b.member); });
  const HandoverRegister book = register_of(job, cards);
  const std::filesystem::path folder = folder_path(ledger, job.folder);
  const FileLock lock(folder / ".lock", folder.string());
  written.file = folder / fmt::format("register-{}.pdf", job.name());
  written.cards = cards.size();
  written.booths = book.booths.size();
  paint_register(book, FontSet(), written.file);
  return written;
}

}  // namespace pehchan
