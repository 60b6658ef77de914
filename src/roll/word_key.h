#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// A heading or a choice (such as a status) as people mean it: letters, marks and digits only, in small letters, NFC,
/// without nukta (ज़िला is जिला) and with candrabindu as anusvara (दिनाँक is दिनांक). Equal keys mean the same word.
/// `text` must be UTF-8.
std::string word_key(std::string_view text);

}  // namespace pehchan
