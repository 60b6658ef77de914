#include "batch/judge_codes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Why = Refusal::Why;

constexpr std::uintmax_t largest_list = 2'000'000;
constexpr std::size_t most_lists = 1000;

std::vector<fs::path> files_of(const fs::path& where) {
  if (!fs::is_directory(where)) return {where};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(where))
    if (entry.is_regular_file() && !entry.path().filename().string().starts_with(".") && files.size() < most_lists)
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

StatusList read_list(const fs::path& file, const PublicKeys& keys, std::int64_t now) {
  const std::string bytes = read_file(file, largest_list);
  auto list = read_status_list(bytes, keys, now);
  if (list) return std::move(*list);
  const Refusal& why = list.error();
  // Rightly signed: kept, so that no older one speaks for it.
  if (why.why == Why::expired) return unchecked_status_list(bytes).value();
  throw RunError(ExitCode::bad_input,
                 fmt::format("{}: this status list cannot be believed: {}{}{}", file.string(), code_of(why.why),
                             why.detail.empty() ? "" : ", ", why.detail),
                 "Get the issuer's newest list and public keys.");
}

void check_status(Judgement& judged, const Trust& trust) {
  const auto& place = judged.card->claims.status;
  if (!trust.asks_status || !place) return;
  const auto list = std::ranges::find(trust.lists, place->uri, &StatusList::uri);
  const bool is_old = list != trust.lists.end() && list->expires_at && trust.now >= *list->expires_at;
  const auto fault = list == trust.lists.end() || is_old ? Why::unknown_status : fault_by_status(*place, *list);
  judged.status = !fault                   ? Judgement::Status::valid
                  : *fault == Why::revoked ? Judgement::Status::revoked
                                           : Judgement::Status::unknown;
  if (!fault) return;
  judged.refusal = Refusal{.why = *fault,
                           .detail = is_old ? "its status list is too old: get the issuer's newest" : "",
                           .kid = judged.card->kid,
                           .claims = std::move(judged.card->claims)};
  judged.card.reset();
}

}  // namespace

std::vector<StatusList> read_status_lists(const std::vector<fs::path>& where, const PublicKeys& keys,
                                          std::int64_t now) {
  std::vector<StatusList> lists;
  for (const fs::path& one : where)
    for (const fs::path& file : files_of(one)) lists.push_back(read_list(file, keys, now));
  // Of two of one address the newer one speaks.
  std::ranges::stable_sort(lists, std::ranges::greater(), &StatusList::issued_at);
  return lists;
}

Judgement judge(const ShownCode& code, const Trust& trust) {
  Judgement judged{.source = code.source, .page = code.page};
  if (code.text.empty()) {
    judged.refusal = Refusal{.why = Why::unreadable, .detail = "no QR code was found"};
    return judged;
  }
  auto read = verify_credential(code.text, trust.keys, trust.now);
  if (!read) {
    judged.refusal = std::move(read.error());
    return judged;
  }
  judged.card = std::move(*read);
  check_status(judged, trust);
  return judged;
}

ExitCode exit_code_of(const std::vector<Judgement>& judgements) {
  ExitCode code = ExitCode::ok;
  for (const Judgement& one : judgements) {
    if (!one.refusal) continue;
    if (one.refusal->why != Why::unreadable) return ends_not_valid;
    code = ends_unreadable;
  }
  return code;
}

}  // namespace pehchan
