#pragma once
#include <filesystem>

#include "batch/design.h"
#include "ledger/jobs.h"
#include "model/page_order.h"

namespace pehchan {

/// The PDF with the portraits of a released file, which may be two.
struct PortraitPart {
  std::filesystem::path pdf;
  PageOrder pages;
};

/// That PDF of a released file in `folder`, which is looked at whole. Throws RunError: missing_input when a PDF of it
/// is gone, bad_input when it is not what was released.
PortraitPart portrait_part(const std::filesystem::path& folder, const JobFile& file, const Design& design);

}  // namespace pehchan
