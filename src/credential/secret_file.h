#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace pehchan {

/// A file that only its owner may read, at most 16 KB; whoever takes the bytes wipes them. Also sees to it that this
/// process leaves no picture of its memory (core dump) behind, from here on. Throws RunError: missing_input, or
/// bad_config when somebody else may read it or owns it, or it is no file.
std::string read_secret_file(const std::filesystem::path& path);

/// Writes one that nobody else could read for a moment, under its final name only when it is complete. A file of that
/// name must not be there. Throws as cannot_write says.
void write_secret_file(const std::filesystem::path& path, std::string_view bytes);

/// Throws RunError (bad_config) when others than its owner may change this file or folder, missing_input when it is not
/// there.
void refuse_open_to_change(const std::filesystem::path& path);

/// Sees to that alone, for whoever makes a secret.
void forbid_core_dumps();

}  // namespace pehchan
