#include "print/content_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <stdexcept>
#include <string_view>
#include <unordered_set>

#include "draw/refuse_artwork.h"
#include "print/drawing_cost.h"

namespace pehchan {
namespace {

using Token = QPDFTokenizer::Token;

/// States of others' programs are seldom kept more than a dozen deep; readers give up at some hundred.
constexpr std::size_t deepest_state = 500;
constexpr long long widest_row = 1'000'000;

/// ISO 32000-1 annex A without marked content, Type 3 glyphs and PostScript.
const std::unordered_set<std::string_view> drawing = {
    "b",  "B",  "b*", "B*", "BI", "BT", "BX", "c",  "cm", "cs", "CS",  "d",   "Do", "EI", "ET", "EX", "f",
    "F",  "f*", "g",  "G",  "gs", "h",  "i",  "ID", "j",  "J",  "k",   "K",   "l",  "m",  "M",  "n",  "q",
    "Q",  "re", "rg", "RG", "ri", "s",  "S",  "sc", "SC", "sh", "scn", "SCN", "T*", "Tc", "Td", "TD", "Tf",
    "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v",  "w",  "W",   "W*",  "y",  "'",  "\""};

/// A picture's width or height; absurd ones count as very large.
std::size_t as_size(const std::string& number) {
  constexpr std::size_t absurd = 1'000'000;
  if (number.size() > 6) return absurd;
  return static_cast<std::size_t>(std::max(0, std::stoi(number)));
}

/// Takes so many bytes and no more.
class Bounded : public Pipeline {
 public:
  explicit Bounded(std::size_t most) : Pipeline("artwork", nullptr), most_(most) {}
  void write(const unsigned char* data, size_t count) override {
    if (count > most_ - bytes.size()) {
      is_full = true;
      throw std::length_error("too much");
    }
    bytes.append(reinterpret_cast<const char*>(data), count);
  }
  void finish() override {}
  std::string bytes;
  bool is_full = false;

 private:
  std::size_t most_;
};

long long number_in(QPDFObjectHandle parameters, const char* key, long long otherwise) {
  QPDFObjectHandle value = parameters.isDictionary() ? parameters.getKey(key) : QPDFObjectHandle::newNull();
  return value.isInteger() ? value.getIntValue() : otherwise;
}

bool has_wide_rows(QPDFObjectHandle parameters) {
  if (parameters.isArray()) {
    for (QPDFObjectHandle& one : parameters.getArrayAsVector())
      if (has_wide_rows(one)) return true;
    return false;
  }
  const auto columns = number_in(parameters, "/Columns", 1), colours = number_in(parameters, "/Colors", 1);
  const auto bits = number_in(parameters, "/BitsPerComponent", 8);
  return columns < 0 || columns > widest_row || colours < 0 || colours > 32 || bits < 0 || bits > 16 ||
         columns * colours * bits / 8 > widest_row;
}

/// Passes on what draws.
class Reader : public QPDFObjectHandle::TokenFilter {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  void handleToken(const Token& token) override {
    using enum QPDFTokenizer::token_type_e;
    if (token.getType() == tt_bad) refuse_artwork(file_, "its content is damaged", export_again);
    if (token.getType() == tt_space || token.getType() == tt_comment || token.getType() == tt_eof) return;
    if (token.getType() == tt_name) name_ = token.getValue();
    if (token.getType() == tt_integer) measure_picture(token.getValue());
    if (token.getType() == tt_inline_image || token.getType() != tt_word) return keep(token);
    carry_out(token.getValue());
  }
  void handleEOF() override {
    for (; depth_ > 0; --depth_) write("Q\n");
  }
  ContentStream content;

 private:
  void keep(const Token& token) {
    operands_ += token.getRawValue();
    // The data of an inline picture begins one byte after its ID.
    if (token.getType() != QPDFTokenizer::tt_inline_image) operands_ += ' ';
  }

  void carry_out(const std::string& name) {
    if (drawing.contains(name) && keeps_balance(name)) {
      content.cost += name == "sh" ? shade_cost : 1;
      follow(name);
      write(operands_ + (name == "EI" ? "\n" : "") + name + (name == "ID" ? " " : "\n"));
    }
    operands_.clear();
    name_.clear();
  }

  /// Pictures within the content say their size before ID.
  void measure_picture(const std::string& number) {
    if (name_ == "/W" || name_ == "/Width") width_ = number;
    if (name_ == "/H" || name_ == "/Height") content.cost += picture_cost(as_size(width_), as_size(number));
  }

  bool keeps_balance(const std::string& name) {
    if (name == "Q") return depth_ > 0 && depth_-- > 0;
    if (name == "q" && ++depth_ > deepest_state)
      refuse_artwork(file_, fmt::format("it keeps more than {} states", deepest_state), export_again);
    return true;
  }

  void follow(const std::string& name) {
    if (name == "k" || name == "K" || name_ == "/DeviceCMYK") content.uses_cmyk = true;
    if (name_.empty()) return;
    if (name == "Do") ++content.calls["XObject" + name_];
    if (name == "gs") ++content.calls["ExtGState" + name_];
    if (name == "scn" || name == "SCN") ++content.calls["Pattern" + name_];
  }

  const std::string& file_;
  std::string operands_, name_, width_ = "1";
  std::size_t depth_ = 0;
};

}  // namespace

std::string unpacked(QPDFObjectHandle stream, std::size_t most, const std::string& file) {
  if (has_wide_rows(stream.getDict().getKey("/DecodeParms")))
    refuse_artwork(file, "it is packed in an unusual way", export_again);
  Bounded bounded(most);
  bool is_sound = false;
  try {
    is_sound = stream.pipeStreamData(&bounded, 0, qpdf_dl_generalized, true);
  } catch (const std::length_error&) {
  }
  if (bounded.is_full) refuse_artwork(file, "it unpacks to too much", "Simplify the artwork.");
  if (!is_sound) refuse_artwork(file, "it is damaged", export_again);
  return std::move(bounded.bytes);
}

ContentStream read_content(QPDF& pdf, const std::string& content, const std::string& file) {
  Reader reader(file);
  Pl_String out("content", nullptr, reader.content.bytes);
  QPDFObjectHandle::newStream(&pdf, content).filterAsContents(&reader, &out);
  return std::move(reader.content);
}

}  // namespace pehchan
