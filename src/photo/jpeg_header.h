#pragma once
#include <string>
#include <string_view>

#include "photo/byte_reader.h"
#include "photo/header.h"

namespace pehchan {

/// Fills in what the segments before a JPEG's first scan say (ISO/IEC 10918-1 annex B); false when there is no frame
/// among them, or a segment without length.
bool read_jpeg_header(const ByteReader& reader, PictureHeader& header);

/// The ICC profile in a JPEG's APP2 segments (ICC.1:2022 annex B.4), put together by their numbers; empty when there is
/// none or a part is missing, there twice, or too long.
std::string jpeg_profile(std::string_view bytes);

/// How many scans a JPEG claims at most: start-of-scan markers anywhere in its bytes.
std::size_t scans_of(std::string_view bytes);

}  // namespace pehchan
