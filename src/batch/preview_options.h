#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/card_template.h"
#include "model/problem.h"
#include "roll/roll_source.h"

namespace pehchan {

enum class PreviewFormat { png, pdf };

/// What a designer wants to look at.
struct PreviewOptions {
  std::string template_name = {};  ///< a folder of templates/, or a path
  std::string set = "typical";     ///< a case of the stress set by its name, or "stress": all of them
  RollSource roll = {};            ///< not empty: one of its members instead
  std::string member = {};         ///< by its number; empty: the first who is confirmed
  std::filesystem::path photos = {};
  std::filesystem::path out = "output";
  PreviewFormat format = PreviewFormat::png;
  double dpi = 300;  ///< of PNGs
  bool has_guides = false;
};

/// What does not fit a card, or a member's trouble that is no element's: `where` is then nowhere.
struct PreviewFault {
  std::string shown;  ///< who: "longest"
  LineColumn where;   ///< in card.toml
  Problem problem;
};

struct PreviewResult {
  std::vector<std::filesystem::path> files;
  std::vector<PreviewFault> faults;
  std::vector<PreviewFault> notes;  ///< what is seldom meant: texts over one another
  std::string misplaced;            ///< boxes in a wrong place, drawn with guides none the less; as Mistakes::told
};

}  // namespace pehchan
