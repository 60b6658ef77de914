#include "print/press_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "print/portrait_inks.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_icc = 20'000'000;

constexpr std::array<std::pair<Purpose, std::string_view>, 4> words{{{Purpose::office, "office"},
                                                                     {Purpose::press, "press"},
                                                                     {Purpose::card_printer, "card-printer"},
                                                                     {Purpose::archive, "archive"}}};

using IccProfile = std::unique_ptr<void, decltype([](void* profile) { cmsCloseProfile(profile); })>;

std::string description_of(const IccProfile& profile) {
  std::array<char, 200> text{};
  cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text.data(), text.size());
  std::string name = text.data();
  std::erase_if(name, [](unsigned char c) { return c < 0x20 || c > 0x7E; });
  return name.empty() ? "CMYK" : name;
}

[[noreturn]] void refuse(const fs::path& icc, const std::string& why) {
  throw RunError(ExitCode::bad_config, icc.string() + ": " + why,
                 "Ask the print shop for the ICC profile of its press: CMYK, class 'prtr'.");
}

PrintingCondition read_condition(const fs::path& icc) {
  PrintingCondition condition{.icc = read_file(icc, largest_icc), .identifier = "Custom", .name = {}};
  const IccProfile profile(
      cmsOpenProfileFromMem(condition.icc.data(), static_cast<cmsUInt32Number>(condition.icc.size())));
  if (!profile) refuse(icc, "it is not an ICC profile");
  if (cmsGetColorSpace(profile.get()) != cmsSigCmykData || cmsGetDeviceClass(profile.get()) != cmsSigOutputClass)
    refuse(icc, "it is not a CMYK profile of an output device");
  if (!cmsIsCLUT(profile.get(), INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_OUTPUT))
    refuse(icc, "it does not say how colours become inks");
  condition.name = description_of(profile);
  return condition;
}

}  // namespace

std::string_view word_of(Purpose purpose) { return words.at(static_cast<std::size_t>(purpose)).second; }

std::optional<Purpose> purpose_named(std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.second == word; });
  return found == words.end() ? std::nullopt : std::optional(found->first);
}

PressProfile read_press_profile(Purpose purpose, const fs::path& icc, std::optional<int> ink_limit) {
  PressProfile profile{.purpose = purpose};
  const fs::path shipped = data_folder() / "icc";
  if (purpose == Purpose::press || purpose == Purpose::archive) {
    profile.condition = read_condition(icc.empty() ? shipped / "FOGRA39L.icc" : icc);
    if (icc.empty()) profile.condition.identifier = "FOGRA39";
    profile.srgb = read_file(shipped / "sRGB.icc", largest_icc);
  }
  if (purpose == Purpose::press && ink_limit)
    profile.inks = std::make_shared<PortraitInks>(profile.srgb, profile.condition.icc, *ink_limit);
  return profile;
}

}  // namespace pehchan
