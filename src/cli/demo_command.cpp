#include "cli/demo_command.h"

#include <fmt/format.h>

#include "cli/command_line.h"
#include "demo/make_demo.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan demo: an invented roll and drawn photos to try everything with
आज़माने के लिए बनावटी सूची और फ़ोटो

Examples:
  pehchan demo demo
  pehchan demo demo --members 1000 --seed 7

)";

CommandLine demo_line(DemoOptions& demo) {
  CommandLine line("demo");
  line.options.add_options()                                                                                      //
      ("dir", path_value(demo.folder)->value_name("DIR"), "the folder to make; may also be given without --dir")  //
      ("members", po::value(&demo.members)->default_value(80)->value_name("N"), "rows in the roll")               //
      ("seed", po::value(&demo.seed)->default_value(1)->value_name("S"), "another seed, other people")            //
      ("jobs", po::value(&demo.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")                //
      ("all-good", po::bool_switch(&demo.all_good), "no mistakes in the roll");
  line.positional.add("dir", 1);
  line.require("dir");
  return line;
}

}  // namespace

ExitCode demo_command(const std::vector<std::string>& words) {
  DemoOptions options;
  CommandLine line = demo_line(options);
  if (!parse_words(line, words)) {
    fmt::print("{}{}", about, options_text(line));
    return ExitCode::ok;
  }
  const DemoSummary demo = make_demo(options);
  fmt::print(
      "An invented roll of {} members: {} confirmed and good, {} pending, {} declined, {} with a mistake.\n"
      "Make their cards with:\n  pehchan issue --roll {} --photos {} --out cards\n",
      demo.members, demo.confirmed, demo.pending, demo.declined, demo.wrong, demo.roll.string(), demo.photos.string());
  return ExitCode::ok;
}

}  // namespace pehchan
