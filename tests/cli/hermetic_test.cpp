// The same PDF, byte for byte, whatever fonts, fontconfig, locale, home and time zone the machine has.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <memory>
#include <ostream>
#include <stdexcept>

#include "base/sha256.h"
#include "crash/good_roll.h"
#include "draw/every_script.h"
#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// What would win were it heard: all of Noto's families drawn in another font, small and slanted.
const std::string hostile_config = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>Noto Serif</string></edit>
    <edit name="weight" mode="assign"><const>black</const></edit>
  </match>
  <match target="font">
    <edit name="matrix" mode="assign"><times><name>matrix</name><matrix><double>1</double><double>0.3</double>
      <double>0</double><double>0.8</double></matrix></times></edit>
    <edit name="embolden" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("there is no \"" + from + "\"");
  return text.replace(at, from.size(), to);
}

/// A roll with a name in every script, and a card that shows it in a style of Latin.
class Machine {
 public:
  Machine() : roll_(make_plain_roll(home_ / "roll", std::size(scripts))) {
    std::string rows = bytes_of(roll_.roll);
    for (const Script& script : scripts) rows = replaced(rows, "आशा टेस्ट", script.text);
    write_bytes(roll_.roll, rows);
    fs::copy(PEHCHAN_SOURCE "/tests/crash/plain", template_);
    write_bytes(template_ / "card.toml",
                replaced(bytes_of(template_ / "card.toml"), "\"{name}\"", "\"{name_local} · {name} · office file\""));
    fs::create_directories(folder("config/fontconfig"));
    write_bytes(folder("config/fontconfig/fonts.conf"), hostile_config);
    fs::create_directories(folder("home/.fonts"));
    fs::copy(folder("config"), folder("home/.config"), fs::copy_options::recursive);
    write_bytes(folder("empty.conf"), "<fontconfig></fontconfig>");
    fs::create_directories(folder("data/fonts"));
    for (const auto& font : fs::directory_iterator(PEHCHAN_SHARE "/fonts"))
      if (font.path().extension() == ".ttf") fs::copy(font, folder("data/fonts"));
    fs::copy("/usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf", folder("home/.fonts/NotoSans-Regular.ttf"));
  }

  fs::path folder(const std::string& name) const { return home_ / name; }

  /// The SHA-256 of the sheets that are made when the program is run through these words.
  std::string sheets(const std::vector<std::string>& through = {}) {
    const fs::path out = home_ / ("out" + std::to_string(++runs_));
    const Finished run =
        run_program(roll_.issue(out, (out / "ledger.db").string(), {"--template", template_.string()}), through);
    EXPECT_EQ(run.code, 0) << run.out << run.err;
    return run.code == 0 ? sha256_of_file((out / "sheets-0001.pdf").string()) : run.err;
  }

 private:
  ScratchFolder home_;
  GoodRoll roll_;
  fs::path template_ = home_ / "template";
  int runs_ = 0;
};

struct Setting {
  const char* name;
  std::function<std::vector<std::string>(const Machine&)> words;  ///< for env(1)
};
std::ostream& operator<<(std::ostream& out, const Setting& setting) { return out << setting.name; }

class SameBytes : public testing::TestWithParam<Setting> {
 protected:
  static void SetUpTestSuite() {
    machine_ = std::make_unique<Machine>();
    usual_ = machine_->sheets();
  }
  static void TearDownTestSuite() { machine_.reset(); }

  static inline std::unique_ptr<Machine> machine_;
  static inline std::string usual_;
};

TEST_P(SameBytes, AreMadeWithOther) {
  std::vector<std::string> through{"env"};
  for (const auto& word : GetParam().words(*machine_)) through.push_back(word);
  EXPECT_EQ(machine_->sheets(through), usual_);
}

std::vector<std::string> words(std::initializer_list<std::string> list) { return list; }

INSTANTIATE_TEST_SUITE_P(
    Hermetic, SameBytes,
    testing::Values(
        Setting{"NoEnvironment",
                [](const Machine&) {
                  return words({"-i", "PATH=/usr/bin:/bin"});
                }},
        Setting{"TurkishLocale",
                [](const Machine&) {
                  return words({"LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8"});
                }},
        Setting{"HindiLocale",
                [](const Machine&) {
                  return words({"LC_ALL=hi_IN", "LANG=hi_IN", "LANGUAGE=hi"});
                }},
        Setting{"PlainLocale",
                [](const Machine&) {
                  return words({"LC_ALL=C", "LANG=C"});
                }},
        Setting{"LanguageOfMessages", [](const Machine&) { return words({"LANGUAGE=ur:as:mr:ro:tr"}); }},
        Setting{"LanguageOfPango", [](const Machine&) { return words({"PANGO_LANGUAGE=as:mr:tr:sd:ks"}); }},
        Setting{"LanguageOfFontconfig", [](const Machine&) { return words({"FC_LANG=ur"}); }},
        Setting{"HomeWithHostileFontconfig",
                [](const Machine& m) { return words({"HOME=" + m.folder("home").string()}); }},
        Setting{"HomeThatIsNotThere", [](const Machine&) { return words({"HOME=/nonexistent"}); }},
        Setting{"FontconfigFile",
                [](const Machine& m) {
                  return words({"FONTCONFIG_FILE=" + m.folder("config/fontconfig/fonts.conf").string()});
                }},
        Setting{"EmptyFontconfigFile",
                [](const Machine& m) { return words({"FONTCONFIG_FILE=" + m.folder("empty.conf").string()}); }},
        Setting{"FontconfigFileThatIsNotThere", [](const Machine&) { return words({"FONTCONFIG_FILE=/nonexistent"}); }},
        Setting{"FontconfigPath",
                [](const Machine& m) {
                  return words({"FONTCONFIG_PATH=" + m.folder("config/fontconfig").string(),
                                "FONTCONFIG_SYSROOT=" + m.folder("config").string()});
                }},
        Setting{"ConfigHome",
                [](const Machine& m) { return words({"XDG_CONFIG_HOME=" + m.folder("config").string()}); }},
        Setting{"DoubledFonts", [](const Machine& m) { return words({"XDG_DATA_HOME=" + m.folder("data").string()}); }},
        Setting{"CacheThatCannotBeWritten", [](const Machine&) { return words({"XDG_CACHE_HOME=/proc/nothing"}); }},
        Setting{"Desktop",
                [](const Machine&) {
                  return words({"XDG_CURRENT_DESKTOP=KDE", "PANGOCAIRO_BACKEND=fc"});
                }},
        Setting{"TimeZone", [](const Machine&) { return words({"TZ=Pacific/Kiritimati"}); }}),
    [](const testing::TestParamInfo<Setting>& setting) { return setting.param.name; });

TEST(HermeticType, IsTheSameWithTheSystemsFontsHidden) {
  const std::string hide = "mount -t tmpfs none /usr/share/fonts";
  if (std::system(("unshare -rm sh -c '" + hide + "' 2>/dev/null").c_str()) != 0)
    GTEST_SKIP() << "nobody may mount here, so that the system's fonts cannot be hidden";
  Machine machine;
  EXPECT_EQ(machine.sheets({"unshare", "-rm", "sh", "-c", hide + " && exec \"$@\"", "sh"}), machine.sheets());
}

}  // namespace
}  // namespace pehchan
