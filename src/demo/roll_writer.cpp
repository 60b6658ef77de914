#include "demo/roll_writer.h"

namespace pehchan {
namespace {

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string text(1, '"');
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
  return text;
}

std::string cell_text(const std::string& value, Field field, const DemoFate& fate) {
  if (field == Field::name && fate.mistake == Mistake::unclosed_quote) return std::string(1, '"').append(value);
  // The first byte of three, and no more.
  if (field == Field::name_local && fate.mistake == Mistake::bad_utf8) return value + '\xe0';
  return quoted(value);
}

}  // namespace

std::string roll_header() {
  std::string line;
  for (const auto name : field_names) {
    if (!line.empty()) line += ',';
    line += name;
  }
  line += '\n';
  return line;
}

std::string roll_row(const DemoMember& member, const DemoFate& fate) {
  std::string line;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (i > 0) line += ',';
    line += cell_text(member.row.values[i], static_cast<Field>(i), fate);
  }
  if (fate.mistake == Mistake::wrong_field_count) line += ",one cell too many";
  line += '\n';
  return line;
}

}  // namespace pehchan
