#include "cli/office.h"

namespace pehchan {
namespace {

const std::vector<std::string> commands{"issue", "printed", "spoilt",    "replace", "void",    "handover",
                                        "find",  "ledger",  "purge",     "demo",    "preview", "sheets",
                                        "proof", "send",    "calibrate", "keys",    "verify",  "digital"};

TEST(Help, IsThereForEveryCommandWithAnExampleInBothLanguages) {
  const std::string general = run_program({"help"}).out;
  for (const std::string& command : commands) {
    SCOPED_TRACE(command);
    EXPECT_NE(general.find("pehchan " + command), std::string::npos);
    const Finished help = run_program({command, "--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_EQ(run_program({"help", command}).out, help.out);
    const auto examples = help.out.find("Examples:");
    ASSERT_NE(examples, std::string::npos);
    EXPECT_NE(help.out.find("pehchan " + command, examples), std::string::npos);
    EXPECT_NE(help.out.find("--ledger") != std::string::npos,
              command == "demo" || command == "preview" || command == "sheets" || command == "proof" ||
                  command == "calibrate" || command == "keys" || command == "verify");
    EXPECT_NE(help.out.find("\u0915"), std::string::npos) << "no word of Hindi";
  }
}

TEST(Help, IsWhereAnUnknownOptionOrAMissingOneSendsPeople) {
  for (const std::string& command : commands) {
    SCOPED_TRACE(command);
    const Finished unknown = run_program({command, "--no-such-option"});
    EXPECT_EQ(unknown.code, 64);
    EXPECT_NE(unknown.err.find("no-such-option"), std::string::npos) << unknown.err;
    EXPECT_NE(unknown.err.find("pehchan " + command + " --help"), std::string::npos) << unknown.err;
    if (command != "purge" && command != "sheets") {
      EXPECT_EQ(run_program({command}).code, 64);
    }
  }
}

}  // namespace
}  // namespace pehchan
