#include "cli/digital_office.h"

#include <algorithm>

#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  const std::string text = bytes_of(file);
  for (std::size_t from = 0, end; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2)
    lines.push_back(text.substr(from, end - from));
  return lines;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> cards_in(const fs::path& site) {
  std::vector<std::string> names = names_in(site / "c");
  std::erase(names, "index.html");
  return names;
}

std::map<std::string, std::string> state_of(const fs::path& folder) {
  std::map<std::string, std::string> state;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      state[entry.path()] =
          sha256_of_file(entry.path()) + std::to_string(entry.last_write_time().time_since_epoch().count());
  return state;
}

void Digital::SetUpTestSuite() {
  make_good();
  const fs::path office = home / "office";
  const Finished run = run_program(issue(good, office / "out", {"--ledger", (office / "ledger.db").string()}));
  ASSERT_EQ(run.code, 0) << run.err;
}

void Digital::SetUp() { fs::copy(home / "office", office_, fs::copy_options::recursive); }

Finished Digital::make(const Words& more) const {
  Words words{"digital",  "--out",  site_.string(), "--base-url", "https://cards.example",
              "--ledger", ledger(), "--quiet"};
  if (std::ranges::find(more, "--organisation") == more.end())
    words.insert(words.end(), {"--organisation", "Jan <Dal>"});
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

bool Digital::have_site() const {
  constexpr auto all_of_it = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
  const fs::path kept = home / "made";
  if (fs::exists(kept)) {
    fs::copy(kept, here_.path(), all_of_it);
    return true;
  }
  if (const Finished run = make({"--jobs", "4"}); run.code != 0) {
    ADD_FAILURE() << run.out << run.err;
    return false;
  }
  fs::copy(here_.path(), kept, all_of_it);
  return true;
}

fs::path Digital::roll_of(const Words& names) const {
  const std::string demo = bytes_of(good / "roll.csv");
  std::size_t line = demo.find('\n') + 1;
  std::string rows = demo.substr(0, line);
  for (const std::string& name : names) {
    const std::size_t cell = demo.find(',', line) + 1, end = demo.find('\n', line) + 1;
    rows += demo.substr(line, cell - line) + name + demo.substr(demo.find(',', cell), end - demo.find(',', cell));
    line = end;
  }
  write_bytes(here_ / "roll.csv", rows);
  return here_ / "roll.csv";
}

void Digital::say(Words words) const {
  words.insert(words.end(), {"--ledger", ledger()});
  const Finished run = run_program(words);
  ASSERT_EQ(run.code, 0) << words[0] << ": " << run.out << run.err;
}

std::map<std::string, Words> Digital::links(const std::string& file) const {
  std::map<std::string, Words> rows;
  auto lines = lines_of(office_ / file);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Words cells;
    for (std::size_t from = 0, end = 0; end != std::string::npos; from = end + 1) {
      end = lines[i].find(',', from);
      cells.push_back(lines[i].substr(from, end - from));
    }
    rows[cells.at(0)] = cells;
  }
  return rows;
}

}  // namespace pehchan
