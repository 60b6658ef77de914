#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// Everything that pdftotext finds in a file, with such an option as "-layout".
std::string read_by_pdftotext(const std::filesystem::path& pdf, const std::string& option = "");
/// Everything that poppler-cpp finds, which the proof reads with.
std::string read_by_poppler(const std::filesystem::path& pdf);

}  // namespace pehchan
