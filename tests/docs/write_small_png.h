#pragma once
#include <string>

#include "golden/render_card.h"

namespace pehchan {

/// With its 128 most frequent colours, every other as the nearest of them: half as large as write_png makes
/// it. Throws std::runtime_error when it cannot be written.
void write_small_png(const Picture& picture, const std::string& file);

}  // namespace pehchan
