#pragma once
#include <string_view>

namespace pehchan {

/// Whether some program read UTF-8 as Windows-1252 or Latin-1 before us: "à¤°à¤¾à¤®" for राम, "JosÃ©" for José. Letters
/// of India's scripts are known by one pair of such characters; Arabic ones and European accents only where (nearly)
/// all characters beyond ASCII stand in such pairs.
bool is_mojibake(std::string_view text);

}  // namespace pehchan
