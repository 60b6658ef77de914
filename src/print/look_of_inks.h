#pragma once
#include <string>

namespace pehchan {

/// How a press's four inks look on its paper, as the stream of a sampled PDF function (ISO 32000-1, 7.10.2) from them
/// to RGB: white paper is white, the darkest black is black. `press` and `srgb` are ICC profiles. Throws RunError
/// (bad_config) when they do not tell.
std::string look_of_inks(const std::string& press, const std::string& srgb);

}  // namespace pehchan
