#include "batch/read_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <sstream>

#include "base/file.h"
#include "base/run_error.h"
#include "photo/grey_picture.h"
#include "photo/header.h"
#include "print/qr_codes.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_file = 2'000'000'000;
constexpr std::size_t largest_text = 1'000'000;
/// A signature alone takes 64 bytes, which are 96 characters.
constexpr std::size_t shortest_code = 100;

/// No code begins or ends in a space (credential/base45.h).
std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

std::vector<ShownCode> codes_of_lines(const std::string& source, const std::string& text) {
  if (text.size() > largest_text)
    throw RunError(ExitCode::bad_input, source + " is neither a picture nor a PDF, and too long for a text of codes",
                   "Give a picture of the card, a PDF, or a text with one code a line.");
  std::vector<ShownCode> codes;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (std::string code = trimmed(line); !code.empty()) codes.push_back({.source = source, .text = std::move(code)});
  return codes;
}

std::vector<ShownCode> codes_of_picture(const std::string& file, const std::string& bytes) {
  const auto picture = grey_picture(bytes);
  if (!picture)
    throw RunError(ExitCode::bad_input, file + ": it cannot be opened as a picture",
                   photo_problem(picture.error(), fs::path(file).filename().string()).reason.en);
  std::vector<ShownCode> codes;
  for (std::string& text : qr_codes_in(*picture)) codes.push_back({.source = file, .text = std::move(text)});
  return codes;
}

std::vector<ShownCode> codes_of_pdf(const std::string& file, const std::string& bytes, unsigned jobs) {
  std::vector<ShownCode> codes;
  for (PageCode& code : qr_codes_of_pdf(bytes, file, jobs))
    codes.push_back({.source = file, .page = code.page, .text = std::move(code.text)});
  return codes;
}

std::vector<ShownCode> codes_of_file(const std::string& file, unsigned jobs) {
  const std::string bytes = read_file(file, largest_file);
  if (bytes.starts_with("%PDF-")) return codes_of_pdf(file, bytes, jobs);
  return picture_format(bytes) ? codes_of_picture(file, bytes) : codes_of_lines(file, bytes);
}

std::string standard_input() {
  std::string text;
  for (std::istreambuf_iterator<char> at(std::cin), end; at != end && text.size() <= largest_text; ++at) text += *at;
  return text;
}

std::vector<ShownCode> all_codes(const std::string& what, unsigned jobs) {
  if (what == "-") return codes_of_lines(what, standard_input());
  std::error_code too_long;
  if (fs::exists(what, too_long)) return codes_of_file(what, jobs);
  if (what.size() < shortest_code)
    throw RunError(ExitCode::missing_input, fmt::format("there is no file {}, and it is too short for a code", what),
                   "Check the path; a code in quotes, or a picture of the card.");
  return {{.source = "code", .text = trimmed(what)}};
}

bool is_link(const ShownCode& code) { return code.text.starts_with("https://") || code.text.starts_with("http://"); }

}  // namespace

std::vector<ShownCode> read_codes(const std::string& what, unsigned jobs) {
  std::vector<ShownCode> codes = all_codes(what, jobs);
  if (!std::ranges::all_of(codes, is_link)) std::erase_if(codes, is_link);
  if (codes.empty()) codes.push_back({.source = what});
  return codes;
}

std::vector<PageCount> count_codes(const std::vector<ShownCode>& codes) {
  std::vector<PageCount> counts;
  for (const ShownCode& code : codes) {
    if (counts.empty() || counts.back().page != code.page) counts.push_back({.source = code.source, .page = code.page});
    counts.back().codes += code.text.empty() ? 0U : 1U;
  }
  return counts;
}

}  // namespace pehchan
