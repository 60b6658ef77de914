#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// Looks over a PDF's raw bytes before any reader unpacks them, because QPDF unpacks a file's own structure (cross
/// references, object streams) whole and without a limit. Throws RunError (bad_config) naming `file` when it is
/// encrypted, when its streams unpack to more than 300 MB together, or when its structure is packed in another way than
/// by Flate alone, which no program does.
void refuse_bombs(std::string_view pdf, const std::string& file);

}  // namespace pehchan
