#pragma once
#include <filesystem>

namespace pehchan {

/// Makes `folder` ready for a demo: creates it with a marker and an empty photos/, and removes an earlier demo's roll
/// and photos. Throws RunError (cannot_create) when it is not empty and has no marker, is no folder, or cannot be made.
void prepare_demo_folder(const std::filesystem::path& folder);

}  // namespace pehchan
