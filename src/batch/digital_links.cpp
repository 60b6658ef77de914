#include "batch/digital_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/stopped.h"
#include "roll/csv.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Cards asked for together.
constexpr std::size_t block = 1000;

std::string line_of(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view cell : cells) {
    if (!line.empty()) line += ',';
    append_csv_cell(line, cell);
  }
  return line + "\r\n";
}

/// Of a text that a spreadsheet would take for a formula one that it shows as it is.
std::string as_text(const std::string& cell) {
  const bool is_formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  return is_formula ? "'" + cell : cell;
}

std::string fresh_stem(const fs::path& file) { return file.stem().string() + "-new-"; }

/// One more than the ledger's last and than the highest there is: a list that was sent, or was not yet, stays.
std::size_t next_fresh(const fs::path& file, std::size_t last) {
  const std::string stem = fresh_stem(file);
  for (const auto& entry : fs::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().stem().string();
    std::size_t number = 0;
    if (!name.starts_with(stem)) continue;
    std::from_chars(name.data() + stem.size(), name.data() + name.size(), number);
    last = std::max(last, number);
  }
  return last + 1;
}

/// What killed runs left: it has mobiles.
void sweep_parts(const fs::path& file) {
  std::vector<fs::path> parts;
  for (const auto& entry : fs::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(fresh_stem(file)) && name.ends_with(".csv.part")) parts.push_back(entry.path());
  }
  for (const fs::path& part : parts) fs::remove(part);
}

fs::path in_made_folder(const fs::path& file) {
  const fs::path whole = fs::absolute(file);
  std::error_code ignored;
  fs::create_directories(whole.parent_path(), ignored);
  return whole;
}

}  // namespace

std::string link_of(const std::string& base_url, const std::string& token) { return base_url + "c/" + token + "/"; }

DigitalLinks::DigitalLinks(Ledger& ledger, fs::path file, std::string base_url)
    : ledger_(ledger),
      file_(in_made_folder(file)),
      base_url_(std::move(base_url)),
      lock_(file_.string() + ".lock", file_.string()),
      number_((sweep_parts(file_), next_fresh(file_, last_link_list(ledger)))),
      fresh_file_(file_.parent_path() / fmt::format("{}{:04}.csv", fresh_stem(file_), number_)),
      list_(file_),
      fresh_list_(fresh_file_) {
  for (AtomicFile* list : {&list_, &fresh_list_}) {
    // Before the first word is in it.
    fs::permissions(list->part(), fs::perms::owner_read | fs::perms::owner_write);
    list->write(line_of({"member_no", "mobile", "name", "link", "token"}));
  }
}

void DigitalLinks::add(const LinkedCard& card) {
  const std::string link = link_of(base_url_, card.token);
  const std::string line = line_of({as_text(card.member[Field::member_no]), card.member[Field::mobile],
                                    as_text(card.member[Field::name]), link, card.token});
  list_.write(line);
  ++all_;
  if (card.is_told) return;
  fresh_list_.write(line);
  fresh_.push_back(card.number.text);
}

void DigitalLinks::write(const DigitalSite& site, const std::stop_token& stop) {
  std::string after;
  for (;;) {
    const auto cards = linked_cards(ledger_, base_url_, after, block);
    if (cards.empty()) break;
    after = cards.back().number.text;
    for (const LinkedCard& card : cards)
      if (site.has_card(card.token)) add(card);
    refuse_if_stopped(stop);
  }
  list_.commit();
  if (fresh_.empty()) return;
  fresh_list_.commit();
  mark_told(ledger_, fresh_, base_url_, number_);
}

std::optional<fs::path> DigitalLinks::fresh_file() const {
  return !fresh_.empty() ? std::optional(fresh_file_) : std::nullopt;
}

}  // namespace pehchan
