#pragma once
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "batch/design.h"
#include "batch/portrait_part.h"
#include "ledger/digital_cards.h"
#include "print/released_portraits.h"

namespace pehchan {

/// Portraits of a released file's cards as their sheets are asked for, from any thread; a few sheets are kept.
class DigitalPortraits {
 public:
  /// `filled`: see filled_slots. Throws RunError: missing_input when the file is gone, bad_input when it is not the one
  /// that was released.
  DigitalPortraits(const std::filesystem::path& folder, const JobFile& file, const Design& design,
                   std::map<std::size_t, std::vector<std::size_t>> filled);

  /// The JPEG of a slot, counted from 1, of a sheet of the job; empty for a template without portraits. Throws RunError
  /// as ReleasedPortraits does.
  std::string at(std::size_t sheet, std::size_t slot);

 private:
  DigitalPortraits(const PortraitPart& part, std::size_t first_sheet, const Design& design,
                   std::map<std::size_t, std::vector<std::size_t>> filled);

  SheetDesign shown_;
  std::size_t first_sheet_;
  std::map<std::size_t, std::vector<std::size_t>> filled_;
  std::mutex mutex_;
  ReleasedPortraits released_;
  std::map<std::size_t, std::vector<std::string>> sheets_;
};

}  // namespace pehchan
