#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

/// A picture of one QR code, 6 px a module, as PNG.
void draw_code_png(const std::filesystem::path& file, const std::string& text);

/// A PDF of one page a text, on each its QR code; an empty text is an empty page.
void draw_codes_pdf(const std::filesystem::path& file, const std::vector<std::string>& texts);

}  // namespace pehchan
