#include "batch/encode_barcodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/run_error.h"
#include "card/card_problems.h"
#include "card/condition.h"
#include "card/fill_text.h"
#include "symbol/encode_barcode.h"

namespace pehchan {
namespace {

/// The characters that this kind alone does not say, each once. In UTF-8 each is a lead byte and what continues it.
std::vector<std::string> foreign_in(BarcodeKind kind, const std::string& text) {
  std::vector<std::string> foreign;
  for (std::size_t at = 0, end; at < text.size(); at = end) {
    const auto continues = [&] { return (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U; };
    for (end = at + 1; end < text.size() && continues();) ++end;
    std::string character = text.substr(at, end - at);
    const auto fault = encode_barcode(kind, character);
    const bool is_foreign = !fault && fault.error() == BarcodeFault::foreign_character;
    if (is_foreign && std::find(foreign.begin(), foreign.end(), character) == foreign.end())
      foreign.push_back(std::move(character));
  }
  return foreign;
}

[[noreturn]] void refuse(const std::string& text, BarcodeFault fault) {
  throw RunError(
      ExitCode::bad_config,
      fmt::format("the barcode \"{}\" {}", text,
                  fault == BarcodeFault::too_long ? "is too long" : "has a character that its kind cannot say"),
      "Correct it in card.toml.");
}

Problem problem_of(const BarcodeElement& element, const std::vector<Piece>& pieces, const std::string& text,
                   const Member& member, const CardNumber& number, BarcodeFault fault) {
  if (fault == BarcodeFault::too_long) return barcode_too_dense(field_to_blame(pieces, member, number, {}));
  const auto foreign = foreign_in(element.kind, text);
  return barcode_character(field_to_blame(pieces, member, number, foreign), foreign);
}

}  // namespace

std::vector<std::optional<BarcodeSymbol>> encode_barcodes(const CardTemplate& design, const Member& member,
                                                          const CardNumber& number, std::vector<Problem>& problems) {
  const auto add = [&](Problem problem) {
    if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(std::move(problem));
  };
  std::vector<std::optional<BarcodeSymbol>> symbols;
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const BarcodeElement& element : side->barcodes) {
      symbols.emplace_back();
      if (!is_drawn_for(element.visibility, member)) continue;
      const auto pieces = pieces_of(element.text);
      const std::string text = fill(pieces, member, number);
      if (text.empty()) continue;
      auto symbol = encode_barcode(element.kind, text);
      if (symbol)
        symbols.back() = std::move(*symbol);
      else if (is_literal(pieces))
        refuse(text, symbol.error());
      else
        add(problem_of(element, pieces, text, member, number, symbol.error()));
    }
  return symbols;
}

}  // namespace pehchan
