#include "batch/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "base/sha256.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t largest_journal = 1'000'000'000;

std::string line_of(const SheetRecord& record) {
  return Json{{"event", "prepared"}, {"file", record.file}, {"sha256", record.sha256}, {"cards", record.cards}}.dump() +
         "\n";
}

bool holds(const fs::path& file, const std::string& sha256) {
  return fs::is_regular_file(file) && sha256_of_file(file.string()) == sha256;
}

}  // namespace

Journal::Journal(fs::path folder) : folder_(std::move(folder)), file_(folder_ / "journal.jsonl") {
  if (!fs::exists(file_)) return;
  std::string text = read_file(file_, largest_journal);
  if (const auto torn = text.find_last_of('\n') + 1; torn < text.size()) {
    fs::resize_file(file_, torn);
    text.resize(torn);
  }
  read(text);
}

void Journal::read(std::string& text) {
  std::optional<SheetRecord> prepared;
  std::size_t line_number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    ++line_number;
    try {
      const Json line = Json::parse(text.begin() + static_cast<std::ptrdiff_t>(start),
                                    text.begin() + static_cast<std::ptrdiff_t>(end));
      if (line.at("event") == "prepared")
        prepared = SheetRecord{line.at("file"), line.at("sha256"), line.at("cards")};
      else if (prepared && line.at("file") == prepared->file)
        count(*prepared), prepared.reset();
    } catch (const Json::exception&) {
      throw RunError(ExitCode::bad_input,
                     fmt::format("{}, line {}: this is not a journal", file_.string(), line_number),
                     "It says who has a card already: restore it from a copy, or choose another folder with --out.");
    }
    start = end + 1;
  }
  if (prepared) settle(*prepared);
}

void Journal::settle(const SheetRecord& prepared) {
  const fs::path final_name = folder_ / prepared.file, part = final_name.string() + ".part";
  if (holds(part, prepared.sha256))
    publish(part, final_name);
  else if (!holds(final_name, prepared.sha256))
    return;
  append(Json{{"event", "released"}, {"file", prepared.file}}.dump() + "\n");
  count(prepared);
}

void Journal::append(const std::string& line) {
  const int descriptor = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) throw cannot_write(file_.string(), errno);
  const auto written = ::write(descriptor, line.data(), line.size());
  const bool is_whole = written == static_cast<ssize_t>(line.size()) && ::fsync(descriptor) == 0;
  const int reason = written >= 0 && written < static_cast<ssize_t>(line.size()) ? ENOSPC : errno;
  ::close(descriptor);
  if (!is_whole) throw cannot_write(file_.string(), reason);
}

void Journal::count(const SheetRecord& record) {
  released_.push_back(record);
  issued_.insert(record.cards.begin(), record.cards.end());
}

std::string Journal::next_file() const { return fmt::format("sheets-{:04}.pdf", released_.size() + 1); }

void Journal::release(const SheetRecord& record) {
  append(line_of(record));
  publish(folder_ / (record.file + ".part"), folder_ / record.file);
  append(Json{{"event", "released"}, {"file", record.file}}.dump() + "\n");
  count(record);
}

}  // namespace pehchan
