#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "print/sheet_design.h"

namespace pehchan {

/// The portraits of a released file, sheet by sheet and slot after slot, as the JPEGs that once went in, byte for byte:
/// so that a card can be made again when roll and photos have changed. Opening the file costs its table of contents;
/// the pictures are read as they are asked for. Throws RunError (bad_input) when the file is unreadable or damaged. Not
/// shared between threads.
class ReleasedPortraits {
 public:
  /// Where cards lie is `design`'s, which must outlive it and be the one that the file was made with.
  ReleasedPortraits(const std::filesystem::path& pdf, const SheetDesign& design);
  ~ReleasedPortraits();

  /// `sheet` counts from 1 in the file; cards lie in its `filled` slots. A template without a portrait has none to
  /// give. Throws RunError (bad_input) when the file has no such sheet, or has not a portrait in each of the filled
  /// slots and in no other.
  std::vector<std::string> of_sheet(std::size_t sheet, const FilledSlots& filled);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Those of one sheet.
std::vector<std::string> released_portraits(const std::filesystem::path& pdf, std::size_t sheet,
                                            const SheetDesign& design, const FilledSlots& filled);

}  // namespace pehchan
