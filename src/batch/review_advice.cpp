#include "batch/review_advice.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// A word as a shell takes it, whatever is in it.
std::string in_shell(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:@%+=,-";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word)
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  return quoted + "'";
}

}  // namespace

ReviewPage::Advice review_advice(const PhotosOptions& options) {
  const fs::path& overrides = options.portraits.overrides;
  std::string next = "pehchan photos " + in_shell(options.photos.string());
  if (!options.roll.where.empty()) next += " --roll " + in_shell(shown(options.roll));
  if (options.template_name != PhotosOptions().template_name) next += " --template " + in_shell(options.template_name);
  if (options.out != "output") next += " --out " + in_shell(options.out.string());
  if (!overrides.empty()) next += " --overrides " + in_shell(overrides.string());
  return {.place = fs::absolute(overrides.empty() ? options.photos / "photo_overrides.csv" : overrides)
                       .lexically_normal()
                       .string(),
          .next = next};
}

}  // namespace pehchan
