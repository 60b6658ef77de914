#include "credential/key_id.h"

#include <algorithm>

namespace pehchan {

bool is_key_id(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= 32 && std::ranges::all_of(text, is_letter);
}

std::string key_id_of(std::string name) {
  for (const std::string_view end : {".pem", ".pub"})
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  return is_key_id(name) ? name : "";
}

}  // namespace pehchan
