#include "batch/publish_status.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <bit>
#include <map>
#include <set>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "batch/signing_json.h"
#include "credential/status_list.h"
#include "ledger/jobs.h"
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
    else {
      summary.unmade += is_made(card.state) ? 0U : 1U;
      return;
    }
    set_invalid(lists[number], card.place.index);
  });
  return lists;
}

/// How many places that are 1 in `there` would be 0.
std::size_t counting_again(const StatusList& there, const StatusList& list) {
  std::size_t places = 0;
  for (std::size_t i = 0; i < there.places.size(); ++i) {
    const auto is = i < list.places.size() ? static_cast<unsigned char>(list.places[i]) : 0U;
    places += static_cast<std::size_t>(std::popcount(static_cast<unsigned char>(there.places[i]) & ~is));
  }
  return places;
}

/// A card asks where its code says, for as long as it counts: a list of another address answers none of those.
void refuse_other_address(Ledger& ledger, const std::string& status_uri, std::int64_t at) {
  std::set<std::string> asked;
  for (const long long job : jobs_of_listed_cards(ledger, at))
    if (const auto kept = signing_of(nlohmann::ordered_json::parse(job_named(ledger, job_name(job)).settings)))
      asked.insert(kept->status_uri);
  if (asked.empty() || asked.contains(status_uri)) return;
  throw RunError(ExitCode::bad_config,
                 fmt::format("the cards of this ledger ask at {}, and credential.toml says status_uri = \"{}\"",
                             fmt::join(asked, ", "), status_uri),
                 "Put status_uri back: what is printed cannot change, and nobody would learn which cards are void.");
}

/// Whoever signed what lies there: an office that has a new key goes on with the same lists.
void refuse_newer(const fs::path& file, const StatusList& list, std::int64_t at) {
  if (!fs::exists(file)) return;
  const auto there = unchecked_status_list(read_file(file, largest_list));
  if (!there) return;
  if (there->issued_at > at)
    throw RunError(ExitCode::bad_input, fmt::format("{} was published later than now", file.string()),
                   "Put this machine's clock right; or remove the file, if another clock was wrong.");
  if (there->uri != list.uri)
    throw RunError(ExitCode::bad_config,
                   fmt::format("{} is the list of {}, and credential.toml makes it that of {}", file.string(),
                               there->uri, list.uri),
                   "Put status_uri back, or publish the other address's lists in another folder (--out). Remove the "
                   "file only if no card names its address.");
  if (const std::size_t again = counting_again(*there, list); again > 0)
    throw RunError(ExitCode::bad_input,
                   fmt::format("{} says of {} cards that they no longer count, and this ledger knows nothing of it",
                               file.string(), again),
                   "Publish from the newest ledger: this is an old copy, or another one. Remove the file only if it is "
                   "wrong itself.");
}

}  // namespace

StatusSummary publish_status(Ledger& ledger, const Signing& signing, const fs::path& out, const StatusTimes& times) {
  if (signing.settings.status_uri.empty())
    throw RunError(ExitCode::bad_config, "credential.toml names no status_uri: no card says where a list is",
                   "Add status_uri before cards are made; cards made without it cannot be revoked.");
  refuse_other_address(ledger, signing.settings.status_uri, times.at);
  StatusSummary summary;
  auto lists = lists_of(ledger, signing.settings, times.at, summary);
  for (const auto& [number, list] : lists) refuse_newer(out / "status" / std::to_string(number), list, times.at);
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
