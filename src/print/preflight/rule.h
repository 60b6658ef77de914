#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "model/words.h"

namespace pehchan {

/// What a finished file may not break; docs/pdf-profiles.md has them all, with the clause of the standard.
enum class Rule {
  claim,
  version,
  identifier,
  metadata,
  dates,
  trapped,
  intent,
  boxes,
  scaling,
  actions,
  annotations,
  attachments,
  outside,
  filters,
  interpolate,
  limits,
  operators,
  drawing_cost,
  device_colour,
  blending,
  black_ink,
  text_inks,
  overprint,
  transfer,
  ink_limit,
  font_embedded,
  font_subset,
  font_unicode,
  font_form,
  text_size,
  hidden_text,
  safe_area,
  portrait_ppi,
  portrait_shape,
  module_size,
  quiet_zone,
  unreadable,
  doubled,
  missing_code,
};
inline constexpr std::size_t rules = static_cast<std::size_t>(Rule::missing_code) + 1;

/// For programs and the documentation: "black-ink".
std::string_view code_of(Rule rule);
/// What is wrong, to people.
const Words& words_of(Rule rule);

/// A rule that a file breaks.
struct PreflightFault {
  Rule rule = Rule::claim;
  std::size_t page = 0;  ///< from 1; 0: the file as a whole
  std::string detail;    ///< in English, technical, without personal data; may be empty
};

}  // namespace pehchan
