#pragma once
#include <span>
#include <string>

#include "print/preflight/preflight.h"

namespace pehchan {

/// A QR code as it was read.
struct ReadQr {
  std::string text;
  std::size_t page = 0;  ///< from 0
};

/// Adds to `found.faults` QR codes that stand for two cards (doubled), and sheets where some portraits have a code and
/// others have none (missing_code). Codes that every card has alike, a card's code on both its sides, pages without
/// codes and cards without portraits are no faults.
void check_doubles(std::span<const ReadQr> codes, Preflight& found);

}  // namespace pehchan
