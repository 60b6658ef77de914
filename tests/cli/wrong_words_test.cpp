// What people are told who write something that was not expected.
#include "cli/office.h"

namespace pehchan {
namespace {

using WrongWords = Office;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST_F(WrongWords, AWordTooManyIsNamedWithWhatToDo) {
  const Finished name = run_program({"find", "Asha", "Kumari"});
  EXPECT_EQ(name.code, 64);
  EXPECT_TRUE(has(name.err, "'Kumari' was not expected")) << name.err;
  EXPECT_TRUE(has(name.err, "pehchan find \"Asha Kumari\"")) << name.err;
  for (const Words& words :
       {Words{"issue", "roll.csv"}, Words{"issue", "roll.csv", "--photos", "p"}, Words{"roll", "check", "roll.csv"},
        Words{"roll", "check", "--roll", "a.csv", "roll.csv"}}) {
    const Finished roll = run_program(words);
    EXPECT_EQ(roll.code, 64);
    EXPECT_TRUE(has(roll.err, "'roll.csv' was not expected")) << roll.err;
    EXPECT_TRUE(has(roll.err, "--roll FILE")) << roll.err;
  }
  const Finished jobs = run_program({"printed", "J0001", "J0002"});
  EXPECT_TRUE(has(jobs.err, "'J0002' was not expected")) << jobs.err;
  EXPECT_TRUE(has(jobs.err, "One JOB at a time")) << jobs.err;
}

TEST_F(WrongWords, AMissingWordIsNamedAsItIsWritten) {
  const Finished job = run_program({"printed"});
  EXPECT_EQ(job.code, 64);
  EXPECT_TRUE(has(job.err, "JOB is missing: pehchan printed JOB")) << job.err;
  EXPECT_TRUE(has(run_program({"void", "--reason", "lost"}).err, "CARD is missing: pehchan void CARD"));
  EXPECT_TRUE(has(run_program({"spoilt", "J0001"}).err, "--sheet is missing"));
}

TEST_F(WrongWords, AMistypedCommandIsToldTheNearest) {
  for (const Words& words : {Words{"spoild"}, Words{"help", "spoild"}}) {
    const Finished run = run_program(words);
    EXPECT_EQ(run.code, 64);
    EXPECT_TRUE(has(run.err, "there is no command 'spoild'")) << run.err;
    EXPECT_TRUE(has(run.err, "'pehchan spoilt'")) << run.err;
  }
  EXPECT_TRUE(has(run_program({"roll", "chek"}).err, "'pehchan roll check'"));
  EXPECT_FALSE(has(run_program({"photographs"}).err, "meant"));
}

TEST_F(WrongWords, AListThatIsNoneIsShownAnExampleOfItsOwn) {
  issue();
  EXPECT_TRUE(has(say({"spoilt", "J0001", "--sheet", "1", "--slots", "a"}).err, "such as 3,8"));
  EXPECT_TRUE(has(say({"printed", "J0001", "--sheets", "a"}).err, "such as 1-40,43"));
}

TEST_F(WrongWords, ASuggestedCommandCanBeCopiedWithALedgerWhoseNameHasBlanks) {
  ledger_ = home_ / "the office's ledger.db";
  issue();
  const Finished said = say({"printed", "J0001"});
  const std::string quoted = "--ledger '" + with(ledger_, "'", "'\\''") + "'";
  EXPECT_TRUE(has(said.out, "pehchan handover J0001 " + quoted)) << said.out << said.err;
}

TEST_F(WrongWords, ARollThatIsStillEmptyIsToldSo) {
  const std::string roll = home_ / "members.xlsx";
  ASSERT_EQ(run_program({"roll", "starter", roll}).code, 0);
  const Finished run = run_program({"roll", "check", "--roll", roll, "--out", out_.string()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(has(run.out, "Nothing is filled in yet")) << run.out;
  const Finished full = run_program({"roll", "check", "--roll", roll_.roll.string(), "--out", out_.string()});
  EXPECT_FALSE(has(full.out, "Nothing is filled in yet")) << full.out;
}

}  // namespace
}  // namespace pehchan
