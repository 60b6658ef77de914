#include "roll/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t piece = 64 * 1024;

struct Mark {
  std::string encoding;
  std::size_t length = 0;
};

/// ICU also knows the marks of SCSU, UTF-7 and others; a roll that starts so is an accident.
std::optional<Mark> mark_of(std::string_view head) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  const char* name = ucnv_detectUnicodeSignature(head.data(), static_cast<std::int32_t>(head.size()), &length, &status);
  if (U_FAILURE(status) || name == nullptr) return std::nullopt;
  const std::string_view found = name;
  if (found != "UTF-8" && found != "UTF-16LE" && found != "UTF-16BE" && found != "UTF-32LE" && found != "UTF-32BE")
    return std::nullopt;
  return Mark{name, static_cast<std::size_t>(length)};
}

}  // namespace

struct TextReader::Converter {
  explicit Converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    from = ucnv_open(encoding.c_str(), &status);
    to = U_SUCCESS(status) ? ucnv_open("UTF-8", &status) : nullptr;
  }
  ~Converter() {
    ucnv_close(from);
    ucnv_close(to);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Converts all of `raw` into `text`; `last` lets go of what is held back for a sequence cut by the end of a piece.
  bool convert(std::string_view raw, bool last, std::string& text) {
    const char* source = raw.data();
    const char* const source_end = source + raw.size();
    std::array<char, 4096> out{};
    UErrorCode status = U_ZERO_ERROR;
    do {
      status = U_ZERO_ERROR;
      char* target = out.data();
      ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, source_end, pivot.data(), &pivot_source,
                     &pivot_target, pivot.data() + pivot.size(), false, last, &status);
      text.append(out.data(), target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return U_SUCCESS(status);
  }

  UConverter* from = nullptr;
  UConverter* to = nullptr;
  std::array<UChar, 2048> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
};

TextReader::TextReader(std::istream& bytes, std::string file, const std::string& declared)
    : bytes_(bytes), file_(std::move(file)) {
  std::string encoding = declared.empty() ? "UTF-8" : declared;
  auto converter = std::make_unique<Converter>(encoding);
  if (converter->from == nullptr)
    throw RunError(ExitCode::bad_input, fmt::format("{}: there is no encoding named '{}'", file_, declared),
                   "Give --encoding a name such as UTF-8, UTF-16LE or windows-1252.");
  fill();
  if (const auto mark = mark_of(raw_)) {
    // The mark is surer than what was declared: withheld.csv, fed back with the options of the first run, has one.
    raw_.erase(0, mark->length);
    converter = std::make_unique<Converter>(mark->encoding);
  }
  if (ucnv_getType(converter->from) != UCNV_UTF8) converter_ = std::move(converter);
}

TextReader::~TextReader() = default;

bool TextReader::fill() {
  raw_.resize(piece);
  bytes_.read(raw_.data(), static_cast<std::streamsize>(piece));
  if (bytes_.bad())
    throw RunError(ExitCode::io_error, fmt::format("cannot read {}", file_), "Check that you may read it.");
  raw_.resize(static_cast<std::size_t>(bytes_.gcount()));
  return !raw_.empty();
}

bool TextReader::read(std::string& text) {
  text.clear();
  while (text.empty()) {
    const bool more = !raw_.empty() || fill();
    if (!converter_) {
      std::swap(text, raw_);
      raw_.clear();
    } else if (!converter_->convert(raw_, !more, text)) {
      throw RunError(ExitCode::bad_input, fmt::format("{}: the text cannot be converted to Unicode", file_),
                     "Save the roll as 'CSV UTF-8' and try again.");
    }
    raw_.clear();
    if (!more) break;
  }
  return !text.empty();
}

}  // namespace pehchan
