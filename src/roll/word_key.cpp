#include "roll/word_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace pehchan {
namespace {

constexpr UChar32 nukta = 0x093C, candrabindu = 0x0901, anusvara = 0x0902;

bool belongs_to_word(UChar32 c) {
  constexpr auto kept = U_GC_L_MASK | U_GC_N_MASK | U_GC_MN_MASK | U_GC_MC_MASK;
  return c != nukta && (U_GET_GC_MASK(c) & kept) != 0;
}

}  // namespace

std::string word_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString whole =
      icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(icu::UnicodeString::fromUTF8(piece), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const UChar32 c = whole.char32At(i);
    if (belongs_to_word(c)) kept.append(c == candrabindu ? anusvara : c);
  }
  std::string key;
  return kept.toUTF8String(key);
}

}  // namespace pehchan
