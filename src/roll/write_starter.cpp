#include "roll/write_starter.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <ctime>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "model/field.h"

namespace pehchan {
namespace {

struct Column {
  Field field;
  bool needed;
  const char *heading, *hi, *en, *example;
  double width;
};

constexpr Column columns[] = {
    {Field::member_no, true, "सदस्य संख्या / Member number", "हर सदस्य की अपनी संख्या: A-Z, 0-9, - और /",
     "A number of each member's own: A-Z, 0-9, - and /", "UP-2026-000123", 22},
    {Field::name, true, "नाम (अंग्रेज़ी में) / Name in English", "पूरा नाम", "The full name", "Asha Udaharan", 28},
    {Field::name_local, false, "नाम (हिंदी में) / Name in Hindi", "वही नाम हिंदी में", "The same name in Hindi", "आशा उदाहरण",
     28},
    {Field::mobile, false, "मोबाइल नंबर / Mobile number", "10 अंक", "10 digits", "9000000001", 18},
    {Field::epic_no, false, "मतदाता पहचान पत्र संख्या / Voter card number", "3 अक्षर और 7 अंक", "3 letters and 7 digits",
     "ABC1234567", 24},
    {Field::state, false, "राज्य / State", "राज्य का नाम", "The state's name", "Uttar Pradesh", 18},
    {Field::district, true, "ज़िला / District", "ज़िले का नाम", "The district's name", "Jhansi", 18},
    {Field::block, true, "खंड / Block", "खंड का नाम", "The block's name", "Bandi", 18},
    {Field::booth_no, true, "बूथ संख्या / Booth number", "जैसी मतदाता सूची में है", "As in the electoral roll", "012", 16},
    {Field::booth_name, false, "बूथ का नाम / Booth name", "बूथ का नाम", "The booth's name", "Prathmik Vidyalaya", 24},
    {Field::photo, true, "फ़ोटो फ़ाइल / Photo file", "फ़ोटो फ़ोल्डर में फ़ाइल का नाम", "Name of the file in the photo folder",
     "asha.jpg", 20},
    {Field::status, true, "स्थिति / Status", "सूची से चुनें: केवल confirmed (पुष्ट) को कार्ड मिलता है",
     "Choose from the list: only confirmed gets a card", "confirmed", 14},
    {Field::channel, false, "सदस्यता माध्यम / Enrolment channel", "सूची से चुनें: receipt (रसीद) या digital (डिजिटल)",
     "Choose from the list: receipt or digital", "receipt", 18},
    {Field::receipt_no, false, "रसीद संख्या / Receipt number", "रसीद से बने सदस्य के लिए ज़रूरी",
     "Needed where the channel is receipt", "R-0042", 16},
    {Field::enrolled_on, false, "सदस्यता तिथि / Enrolment date", "दिन-महीना-वर्ष", "Day-month-year", "01-03-2026", 16},
    {Field::confirmed_on, false, "पुष्टि तिथि / Confirmation date", "दिन-महीना-वर्ष", "Day-month-year", "31-03-2026", 16},
    {Field::office, false, "पद / Post held", "कोई पद हो तो", "A post, if any", "", 18},
    {Field::valid_until, false, "वैधता तिथि / Valid until", "दिन-महीना-वर्ष", "Day-month-year", "31-12-2028", 16},
};
static_assert(std::size(columns) == field_count);

constexpr std::uint8_t text_format = 49;             // "@" of Excel's built-in formats
constexpr std::time_t same_each_time = 946'684'800;  // 2000-01-01
constexpr lxw_row_t last_row = LXW_ROW_MAX - 1;

struct Formats {
  lxw_format *text, *needed, *optional, *wrapped;
};

lxw_format* new_format(lxw_workbook* book, lxw_color_t ground) {
  lxw_format* const format = workbook_add_format(book);
  format_set_num_format_index(format, text_format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (ground == LXW_COLOR_UNSET) return format;
  format_set_bold(format);
  format_set_bg_color(format, ground);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

Formats make_formats(lxw_workbook* book) {
  constexpr lxw_color_t needed = 0xCFE8D5, optional = 0xECEFF1;
  lxw_format* const text = workbook_add_format(book);
  format_set_num_format_index(text, text_format);
  return {text, new_format(book, needed), new_format(book, optional), new_format(book, LXW_COLOR_UNSET)};
}

/// The library wants texts that it might change, and copies them.
void offer_choices(lxw_worksheet* sheet, lxw_col_t column, std::vector<std::string> choices, std::string words) {
  std::vector<char*> list;
  for (std::string& choice : choices) list.push_back(choice.data());
  list.push_back(nullptr);
  std::string title = "सूची से चुनें · Choose";
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  rule.input_title = title.data();
  rule.input_message = words.data();
  rule.error_title = title.data();
  rule.error_message = words.data();
  worksheet_data_validation_range(sheet, 1, column, last_row, column, &rule);
}

void print_whole(lxw_worksheet* sheet) {
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

void write_members(lxw_workbook* book, const Formats& formats) {
  lxw_worksheet* const sheet = workbook_add_worksheet(book, "सदस्य Members");
  constexpr double heading_height = 48;
  worksheet_set_row(sheet, 0, heading_height, nullptr);
  for (lxw_col_t i = 0; i < field_count; ++i) {
    const Column& column = columns[i];
    worksheet_set_column(sheet, i, i, column.width, formats.text);
    worksheet_write_string(sheet, 0, i, column.heading, column.needed ? formats.needed : formats.optional);
    if (column.field == Field::status)
      offer_choices(sheet, i, {"confirmed", "pending", "declined"},
                    "confirmed = पुष्ट, pending = लंबित, declined = अस्वीकृत");
    if (column.field == Field::channel)
      offer_choices(sheet, i, {"receipt", "digital"}, "receipt = रसीद, digital = डिजिटल");
  }
  worksheet_freeze_panes(sheet, 1, 1);
  print_whole(sheet);
}

void write_notes(lxw_workbook* book, const Formats& formats) {
  lxw_worksheet* const sheet = workbook_add_worksheet(book, "कैसे भरें How to fill in");
  const char* headings[] = {"कॉलम / Column", "ज़रूरी / Needed", "क्या लिखें", "What to write", "उदाहरण / Example"};
  constexpr double widths[] = {42, 16, 48, 52, 24};
  for (lxw_col_t i = 0; i < std::size(headings); ++i) {
    worksheet_set_column(sheet, i, i, widths[i], formats.wrapped);
    worksheet_write_string(sheet, 0, i, headings[i], formats.needed);
  }
  constexpr lxw_col_t last_column = std::size(headings) - 1;
  lxw_row_t row = 1;
  for (const Column& column : columns) {
    worksheet_write_string(sheet, row, 0, column.heading, formats.wrapped);
    worksheet_write_string(sheet, row, 1, column.needed ? "हाँ / yes" : "नहीं / no", formats.wrapped);
    worksheet_write_string(sheet, row, 2, column.hi, formats.wrapped);
    worksheet_write_string(sheet, row, 3, column.en, formats.wrapped);
    worksheet_write_string(sheet, row, 4, column.example, formats.wrapped);
    ++row;
  }
  worksheet_merge_range(sheet, row + 1, 0, row + 1, last_column,
                        "सदस्यों को पहली शीट में लिखें, हर पंक्ति में एक। यह शीट पढ़ी नहीं जाती: उदाहरण का सदस्य बनावटी है।",
                        formats.wrapped);
  worksheet_merge_range(sheet, row + 2, 0, row + 2, last_column,
                        "Write the members on the first sheet, one a row. This sheet is not read: its example is an "
                        "invented member.",
                        formats.wrapped);
  worksheet_freeze_panes(sheet, 1, 0);
  print_whole(sheet);
}

}  // namespace

void write_starter(const std::filesystem::path& file) {
  if (std::filesystem::exists(file))
    throw RunError(ExitCode::cannot_create, fmt::format("{} is there already", file.string()),
                   "Give another name, or move that file away: it may hold members.");
  AtomicFile out(file);
  lxw_workbook* const book = workbook_new(out.part().c_str());
  if (book == nullptr) throw cannot_write(file.string(), ENOMEM);
  lxw_doc_properties properties{};
  properties.created = same_each_time;
  workbook_set_properties(book, &properties);
  const Formats formats = make_formats(book);
  write_members(book, formats);
  write_notes(book, formats);
  errno = 0;
  if (workbook_close(book) != LXW_NO_ERROR) throw cannot_write(file.string(), errno != 0 ? errno : EIO);
  out.commit();
}

}  // namespace pehchan
