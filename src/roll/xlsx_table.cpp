#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <filesystem>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "roll/table_writer.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

constexpr std::size_t longest_xlsx_cell = 32'767;    // UTF-16 units, by Excel's specification
constexpr std::time_t same_each_time = 946'684'800;  // 2000-01-01, so that the same rows give the same bytes

/// As much of a text as a cell of Excel holds; code points past U+FFFF are two units there.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_xlsx_cell) return text;
  std::size_t units = 0, at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    units += next_code_point(text, next) > 0xFFFF ? 2U : 1U;
    if (units > longest_xlsx_cell) break;
    at = next;
  }
  return text.substr(0, at);
}

class XlsxTable : public TableWriter {
 public:
  XlsxTable(const std::filesystem::path& file, const std::string& worksheet) : file_(file), path_(file) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(file_.part().c_str(), &options);
    if (book_ == nullptr) throw cannot_write(path_.string(), ENOMEM);
    lxw_doc_properties properties{};
    properties.created = same_each_time;
    workbook_set_properties(book_, &properties);
    sheet_ = workbook_add_worksheet(book_, worksheet.empty() ? nullptr : worksheet.c_str());
    // A name that Excel does not allow, which an ODS file may have had.
    if (sheet_ == nullptr) sheet_ = workbook_add_worksheet(book_, nullptr);
    text_ = workbook_add_format(book_);
    format_set_num_format_index(text_, text_format);
    heading_ = workbook_add_format(book_);
    format_set_num_format_index(heading_, text_format);
    format_set_bold(heading_);
    constexpr double width = 18;
    worksheet_set_column(sheet_, 0, LXW_COL_MAX - 1, width, text_);
    worksheet_freeze_panes(sheet_, 1, 0);
  }

  ~XlsxTable() override {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  void row(const std::vector<std::string>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i)
      worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(i), shortened(cells[i]).c_str(),
                             row_ == 0 ? heading_ : text_);
    ++row_;
  }

  void commit() override {
    errno = 0;
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) throw cannot_write(path_.string(), errno != 0 ? errno : EIO);
    file_.commit();
  }

 private:
  static constexpr std::uint8_t text_format = 49;  // "@" of Excel's built-in formats

  AtomicFile file_;
  std::filesystem::path path_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> make_xlsx_table(const std::filesystem::path& file, const std::string& worksheet) {
  return std::make_unique<XlsxTable>(file, worksheet);
}

}  // namespace pehchan
