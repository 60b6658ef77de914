#include "batch/publish_status.h"

#include <fmt/format.h>

#include <map>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "credential/status_list.h"
#include "ledger/status_places.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_list = 4'000'000;

bool is_past(const ListedCard& card, std::int64_t at) { return card.expires_at > 0 && card.expires_at <= at; }

std::map<std::size_t, StatusList> lists_of(Ledger& ledger, const CredentialSettings& settings, std::int64_t at,
                                           StatusSummary& summary) {
  std::map<std::size_t, StatusList> lists;
  each_listed_card(ledger, [&](const ListedCard& card) {
    const std::size_t number = card.place.list;
    if (!lists.contains(number))
      lists[number] = empty_status_list(status_list_uri(settings, static_cast<unsigned>(number)), places_a_list);
    ++summary.cards;
    const bool is_void = card.state == CardState::voided;
    if (is_void)
      ++summary.voided;
    else if (is_past(card, at))
      ++summary.expired;
    else
      return;
    set_invalid(lists[number], card.place.index);
  });
  return lists;
}

/// One that was signed with another key says nothing here: it is replaced.
void refuse_newer(const fs::path& file, const Signing& signing, std::int64_t at) {
  if (!fs::exists(file)) return;
  const auto there = read_status_list(read_file(file, largest_list), signing.public_keys(), at);
  if (there ? there->issued_at > at : there.error().why == Refusal::Why::not_yet_valid)
    throw RunError(ExitCode::bad_input, fmt::format("{} was published later than now", file.string()),
                   "Put this machine's clock right; or remove the file, if another clock was wrong.");
}

}  // namespace

StatusSummary publish_status(Ledger& ledger, const Signing& signing, const fs::path& out, const StatusTimes& times) {
  if (signing.settings.status_uri.empty())
    throw RunError(ExitCode::bad_config, "credential.toml names no status_uri: no card says where a list is",
                   "Add status_uri before cards are made; cards made without it cannot be revoked.");
  StatusSummary summary;
  auto lists = lists_of(ledger, signing.settings, times.at, summary);
  for (const auto& [number, list] : lists) refuse_newer(out / "status" / std::to_string(number), signing, times.at);
  for (auto& [number, list] : lists) {
    list.issued_at = times.at;
    list.expires_at = times.at + times.valid_for;
    list.ttl = times.ttl;
    const fs::path file = out / "status" / std::to_string(number);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) throw cannot_write(file.parent_path().string(), error.value());
    write_file(file, encode_status_list(list, signing.key));
    summary.files.push_back(file);
  }
  return summary;
}

}  // namespace pehchan
