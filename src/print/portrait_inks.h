#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace pehchan {

/// How portraits become a press's inks: colours as they are (relative colorimetric, black matched to black), and where
/// cyan, magenta, yellow and black would be more than the limit together, the first three are lessened alike: black,
/// which gives a portrait its depth, stays. One for a run; threads may share it.
class PortraitInks {
 public:
  static constexpr int usual_limit = 300, least_limit = 200, most_limit = 400;  ///< % of ink on one spot

  /// `srgb` and `press` are ICC profiles; `limit` in % from least_limit to most_limit. Throws RunError (bad_config)
  /// when `press` cannot be used for it.
  PortraitInks(const std::string& srgb, const std::string& press, int limit);
  ~PortraitInks();

  int limit() const { return limit_; }
  /// A JPEG in CMYK (more is more ink) of one in RGB, as large, its colours as fine as its outlines. Once unpacked, no
  /// pixel has more ink than the limit: packing blurs, so that it is packed again with less until that holds. The same
  /// bytes for the same portrait. Throws RunError (internal) when it is not a sound JPEG.
  std::string in_inks(const std::string& rgb_jpeg) const;

 private:
  int limit_;
  std::shared_ptr<void> transform_;
};

/// The most ink on one pixel of a CMYK JPEG, in %. Throws RunError (bad_input) when it cannot be unpacked.
double most_ink(std::string_view cmyk_jpeg);

}  // namespace pehchan
