#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "print/preflight/preflight.h"

namespace pehchan {

/// Looks at a finished PDF, whoever made it: by the rules of what it claims to be made for, or of `demanded`, which it
/// must then claim, too; and reads each code on it. Throws RunError: missing_input, or bad_input when it is no PDF, is
/// encrypted or damaged, larger than 2 GB, or packed so that it would unpack to more than 300 MB.
Preflight proof_file(const std::filesystem::path& pdf, std::optional<Purpose> demanded, unsigned jobs);

/// The same of a file's bytes; `file` is what it is called in errors.
Preflight proof_bytes(const std::string& bytes, const std::string& file, std::optional<Purpose> demanded,
                      unsigned jobs);

}  // namespace pehchan
