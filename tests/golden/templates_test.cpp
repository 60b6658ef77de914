// The shipped templates as they look: tests/golden/TEMPLATE/CASE.png is the front, back.png the back where it is the
// same for all, else CASE_back.png. PEHCHAN_GOLDEN=update draws them anew: look at each before keeping it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "card/parse_template.h"
#include "golden/compare.h"
#include "golden/golden_members.h"
#include "golden/shipped_templates.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

struct Case {
  std::string template_name, name;
  Member member;
  CardNumber number;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.template_name << ", " << one.name; }

/// Each template × whoever may ask most of it; and the member card in each script.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (const char* name : shipped_templates) {
    all.push_back({name, "typical", invented_member(), usual_number()});
    all.push_back({name, "longest", long_member(), long_number()});
    all.push_back({name, "missing", bare_member(), usual_number()});
  }
  for (auto& [script, member] : members_in_scripts()) all.push_back({"member", script, member, usual_number()});
  return all;
}

class Templates : public testing::TestWithParam<Case> {
 protected:
  void expect_golden(const CardPage& page, const std::string& name) const {
    const Picture actual = coarsened(rendered(page, golden_dpi));
    const fs::path golden = fs::path(PEHCHAN_SOURCE "/tests/golden") / GetParam().template_name / (name + ".png");
    const char* wish = std::getenv("PEHCHAN_GOLDEN");
    if (wish != nullptr && std::string(wish) == "update") {
      fs::create_directories(golden.parent_path());
      return write_png(actual, golden);
    }
    const Difference off = difference(actual, read_png(golden));
    if (off.is_same()) return;
    const fs::path drawn =
        fs::path(PEHCHAN_ACTUAL) / GetParam().template_name / (GetParam().name + "_" + name + ".png");
    fs::create_directories(drawn.parent_path());
    write_png(actual, drawn);
    ADD_FAILURE() << "the card looks different: mean " << off.mean << ", far off " << 100 * off.far_off
                  << " %, worst tile " << off.worst << "\n  wanted " << golden << "\n  drawn  " << drawn;
  }

  const FontSet fonts_;
  const CardTemplate design_ = parse_template(PEHCHAN_SOURCE "/templates/" + GetParam().template_name);
};

TEST_P(Templates, LookAsTheyShould) {
  const CardDrawings card = laid_out(design_, fonts_, GetParam().member, GetParam().number);
  expect_golden(card_page(design_, fonts_, card, CardSide::front), GetParam().name);
  const bool is_same_for_all = card.back.texts.empty() && card.back.barcodes.empty();
  expect_golden(card_page(design_, fonts_, card, CardSide::back), is_same_for_all ? "back" : GetParam().name + "_back");
}

INSTANTIATE_TEST_SUITE_P(Shipped, Templates, testing::ValuesIn(cases()), [](const auto& test) {
  return in_test_name(test.param.template_name + "_" + test.param.name);
});

}  // namespace
}  // namespace pehchan
