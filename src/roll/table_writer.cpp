#include "roll/table_writer.h"

#include "base/atomic_file.h"
#include "roll/csv.h"

namespace pehchan {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t write_at_once = 1 << 20;  // bytes

class CsvTable : public TableWriter {
 public:
  CsvTable(const std::filesystem::path& file, char delimiter)
      : file_(file), delimiter_(delimiter), held_(byte_order_mark) {}

  void row(const std::vector<std::string>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) held_ += delimiter_;
      append_csv_cell(held_, cells[i]);
    }
    held_ += "\r\n";
    if (held_.size() >= write_at_once) flush();
  }

  void commit() override {
    flush();
    file_.commit();
  }

 private:
  void flush() {
    file_.write(held_);
    held_.clear();
  }

  AtomicFile file_;
  char delimiter_;
  std::string held_;
};

}  // namespace

std::unique_ptr<TableWriter> make_csv_table(const std::filesystem::path& file, char delimiter) {
  return std::make_unique<CsvTable>(file, delimiter);
}

std::unique_ptr<TableWriter> make_table(const std::filesystem::path& file, const SourceForm& form) {
  switch (form.format) {
    case RollFormat::xlsx:
      return make_xlsx_table(file, form.worksheet);
    case RollFormat::ods:
      return make_ods_table(file, form.worksheet);
    default:
      return make_csv_table(file, form.delimiter);
  }
}

}  // namespace pehchan
