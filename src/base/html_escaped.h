#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// A text made safe for an HTML page: as an element's content and as an attribute in quotes of either kind.
std::string html_escaped(std::string_view text);

}  // namespace pehchan
