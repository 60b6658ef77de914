#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/member.h"

namespace pehchan {

/// SHA-256 of what these fields say.
std::string row_hash(const std::vector<Field>& fields, const Member& member);

/// "size:time" of a file, for the question whether it can have changed; empty when it is not there.
std::string photo_stamp(const std::filesystem::path& photo);

}  // namespace pehchan
