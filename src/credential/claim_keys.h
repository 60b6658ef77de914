#pragma once
#include <cstdint>

namespace pehchan::claim {

/// Of a CBOR Web Token (RFC 8392; the IANA registry of CWT claims).
inline constexpr std::int64_t issuer = 1, subject = 2, expires_at = 4, not_before = 5, issued_at = 6,
                              identity_data = 169, status_list = 65533, time_to_live = 65534, status = 65535;

/// Of the map in claim 169.
inline constexpr std::int64_t card_number = 1, version = 2, language = 3, full_name = 4, second_name = 19,
                              second_language = 20, location = 21;

/// No time lies after the year 9999.
inline constexpr std::int64_t latest_time = 253402300799;

}  // namespace pehchan::claim
