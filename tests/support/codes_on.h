#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

/// What the QR codes of a PDF say, drawn and read as a stranger would, page by page from the top.
std::vector<std::string> codes_on(const std::filesystem::path& pdf);

}  // namespace pehchan
