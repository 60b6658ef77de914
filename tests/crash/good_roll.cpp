#include "crash/good_roll.h"

#include <fstream>
#include <ostream>
#include <set>
#include <stdexcept>
#include <tuple>

#include "ledger/lookup.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;

std::vector<std::string> GoodRoll::issue(const fs::path& out, const std::string& ledger,
                                         const std::vector<std::string>& more) const {
  std::vector<std::string> words{"issue", "--roll",     roll.string(), "--photos", photos.string(),
                                 "--out", out.string(), "--ledger",    ledger,     "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

GoodRoll make_good_roll(const fs::path& folder, std::size_t members) {
  // Some of a demo's members are pending or declined.
  const std::string rows = std::to_string(members + members / 4 + 4);
  if (const Finished made = run_program({"demo", folder.string(), "--members", rows, "--all-good"}); made.code != 0)
    throw std::runtime_error("no demo: " + made.err);
  const GoodRoll good{folder / "good.csv", folder / "photos"};
  std::ifstream all(folder / "roll.csv");
  std::ofstream confirmed(good.roll);
  std::string line;
  std::getline(all, line);
  confirmed << line << "\n";
  std::size_t taken = 0;
  while (taken < members && std::getline(all, line))
    if (line.find(",confirmed,") != std::string::npos) confirmed << line << "\n", ++taken;
  if (taken != members || !confirmed.flush()) throw std::runtime_error("the demo has too few confirmed members");
  return good;
}

GoodRoll make_plain_roll(const fs::path& folder, std::size_t members) {
  const GoodRoll plain{folder / "plain.csv", folder / "no-photos"};
  fs::create_directories(plain.photos);
  std::ofstream rows(plain.roll);
  rows << "member_no,name,name_local,mobile,epic_no,booth_no,booth_name,block,district,state,photo,channel,receipt_no,"
          "enrolled_on,status,confirmed_on,office,valid_until\n";
  for (std::size_t i = 1; i <= members; ++i) {
    const std::string number = std::to_string(1'000'000 + i).substr(1);
    const char letters[] = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26), '\0'};
    rows << "PP/TST/" << number << ",Asha Test" << letters << ",आशा टेस्ट,9000" << number << ",TST0" << number << ","
         << 1 + i / 50 << ",Primary School,Testkund," << (i % 2 == 0 ? "Nandigarh" : "Devgarh")
         << ",Purva Pradesh,none.jpg,digital,,2026-02-26,confirmed,2026-03-27,,2028-12-31\n";
  }
  if (!rows.flush()) throw std::runtime_error("cannot write " + plain.roll.string());
  return plain;
}

fs::path plain_card_with_code(const fs::path& folder, const std::string& mm) {
  fs::copy(plain_card.back(), folder);
  std::string toml = bytes_of(folder / "card.toml");
  const std::string small = "[5, 5, 25, 25]";
  write_bytes(folder / "card.toml", toml.replace(toml.find(small), small.size(), "[5, 5, " + mm + ", " + mm + "]"));
  return folder;
}

CardFacts card_facts(const std::string& ledger) {
  Ledger book(ledger);
  std::set<std::string> members;
  std::set<std::tuple<long long, std::string, std::size_t, std::size_t>> places;
  CardFacts facts;
  each_card_of(book, [&](const CardRecord& card) {
    if (card.state == CardState::voided) return;
    ++facts.live;
    members.insert(card.member[Field::member_no]);
    if (card.place) places.emplace(card.place->job, card.place->file, card.place->sheet, card.place->slot);
  });
  facts.members = members.size();
  facts.places = places.size();
  return facts;
}

std::string faults_of(const std::string& ledger) {
  const Finished check = run_program({"ledger", "check", "--files", "--ledger", ledger});
  return check.code == 0 ? std::string() : check.out + check.err;
}

std::vector<std::string> unfinished_files(const fs::path& folder) {
  std::vector<std::string> names;
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (const auto kind = entry.path().extension();
        (kind == ".part" || kind == ".painted") && entry.path().string().find("/.portraits/") == std::string::npos)
      names.push_back(entry.path().filename());
  return names;
}

}  // namespace pehchan
