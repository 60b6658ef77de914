#include "base/lies_in.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path without_slash(const fs::path& full) { return full.has_filename() ? full : full.parent_path(); }

bool is_below(const fs::path& inner, const fs::path& folder) {
  const fs::path way = inner.lexically_relative(folder);
  return !way.empty() && *way.begin() != "..";
}

}  // namespace

fs::path whole_path(const fs::path& path) {
  return without_slash(fs::weakly_canonical(fs::absolute(path)).lexically_normal());
}

bool lies_in(const fs::path& inner, const fs::path& folder) {
  const auto written = [](const fs::path& path) { return without_slash(fs::absolute(path).lexically_normal()); };
  return is_below(whole_path(inner), whole_path(folder)) || is_below(written(inner), written(folder));
}

}  // namespace pehchan
