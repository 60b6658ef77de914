#include "ledger/unreached.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "base/small_letters.h"
#include "ledger/ledger.h"

namespace pehchan {
namespace {

struct Closer {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
  void operator()(char* text) const { PQfreemem(text); }
};
using Options = std::unique_ptr<PQconninfoOption, Closer>;

constexpr const char* shape =
    "It looks like postgresql://USER@HOST:PORT/DATABASE (--ledger, PEHCHAN_LEDGER); a password belongs in ~/.pgpass.";

/// The option that a mistyped one means: the known name alone is told, never what is written.
std::string meant_option(std::string_view refusal) {
  constexpr std::string_view begin = "invalid URI query parameter: \"";
  if (!refusal.starts_with(begin)) return {};
  refusal.remove_prefix(begin.size());
  const Options all(PQconndefaults());
  std::vector<std::string_view> known;
  for (const PQconninfoOption* one = all.get(); one != nullptr && one->keyword != nullptr; ++one)
    known.emplace_back(one->keyword);
  const std::string meant = nearest(refusal.substr(0, refusal.find('"')), known);
  return meant.empty() ? " an option that PostgreSQL does not know" : fmt::format(" a mistyped option: {}?", meant);
}

bool is_port(std::string_view text) {
  return text.find_first_not_of("0123456789,") == std::string_view::npos && text.size() <= 64;
}

/// libpq's hints are indented; what follows a DETAIL or a CONTEXT may hold values.
std::string reasons_in(const std::string& said) {
  std::string reasons;
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    const bool is_more = line.empty() || line.front() == '\t' || line.front() == ' ';
    if (is_more) continue;
    if (line.starts_with("DETAIL") || line.starts_with("CONTEXT")) break;
    if (line.starts_with("HINT") || line.starts_with("Cannot establish connection")) continue;
    reasons += (reasons.empty() ? "" : "; ") + line;
  }
  return reasons;
}

std::string without_secrets(std::string_view reason, const std::string& where) {
  const std::string name = name_of_ledger(where);
  const auto may_be_told = [&](std::string_view word) {
    const bool is_elsewhere = where.find(word) == std::string::npos && where.find('%') == std::string::npos;
    return name.find(word) != std::string::npos || is_elsewhere;
  };
  std::string told;
  while (!reason.empty()) {
    const auto open = reason.find('"');
    const auto close = open == std::string_view::npos ? open : reason.find('"', open + 1);
    if (close == std::string_view::npos) return told.append(reason.substr(0, open));
    const auto word = reason.substr(open + 1, close - open - 1);
    told.append(reason.substr(0, open + 1)).append(may_be_told(word) ? word : "…").append("\"");
    reason.remove_prefix(close + 1);
  }
  return told;
}

/// By the words: SOCI keeps no SQLSTATE of a connection that never was.
bool is_refused_for_good(const std::string& reason) {
  constexpr std::string_view refusals[] = {"authentication failed",
                                           "no password supplied",
                                           "pg_hba.conf",
                                           "is not permitted to log in",
                                           "permission denied for database",
                                           "invalid connection option",
                                           "invalid sslmode",
                                           "invalid integer value",
                                           "invalid port number"};
  const bool is_unknown =
      reason.find("FATAL:") != std::string::npos &&
      (reason.find("role \"") != std::string::npos || reason.find("database \"") != std::string::npos) &&
      reason.find("does not exist") != std::string::npos;
  return is_unknown ||
         std::ranges::any_of(refusals, [&](std::string_view words) { return reason.find(words) != std::string::npos; });
}

}  // namespace

std::string connection_words(const std::string& where) {
  const auto colon = where.find("://");  // libpq knows the scheme in small letters alone
  const std::string url = small_letters(where.substr(0, colon)) + where.substr(colon);
  char* refusal = nullptr;
  const Options given(PQconninfoParse(url.c_str(), &refusal));
  const std::unique_ptr<char, Closer> said(refusal);
  if (!given) {
    const std::string option = meant_option(refusal != nullptr ? refusal : "");
    throw RunError(
        ExitCode::bad_config,
        option.empty() ? "the ledger's address is not one of a database" : "the ledger's address has" + option, shape);
  }
  std::map<std::string, std::string> options = {{"connect_timeout", "10"},
                                                {"keepalives_idle", "30"},
                                                {"keepalives_interval", "10"},
                                                {"keepalives_count", "3"},
                                                {"application_name", "pehchan"}};
  for (const PQconninfoOption* one = given.get(); one->keyword != nullptr; ++one)
    if (one->val != nullptr) options[one->keyword] = one->val;
  if (!is_port(options["port"]))
    throw RunError(ExitCode::bad_config, "the port in the ledger's address is not a number", shape);
  if (options["port"].empty()) options.erase("port");
  std::string words;
  for (const auto& [name, value] : options) {
    words += name + "='";
    for (const char c : value) words += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    words += "' ";
  }
  return words;
}

RunError unreached(const std::string& said, const std::string& where) {
  const std::string reasons = reasons_in(said);
  const std::string what = fmt::format("the ledger's database {} was not reached{}{}", name_of_ledger(where),
                                       reasons.empty() ? "" : ": ", without_secrets(reasons, where));
  if (is_refused_for_good(reasons))
    return {ExitCode::bad_config, what,
            "Put its address (--ledger, PEHCHAN_LEDGER), ~/.pgpass or PGPASSWORD right, or ask who looks after it."};
  return {ExitCode::unavailable, what,
          "Check that it runs and can be reached, then run the same command again: it goes on where it stopped."};
}

}  // namespace pehchan
