#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// What a signed code says of itself. No signature is looked at: only whoever keeps the code as he made it may ask.
struct CodeLabel {
  std::string kid, card_number;
};
/// Nothing for a text that is no signed code, such as a link.
std::optional<CodeLabel> code_label(std::string_view qr_text);

}  // namespace pehchan
