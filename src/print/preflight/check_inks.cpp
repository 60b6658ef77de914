#include "print/preflight/check_inks.h"

#include <fmt/format.h>

#include <qpdf/Buffer.hh>
#include <string_view>

#include "base/run_error.h"
#include "print/conform_portraits.h"
#include "print/portrait_inks.h"

namespace pehchan {
namespace {

/// Unpackers differ by one 255th an ink.
constexpr double of_rounding = 2;

}  // namespace

void check_inks(QPDFObjectHandle picture, std::size_t page, Faults& faults) try {
  QPDFObjectHandle limit = picture.getDict().getKey(ink_limit_key);
  if (!limit.isInteger()) return;
  const auto raw = picture.getRawStreamData();
  const double most = most_ink({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
  if (most > static_cast<double>(limit.getIntValue()) + of_rounding)
    faults.add(Rule::ink_limit, fmt::format("{:.0f} % of ink, {} are allowed", most, limit.getIntValue()), page);
} catch (const RunError&) {
  faults.add(Rule::ink_limit, "a portrait that is not a sound JPEG in CMYK", page);
}

}  // namespace pehchan
