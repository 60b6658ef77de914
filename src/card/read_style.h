#pragma once
#include <map>
#include <string>

#include "model/card_template.h"
#include "toml/table_reader.h"

namespace pehchan {

using Styles = std::map<std::string, TextStyle, std::less<>>;

/// All of [styles.NAME].
Styles read_styles(const TableReader& root, Mistakes& mistakes);

/// The style that an element names, with the align, vertical and colour that it sets itself.
TextStyle style_of(const TableReader& element, const Styles& styles);

/// Values of the keys `align` and `vertical`; without them `fallback`.
Align read_align(const TableReader& in, Align fallback);
VerticalAlign read_vertical(const TableReader& in, VerticalAlign fallback);

}  // namespace pehchan
