#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// The portraits of one sheet of a released file, slot after slot, as the JPEGs that once went in, byte for byte: so
/// that a card can be made again when roll and photos have changed. `sheet` counts from 1 in the file; cards lie in its
/// `filled` slots. Where those lie is `design`'s, which must be the one it was made with; a template without a portrait
/// has none to give. Throws RunError (bad_input) when the file is unreadable or damaged, has no such sheet, or has not
/// a portrait in each of the filled slots and in no other.
std::vector<std::string> released_portraits(const std::filesystem::path& pdf, std::size_t sheet,
                                            const SheetDesign& design, const FilledSlots& filled);

}  // namespace pehchan
