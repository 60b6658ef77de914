#include "print/preflight/content_facts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <unordered_set>

#include "print/black_ink.h"
#include "print/dash_cost.h"
#include "print/layer_font.h"
#include "print/preflight/paint.h"

namespace pehchan {
namespace {

using Token = QPDFTokenizer::Token;
using enum QPDFTokenizer::token_type_e;

/// ISO 32000-1, annex A.
const std::unordered_set<std::string_view> operators_of_pdf = {
    "b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0",
    "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "G",  "g",  "gs", "h",  "i",
    "ID", "j",  "J",  "K",  "k",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "RG", "rg",
    "ri", "s",  "S",  "SC", "sc",  "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
    "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};
/// Of eight, the last four of which only make a clipping path of it besides.
constexpr int unpainted = 3, clipping = 7;

struct State {
  QPDFMatrix matrix{};
  double font_size = 0;
  bool is_in_layer_font = false;
  int rendering = 0;
  Paint fill{}, stroke{};
  double dash_period = 0;
  bool has_own_dashes = false;
  bool is_fill_rgb = false, is_stroke_rgb = false;
};

QPDFObjectHandle named_in(QPDFObjectHandle resources, const char* kind) {
  return resources.isDictionary() ? resources.getKey(kind) : QPDFObjectHandle::newNull();
}

double smaller(double known, double one) { return known == 0 ? one : std::min(known, one); }

class Reader {
 public:
  explicit Reader(QPDFObjectHandle resources)
      : spaces_(named_in(resources, "/ColorSpace")),
        states_(named_in(resources, "/ExtGState")),
        fonts_(named_in(resources, "/Font")) {}

  void take(const Token& token) {
    const auto kind = token.getType();
    if (kind == tt_space || kind == tt_comment || kind == tt_eof) return;
    if (kind == tt_bad) facts.is_damaged = true;
    if (kind == tt_inline_image) facts.has_inline_picture = true;
    const std::string& value = token.getValue();
    if (kind != tt_word || value == "true" || value == "false" || value == "null") return operands_.push_back(token);
    carry_out(value);
    operands_.clear();
  }
  ContentFacts facts;

 private:
  double number(std::size_t index) const {
    return index < operands_.size() ? std::strtod(operands_[index].getValue().c_str(), nullptr) : 0;
  }
  std::string last_name() const {
    return operands_.empty() || operands_.back().getType() != tt_name ? std::string() : operands_.back().getValue();
  }
  QPDFMatrix six() const { return {number(0), number(1), number(2), number(3), number(4), number(5)}; }

  void carry_out(const std::string& name) {
    ++facts.operators;
    if (!operators_of_pdf.contains(name)) facts.is_damaged = true;
    follow_state(name);
    follow_text(name);
    follow_colour(name);
    follow_dashes(name);
    if (name == "Do" && !last_name().empty())
      facts.drawn.push_back({last_name(), state_.matrix, state_.fill.is_on_black_ink(), state_.dash_period});
    if (name == "gs") facts.states.insert(last_name());
    if (name == "sh") facts.shadings.insert(last_name());
  }

  void follow_state(const std::string& name) {
    if (name == "q") {
      saved_.push_back(state_);
      facts.deepest_state = std::max(facts.deepest_state, saved_.size());
    } else if (name == "Q") {
      if (saved_.empty()) {
        facts.is_damaged = true;
      } else {
        state_ = saved_.back();
        saved_.pop_back();
      }
    } else if (name == "cm") {
      state_.matrix.concat(six());
    }
  }

  void follow_text(const std::string& name) {
    if (name == "BT") text_ = QPDFMatrix();
    if (name == "Tm") text_ = six();
    if (name == "Tr") state_.rendering = static_cast<int>(number(0));
    if (name == "Tf" && operands_.size() == 2) {
      facts.fonts.insert(operands_[0].getValue());
      state_.is_in_layer_font = fonts_.isDictionary() && is_layer_font(fonts_.getKey(operands_[0].getValue()));
      state_.font_size = number(1);
    }
    const bool shows = name == "Tj" || name == "TJ" || name == "'" || name == "\"";
    if (!shows) return;
    const bool is_unpainted = state_.rendering == unpainted || state_.rendering == clipping;
    if (is_unpainted && !state_.is_in_layer_font) facts.has_hidden_text = true;
    if (is_unpainted) return;
    QPDFMatrix whole = state_.matrix;
    whole.concat(text_);
    const double size = std::abs(state_.font_size) * std::hypot(whole.c, whole.d);
    if (size <= 0) return;
    facts.smallest_text = smaller(facts.smallest_text, size);
    const int mode = state_.rendering % 4;
    if (mode == 0 || mode == 2) look_at_type(state_.fill, size);
    if (mode == 1 || mode == 2) look_at_type(state_.stroke, size);
  }

  void look_at_type(const Paint& paint, double size) {
    if (paint.is_mixed_black()) facts.has_mixed_black_text = true;
    if (paint.is_of_many_inks()) facts.smallest_of_many_inks = smaller(facts.smallest_of_many_inks, size);
  }

  void follow_dashes(const std::string& name) {
    dashes_.period = state_.dash_period, dashes_.is_set = state_.has_own_dashes;
    dashes_.follow(name, numbers());
    if (name == "gs") choose_dashes(last_name());
    state_.dash_period = dashes_.period, state_.has_own_dashes = dashes_.is_set;
    facts.dashes = dashes_.cost, facts.undashed_length = dashes_.inherited_length;
  }

  void choose_dashes(const std::string& name) {
    QPDFObjectHandle state = states_.isDictionary() ? states_.getKey(name) : QPDFObjectHandle::newNull();
    QPDFObjectHandle dash = state.isDictionary() ? state.getKey("/D") : QPDFObjectHandle::newNull();
    if (!dash.isArray() || dash.getArrayNItems() == 0 || !dash.getArrayItem(0).isArray()) return;
    std::vector<double> lengths;
    for (auto& one : dash.getArrayItem(0).getArrayAsVector())
      if (one.isNumber()) lengths.push_back(one.getNumericValue());
    dashes_.period = DashCost::period_of(lengths), dashes_.is_set = true;
  }

  std::vector<double> numbers() const {
    std::vector<double> all;
    for (const Token& token : operands_)
      if (token.getType() == tt_integer || token.getType() == tt_real)
        all.push_back(std::strtod(token.getValue().c_str(), nullptr));
    return all;
  }

  void paint_with(bool is_fill, Paint::Kind kind) {
    (is_fill ? state_.fill : state_.stroke) = {.kind = kind, .parts = {number(0), number(1), number(2), number(3)}};
  }

  void follow_colour(const std::string& name) {
    if (name == "g" || name == "G") facts.uses_grey = true, paint_with(name == "g", Paint::Kind::grey);
    if (name == "k" || name == "K") facts.uses_cmyk = true, paint_with(name == "k", Paint::Kind::cmyk);
    if (name == "rg" || name == "RG") look_at_rgb(), paint_with(name == "rg", Paint::Kind::rgb);
    if (name == "cs" || name == "CS") choose_space(name == "cs");
    const bool is_fill = name == "sc" || name == "scn", is_stroke = name == "SC" || name == "SCN";
    if ((is_fill && state_.is_fill_rgb) || (is_stroke && state_.is_stroke_rgb)) look_at_rgb();
    if (is_fill || is_stroke) paint_with(is_fill, (is_fill ? state_.fill : state_.stroke).kind);
    if ((is_fill || is_stroke) && !last_name().empty()) facts.patterns.insert(last_name());
  }

  void choose_space(bool is_fill) {
    const std::string space = last_name();
    (is_fill ? state_.fill : state_.stroke) = first_paint(space, spaces_);
    (is_fill ? state_.is_fill_rgb : state_.is_stroke_rgb) = space == "/DeviceRGB";
    if (space == "/DeviceRGB") facts.uses_rgb = true;
    if (space == "/DeviceCMYK") facts.uses_cmyk = true;
    if (space == "/DeviceGray") facts.uses_grey = true;
    facts.spaces.insert(space);
  }

  void look_at_rgb() {
    facts.uses_rgb = true;
    const double r = number(0), g = number(1), b = number(2);
    if (is_neutral(r, g, b) || is_near_black(r, g, b)) facts.has_rgb_black = true;
    if (is_near_black(r, g, b) && std::max({r, g, b}) > 0) facts.has_unpure_black = true;
  }

  QPDFObjectHandle spaces_, states_, fonts_;
  DashCost dashes_;
  std::vector<Token> operands_;
  State state_;
  std::vector<State> saved_;
  QPDFMatrix text_;
};

}  // namespace

ContentFacts facts_of_content(const std::string& content, QPDFObjectHandle resources) {
  /// QPDF passes tokens to a filter, with inline pictures as one.
  class Passing : public QPDFObjectHandle::TokenFilter {
   public:
    explicit Passing(QPDFObjectHandle resources) : reader(std::move(resources)) {}
    void handleToken(const Token& token) override { reader.take(token); }
    Reader reader;
  };
  QPDF none;
  none.emptyPDF();
  Passing passing(std::move(resources));
  auto stream = QPDFObjectHandle::newStream(&none, content);
  stream.filterAsContents(&passing);
  return std::move(passing.reader.facts);
}

}  // namespace pehchan
