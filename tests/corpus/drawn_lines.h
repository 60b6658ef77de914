#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "draw/fonts.h"

namespace pehchan {

/// The lines of tests/corpus/lines/SCRIPT.txt: invented names and places, one field each.
std::vector<std::string> hard_lines(const std::string& script);
/// The scripts that have such a file.
extern const std::vector<std::string> scripts;

/// A page of them as a card's fields are drawn, one under the other, each beginning elsewhere.
struct DrawnPage {
  std::vector<std::string> lines;
  Font font;
  int quarter_turns = 0;  ///< as cards lie on a sheet
};

/// Drawn and finished as sheets are.
void write_pages(const std::filesystem::path& pdf, const std::vector<DrawnPage>& pages);

/// What a reader gave, line by line, so that it can be compared: in NFC, without the marks that only say which way text
/// runs, the blanks at a line's ends and empty lines. Nothing else is forgiven: not a blank, not a joiner, no order.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace pehchan
