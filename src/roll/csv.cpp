#include "roll/csv.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <deque>

#include "roll/lines.h"

namespace pehchan {
namespace {

constexpr std::size_t longest_header_lines = 64;
constexpr std::string_view delimiters = ",;\t";

bool is_blank_line(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string_view without_ending(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

/// RFC 4180 2.4: blanks belong to the cell. libcsv would drop them, and the clerk would not get his own text back.
int never_space(unsigned char) { return 0; }

std::string unquoted(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell.substr(0, longest_cell));
  const std::string_view inner = cell.substr(1, cell.size() - 2);
  std::string text;
  for (std::size_t i = 0; i < inner.size() && text.size() < longest_cell; ++i) {
    text += inner[i];
    if (inner[i] == '"' && i + 1 < inner.size() && inner[i + 1] == '"') ++i;
  }
  return text;
}

/// Cells of a line that is not good CSV. A delimiter splits, unless it stands in a cell that is quoted as it should be:
/// a stray quotation mark stays in its cell, where the clerk sees it and the next reading finds it again.
std::vector<std::string> split_leniently(std::string_view line, char delimiter) {
  std::vector<std::string> cells;
  for (line = without_ending(line);;) {
    std::size_t end = line.find(delimiter);
    if (!line.empty() && line.front() == '"') {
      std::size_t close = 1;
      while ((close = line.find('"', close)) != std::string_view::npos && line.substr(close).starts_with("\"\""))
        close += 2;
      if (close != std::string_view::npos && (close + 1 == line.size() || line[close + 1] == delimiter))
        end = close + 1 == line.size() ? std::string_view::npos : close + 1;
    }
    cells.push_back(unquoted(line.substr(0, end)));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

struct CsvReader::Impl {
  explicit Impl(TextReader& text) : lines(text, longest_record) {
    csv_init(&parser, CSV_STRICT);
    csv_set_space_func(&parser, never_space);
    csv_set_blk_size(&parser, 1024);
  }
  ~Impl() { csv_free(&parser); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  bool fetch(std::size_t index) {
    while (ahead.size() <= index) {
      Line line;
      if (!lines.next(line)) return false;
      ahead.push_back(std::move(line));
    }
    return true;
  }
  void drop(std::size_t count) { ahead.erase(ahead.begin(), ahead.begin() + static_cast<std::ptrdiff_t>(count)); }

  void detect_delimiter();
  void add_cell(std::string_view text);
  bool feed(const std::string& line);
  Defect parse(std::size_t& used);
  void take(Record& record);

  LineReader lines;
  std::deque<Line> ahead;  ///< read but not yet given out; starts at the record being read
  csv_parser parser{};
  std::vector<std::string> cells;
  std::size_t cell_count = 0;
  bool complete = false, oversized = false;
  std::size_t row = 0, columns = 0;
  char delimiter = ',';
};

void CsvReader::Impl::detect_delimiter() {
  std::array<std::size_t, delimiters.size()> counts{};
  bool quoted = false;
  for (std::size_t i = 0; i < longest_header_lines && (i == 0 || quoted) && fetch(i); ++i) {
    for (const char c : ahead[i].text) {
      if (c == '"') quoted = !quoted;
      const auto which = delimiters.find(c);
      if (!quoted && which != std::string_view::npos) ++counts[which];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most > 0) delimiter = delimiters[static_cast<std::size_t>(most - counts.begin())];
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
}

void CsvReader::Impl::add_cell(std::string_view text) {
  oversized = oversized || text.size() > longest_cell;
  if (cell_count == cells.size()) cells.emplace_back();
  cells[cell_count++].assign(text.substr(0, longest_cell));
}

bool CsvReader::Impl::feed(const std::string& line) {
  const auto on_cell = [](void* text, std::size_t length, void* self) {
    static_cast<Impl*>(self)->add_cell({static_cast<const char*>(text), length});
  };
  const auto on_row = [](int, void* self) { static_cast<Impl*>(self)->complete = true; };
  return csv_parse(&parser, line.data(), line.size(), on_cell, on_row, this) == line.size();
}

/// Reads the record at the front of `ahead`; `used` becomes the number of its lines.
Defect CsvReader::Impl::parse(std::size_t& used) {
  complete = oversized = false;
  cell_count = 0;
  std::size_t length = 0;
  for (used = 0; !complete; ++used) {
    if (!fetch(used)) return Defect::quote_unclosed;
    Line& line = ahead[used];
    length += line.text.size();
    if (line.cut || length > longest_record) return used == 0 ? Defect::too_long : Defect::quote_unclosed;
    if (line.text.find_last_of("\r\n") == std::string::npos) line.text += '\n';
    if (!feed(line.text)) return used == 0 ? Defect::quote_misplaced : Defect::quote_unclosed;
  }
  if (oversized) return Defect::too_long;
  if (columns == 0 || cell_count == columns) return Defect::none;
  // A record over several lines with too many or few cells is one whose quote found its end in another row.
  return used == 1 ? Defect::cell_count : Defect::quote_unclosed;
}

void CsvReader::Impl::take(Record& record) {
  std::size_t used = 0;
  record.row = row;
  record.defect = parse(used);
  const bool split = record.defect == Defect::none || record.defect == Defect::cell_count;
  if (split) {
    record.cells.assign(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(cell_count));
  } else {
    csv_fini(&parser, nullptr, nullptr, nullptr);
    record.cells = split_leniently(ahead.front().text, delimiter);
  }
  drop(split ? used : 1);
}

CsvReader::CsvReader(TextReader& text) : impl_(std::make_unique<Impl>(text)) {}
CsvReader::~CsvReader() = default;
void CsvReader::expect_columns(std::size_t count) { impl_->columns = count; }
SourceForm CsvReader::form() const { return {RollFormat::csv, impl_->delimiter, {}}; }

bool CsvReader::next(Record& record) {
  while (impl_->fetch(0)) {
    ++impl_->row;
    if (is_blank_line(impl_->ahead.front().text)) {
      impl_->drop(1);
      continue;
    }
    // A title above the header has other delimiters, or none.
    if (impl_->columns == 0) impl_->detect_delimiter();
    impl_->take(record);
    if (!is_blank(record)) return true;
  }
  return false;
}

void append_csv_cell(std::string& line, std::string_view cell) {
  if (cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace pehchan
