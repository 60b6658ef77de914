#include "cli/reason_option.h"

#include <fmt/format.h>

#include <algorithm>

namespace pehchan {

CardReason read_reason(const CommandLine& line, const std::string& word, std::initializer_list<CardReason> allowed) {
  const auto reason = card_reason_named(word);
  if (reason && std::find(allowed.begin(), allowed.end(), *reason) != allowed.end()) return *reason;
  std::string words;
  for (const CardReason one : allowed) words += fmt::format("{}{}", words.empty() ? "" : ", ", word_of(one));
  refuse_usage(line, fmt::format("--reason must be one of {}", words));
}

}  // namespace pehchan
