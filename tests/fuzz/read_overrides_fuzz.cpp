#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/run_error.h"
#include "roll/read_overrides.h"
#include "roll/utf8.h"

namespace {

bool is_sound(const std::string& name, const pehchan::PhotoOverride& one) {
  const bool is_named = name == one.file && !name.empty() && !pehchan::find_bad_utf8(name);
  const bool is_turned = one.quarter_turns >= 0 && one.quarter_turns < 4;
  const bool is_placed =
      !one.crop || (one.crop->width >= 1 && one.crop->height >= 1 && std::isfinite(one.crop->eyes.x) &&
                    std::isfinite(one.crop->eyes.y) && std::isfinite(one.crop->roll_deg));
  const bool sees = !one.eyes || one.eyes->distance() >= 1;
  return is_named && is_turned && is_placed && sees && one.sha256.size() == 64;
}

}  // namespace

/// Whatever the file of decisions holds, it is decisions that make sense or one error of ours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* header =
      "file,sha256,decision,rotate,crop_cx,crop_cy,crop_width,crop_height,crop_roll_deg,eye_right_x,eye_right_y,"
      "eye_left_x,eye_left_y,by\n";
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string& whole : {text, header + text}) {
    try {
      std::istringstream csv(whole);
      for (const auto& [name, one] : pehchan::read_overrides(csv, "photo_overrides.csv"))
        if (!is_sound(name, one)) std::abort();
    } catch (const pehchan::RunError& error) {
      if (error.code != pehchan::ExitCode::bad_input) std::abort();
    }
  }
  return 0;
}
