#include "print/text_layer.h"

#include <fmt/format.h>

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "base/run_error.h"
#include "print/text_fonts.h"

namespace pehchan {
namespace {

using Token = QPDFTokenizer::Token;

struct FontInUse {
  std::string name;
  double size = 0;
  bool operator==(const FontInUse&) const = default;
};

class TextLayer : public QPDFObjectHandle::TokenFilter {
 public:
  explicit TextLayer(std::map<std::string, GlyphWidths> fonts) : fonts_(std::move(fonts)) {}

  void handleToken(Token const& token) override {
    if (token.getType() == QPDFTokenizer::tt_word) {
      handle(token.getRawValue());
    } else if (token.getType() == QPDFTokenizer::tt_inline_image || token.getType() == QPDFTokenizer::tt_bad) {
      throw RunError(ExitCode::internal, "a painted page has what Cairo does not write");
    } else {
      operands_.push_back(token);
    }
  }
  void handleEOF() override { copy(""); }

 private:
  void handle(const std::string& op) {
    if (op == "true" || op == "false" || op == "null") return operands_.emplace_back(QPDFTokenizer::tt_word, op), void();
    if (op == "Tf") return wanted_ = {operand(0).getValue(), number(1)}, operands_.clear();
    if (op == "BDC") return begin();
    if (op == "EMC") return end();
    if (op == "Tj" || op == "TJ") return show(op);
    if (op == "Td") pen_ = line_ += number(0);
    if (op == "Tm") line_ = pen_ = 0, start_ = 0;
    if (op == "ET" && is_reading_) write(held_), drop();
    if (op == "q") saved_.push_back(wanted_);
    if (op == "Q") {
      if (saved_.empty()) throw RunError(ExitCode::internal, "a painted page restores what it has not saved");
      wanted_ = saved_.back(), saved_.pop_back(), selected_ = {};
    }
    copy(op);
  }

  const Token& operand(std::size_t index) const {
    std::size_t seen = 0;
    for (const Token& token : operands_)
      if (token.getType() != QPDFTokenizer::tt_space && seen++ == index) return token;
    throw RunError(ExitCode::internal, "a painted page lacks an operand");
  }
  double number(std::size_t index) const { return std::strtod(operand(index).getValue().c_str(), nullptr); }

  /// Held back while a line is being read, because its text goes before its glyphs.
  void put(const std::string& text) {
    if (is_reading_) held_ += text;
    else write(text);
  }
  void copy(const std::string& op) {
    for (const Token& token : operands_) put(token.getRawValue());
    put(op);
    operands_.clear();
  }

  void begin() {
    const Token* text = nullptr;
    for (const Token& token : operands_)
      if (token.getType() == QPDFTokenizer::tt_string) text = &token;
    if (text == nullptr || operand(0).getValue() != "/Span" || is_silent_) return copy("BDC");
    text_ = text->getValue();
    is_silent_ = is_reading_ = true;
    operands_.clear();
    is_open_ = false;
  }

  void end() {
    if (is_silent_ && !is_open_) operands_.clear();
    else copy("EMC");
    is_silent_ = false;
    if (is_reading_ && text_.size() > 2) finish_line();
  }

  void finish_line() {
    const std::size_t letters = text_.size() / 2 - 1;
    const double natural = static_cast<double>(letters) * 0.5 * wanted_.size;
    const double stretch = std::clamp((pen_ - start_) / natural * 100, 1.0, 1000.0);
    static const char* digits = "0123456789abcdef";
    std::string hex;
    for (char c : text_.substr(2)) hex += digits[static_cast<unsigned char>(c) >> 4U], hex += digits[c & 15];
    write(held_.substr(0, before_glyphs_));
    write(fmt::format(" /Gl {} Tf 3 Tr {:.2f} Tz[1<{}>{}]TJ 0 Tr 100 Tz", wanted_.size, stretch, hex, letters * 500 - 1));
    write(held_.substr(before_glyphs_));
    drop();
  }
  void drop() { held_.clear(), is_reading_ = false, before_glyphs_ = std::string::npos; }

  void select(const FontInUse& font) {
    if (font == selected_) return;
    selected_ = font;
    put(fmt::format(" {} {} Tf", font.name, font.size));
  }

  void show(const std::string& op) {
    if (is_reading_ && before_glyphs_ == std::string::npos) before_glyphs_ = held_.size(), start_ = pen_, selected_ = {};
    if (is_silent_ && !is_open_) put("\n/Span<</ActualText(\\t)>>BDC"), is_open_ = true;
    select(is_silent_ ? FontInUse{"/Silent-" + wanted_.name.substr(1), wanted_.size} : wanted_);
    const auto font = fonts_.find(wanted_.name);
    if (font == fonts_.end()) throw RunError(ExitCode::internal, "a painted page shows text in no font of its own");
    for (const Token& token : operands_) {
      if (token.getType() == QPDFTokenizer::tt_string) pen_ += font->second.of(token.getValue()) / 1000 * wanted_.size;
      else if (token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real)
        pen_ -= std::strtod(token.getValue().c_str(), nullptr) / 1000 * wanted_.size;
    }
    copy(op);
  }

  std::string held_;
  std::size_t before_glyphs_ = std::string::npos;
  bool is_reading_ = false, is_open_ = false;
  std::map<std::string, GlyphWidths> fonts_;
  std::vector<Token> operands_;
  FontInUse wanted_, selected_;
  std::vector<FontInUse> saved_;
  std::string text_;
  double pen_ = 0, line_ = 0, start_ = 0;
  bool is_silent_ = false;
};

class Pass {
 public:
  explicit Pass(QPDF& pdf) : pdf_(pdf) {}

  void visit(QPDFObjectHandle stream, QPDFObjectHandle resources) {
    if (!resources.isDictionary()) return;
    auto objects = resources.getKey("/XObject");
    if (objects.isDictionary())
      for (auto& [name, object] : objects.ditems())
        if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form") && seen_.insert(object.getObjGen()).second)
          visit(object, object.getDict().getKey("/Resources"));
    auto fonts = resources.getKey("/Font");
    if (!fonts.isDictionary()) return;
    std::map<std::string, GlyphWidths> widths;
    std::map<std::string, QPDFObjectHandle> added;
    for (auto& [name, font] : fonts.ditems()) {
      auto twin = twins_.find(font.getObjGen());
      if (twin == twins_.end()) {
        const auto w = widths_of(font);
        twin = twins_.emplace(font.getObjGen(), std::pair{w, silent(pdf_, font, w)}).first;
      }
      widths.emplace(name, twin->second.first);
      added.emplace("/Silent-" + name.substr(1), twin->second.second);
    }
    if (!glyphless_.isInitialized()) glyphless_ = glyphless_font(pdf_);
    for (auto& [name, font] : added) fonts.replaceKey(name, font);
    fonts.replaceKey("/Gl", glyphless_);
    stream.addTokenFilter(std::make_shared<TextLayer>(std::move(widths)));
  }

 private:
  QPDF& pdf_;
  QPDFObjectHandle glyphless_;
  std::set<QPDFObjGen> seen_;
  std::map<QPDFObjGen, std::pair<GlyphWidths, QPDFObjectHandle>> twins_;
};

}  // namespace

void lay_text(QPDF& pdf) {
  Pass pass(pdf);
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    auto object = page.getObjectHandle();
    pass.visit(object.getKey("/Contents"), object.getKey("/Resources"));
  }
}

}  // namespace pehchan
