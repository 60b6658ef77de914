#pragma once
#include <string>
#include <string_view>

#include "print/black_ink.h"
#include "print/text_pen.h"

namespace pehchan {

/// Names that text_layer adds to a page's fonts.
inline constexpr const char* layer_font_name = "/L";
std::string silent_name(std::string_view font);

/// The content of one page or form as Cairo painted it, with a layer of text: before the glyphs of a line whose text
/// Cairo tells as a whole goes the same text in the layer's font, unpainted and as wide, and the glyphs themselves fall
/// silent. All else stays as it was, and so does a line that the layer's font has not all letters of; but colours
/// become what `blacks` asks. `fonts` are those that the content may show. Throws RunError (internal) for what Cairo
/// does not write.
std::string with_text_layer(std::string_view content, const FontWidths& fonts, Blacks blacks);

}  // namespace pehchan
