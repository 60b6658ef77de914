#include "roll/database_url.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/run_error.h"
#include "base/small_letters.h"

namespace pehchan {
namespace {

constexpr std::string_view stars = "***";

struct Part {
  std::size_t start, length;
};

/// Where the secrets stand, from the last to the first. The user's part ends at the last '@': a password may have one.
std::vector<Part> secrets_in(std::string_view where) {
  const auto scheme = where.find("://");
  if (scheme == std::string_view::npos) return {};
  std::vector<Part> secrets;
  const std::size_t start = scheme + 3;
  const auto at = where.rfind('@');
  if (at != std::string_view::npos && at > start)
    if (const auto colon = where.find(':', start); colon < at) secrets.push_back({colon + 1, at - colon - 1});
  for (auto begin = where.find('?', start); begin != std::string_view::npos; begin = where.find('&', begin + 1)) {
    const auto next = std::min(where.find('&', begin + 1), where.size());
    const auto equals = where.find('=', begin);
    const bool is_inside = !secrets.empty() && equals < secrets.front().start + secrets.front().length;
    if (equals >= next || is_inside) continue;
    if (small_letters(where.substr(begin, equals - begin)).find("password") != std::string::npos)
      secrets.push_back({equals + 1, next - equals - 1});
  }
  std::reverse(secrets.begin(), secrets.end());
  return secrets;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int letter = std::tolower(static_cast<unsigned char>(c));
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code = text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    plain += is_code ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
    if (is_code) i += 2;
  }
  return plain;
}

void replace_all(std::string& text, std::string_view what) {
  if (what.empty()) return;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + stars.size()))
    text.replace(at, what.size(), stars);
}

}  // namespace

bool is_postgres_url(std::string_view where) {
  return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

std::optional<std::filesystem::path> sqlite_file(std::string_view where) {
  constexpr std::string_view scheme = "sqlite://";
  if (!where.starts_with(scheme)) return std::nullopt;
  return std::filesystem::path(where.substr(scheme.size()));
}

std::string masked(std::string_view where) {
  std::string told(where);
  for (const Part& secret : secrets_in(where)) told.replace(secret.start, secret.length, stars);
  return told;
}

std::string scrubbed(std::string message, std::string_view where) {
  for (const Part& secret : secrets_in(where)) {
    replace_all(message, where.substr(secret.start, secret.length));
    replace_all(message, percent_decoded(where.substr(secret.start, secret.length)));
  }
  while (!message.empty() && std::isspace(static_cast<unsigned char>(message.back())) != 0) message.pop_back();
  return message;
}

std::string shown(const RollSource& source) { return masked(source.where); }

void expect_query_or_table(const RollSource& source) {
  if (source.query.empty() != source.table.empty()) return;
  throw RunError(ExitCode::usage,
                 fmt::format("{} is a database: {}", masked(source.where),
                             source.query.empty() ? "which table?" : "--query and --table are both given"),
                 "Give --table NAME, or --query 'select …' instead.");
}

std::string quoted_name(std::string_view identifier) {
  std::string sql = "\"";
  for (const char c : identifier) {
    if (c == '"') sql += '"';
    sql += c;
  }
  return sql + '"';
}

std::string without_end(std::string_view query) {
  while (!query.empty() && (query.back() == ';' || std::isspace(static_cast<unsigned char>(query.back())) != 0))
    query.remove_suffix(1);
  return std::string(query);
}

}  // namespace pehchan
