#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/demo_folder.h"
#include "roll/open_source.h"
#include "roll/table_writer.h"
#include "support/postgres_server.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class RollCommand : public WithDemo {
 protected:
  static Finished check(const std::vector<std::string>& words, const fs::path& out) {
    std::vector<std::string> all{"roll", "check", "--out", out.string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all);
  }
  static nlohmann::json report(const fs::path& out) { return nlohmann::json::parse(bytes_of(out / "roll-check.json")); }

  /// The good demo roll as a SQLite file, by sqlite3's own import of CSV.
  static fs::path in_sqlite() {
    const fs::path file = home / "good.sqlite";
    const std::string import = ".import " + (good / "roll.csv").string() + " members";
    if (!fs::exists(file)) {
      EXPECT_EQ(std::system(("sqlite3 " + file.string() + " '.mode csv' '" + import + "'").c_str()), 0);
    }
    return file;
  }

  static fs::path in_workbook(const std::string& name, RollFormat format) {
    const auto csv = open_source({.where = (good / "roll.csv").string()});
    const auto table = make_table(home / name, {.format = format});
    for (Record record; csv->next(record);) table->row(record.cells);
    table->commit();
    return home / name;
  }
};

TEST_F(RollCommand, CheckComesToWhatIssueComesTo) {
  const Finished checked = check({"--roll", (mixed / "roll.csv").string()}, home / "checked");
  EXPECT_EQ(checked.code, 1) << checked.err;
  EXPECT_NE(checked.out.find("रोके गए"), std::string::npos) << checked.out;
  EXPECT_NE(checked.out.find("withheld.csv"), std::string::npos) << checked.out;
  const Finished planned = run_program(issue(mixed, home / "planned", {"--dry-run"}));
  const auto json = report(home / "checked");
  EXPECT_NE(planned.out.find("try " + json["good"].dump() + " cards"), std::string::npos)
      << planned.out << json.dump(1);
  EXPECT_GT(json["problems"].size(), 3U);
}

TEST_F(RollCommand, CheckReadsEverySourceAlike) {
  const Finished csv = check({"--roll", (good / "roll.csv").string()}, home / "csv");
  EXPECT_EQ(csv.code, 0) << csv.err;
  const auto wanted = report(home / "csv");
  EXPECT_EQ(wanted["rows"], 24);

  const std::pair<std::string, std::vector<std::string>> others[] = {
      {"sqlite", {"--roll", in_sqlite().string(), "--table", "members"}},
      {"xlsx", {"--roll", in_workbook("good.xlsx", RollFormat::xlsx).string()}},
      {"ods", {"--roll", in_workbook("good.ods", RollFormat::ods).string()}}};
  for (const auto& [name, words] : others) {
    const Finished run = check(words, home / name);
    EXPECT_EQ(run.code, 0) << name << ": " << run.err << run.out;
    EXPECT_EQ(report(home / name), wanted) << name;
  }

  const PostgresServer server;
  server.run(
      "create table members(member_no text, name text, name_local text, booth_no text, block text, district text, "
      "photo text, "
      "status text); insert into members values ('UP-1','Asha','आशा','1','B','D','a.jpg','confirmed'),"
      "('UP-1','Asha','आशा','1','B','D','a.jpg','confirmed')");
  const Finished postgres = check({"--roll", server.url(), "--query", "select * from members"}, home / "postgres");
  EXPECT_EQ(postgres.code, 1) << postgres.err;
  EXPECT_EQ(report(home / "postgres")["codes"]["member_no_duplicate"], 2);
  EXPECT_TRUE(fs::exists(home / "postgres" / "withheld.csv"));
}

TEST_F(RollCommand, AStarterIsACheckedRollOfNobody) {
  const fs::path file = home / "members.xlsx";
  EXPECT_EQ(run_program({"roll", "starter", file.string()}).code, 0);
  EXPECT_EQ(run_program({"roll", "starter", file.string()}).code, 73) << "it must not be overwritten";
  EXPECT_EQ(run_program({"roll", "starter", (home / "members.csv").string()}).code, 64);
  EXPECT_EQ(check({"--roll", file.string()}, home / "starter").code, 0);
  EXPECT_EQ(report(home / "starter")["rows"], 0);
}

TEST_F(RollCommand, EndsWithTheCodeOfWhatIsWrong) {
  const std::string roll = (good / "roll.csv").string();
  EXPECT_EQ(check({"--roll", in_sqlite().string(), "--table", "nobody"}, home / "x").code, 65);
  EXPECT_EQ(check({"--roll", in_sqlite().string()}, home / "x").code, 64);
  EXPECT_EQ(check({"--roll", roll, "--worksheet", "a"}, home / "x").code, 64);
  EXPECT_EQ(check({"--roll", (home / "absent.xlsx").string()}, home / "x").code, 66);
  const Finished away = check({"--roll", "postgresql://u:hidden@127.0.0.1:1/d", "--table", "m"}, home / "x");
  EXPECT_EQ(away.code, 69);
  EXPECT_EQ(away.err.find("hidden"), std::string::npos) << away.err;
  write_bytes(home / "columns.toml", "[columns]\nnmae = 'x'\n");
  const Finished map = check({"--roll", roll, "--columns", (home / "columns.toml").string()}, home / "x");
  EXPECT_EQ(map.code, 78);
  EXPECT_NE(map.err.find("name"), std::string::npos) << map.err;
  EXPECT_EQ(run_program({"roll", "chek"}).code, 64);
  EXPECT_FALSE(fs::exists(home / "x" / "roll-check.json"));
}

TEST_F(RollCommand, RowsPutRightAreNotLostByCheckingThem) {
  const fs::path out = home / "again", file = out / "withheld.csv";
  check({"--roll", (mixed / "roll.csv").string()}, out);
  const std::string before = bytes_of(file);
  const Finished run = check({"--roll", file.string()}, out);
  EXPECT_EQ(run.code, 64);
  EXPECT_NE(run.err.find("--out"), std::string::npos) << run.err;
  EXPECT_EQ(bytes_of(file), before);
  EXPECT_EQ(check({"--roll", file.string()}, home / "once-more").code, 1);
}

TEST_F(RollCommand, WhatItWritesForProgramsHoldsNoPersonalData) {
  check({"--roll", (mixed / "roll.csv").string()}, home / "private");
  const std::string json = bytes_of(home / "private" / "roll-check.json");
  const std::string roll = bytes_of(mixed / "roll.csv");
  const auto row = roll.find('\n') + 1;
  const std::string number = roll.substr(row, roll.find(',', row) - row);
  EXPECT_EQ(json.find(number.substr(0, number.find_first_of("0123456789"))), std::string::npos) << number;
}

TEST_F(RollCommand, HelpShowsExamplesAndEveryOption) {
  const Finished help = run_program({"help", "roll"});
  EXPECT_EQ(help.code, 0);
  for (const char* word : {"--worksheet", "--header-row", "--query", "--table", "--columns", "--places", "starter"})
    EXPECT_NE(help.out.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace pehchan
