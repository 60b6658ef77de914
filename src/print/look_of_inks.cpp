#include "print/look_of_inks.h"

#include <lcms2.h>

#include <cstddef>
#include <memory>

#include "base/run_error.h"
#include "print/amend_pdf.h"

namespace pehchan {
namespace {

/// Samples along each ink; between them colours are mixed.
constexpr unsigned samples = 11;

using IccProfile = std::unique_ptr<void, decltype([](void* profile) { cmsCloseProfile(profile); })>;
using Transform = std::unique_ptr<void, decltype([](void* transform) { cmsDeleteTransform(transform); })>;

IccProfile opened(const std::string& icc) {
  return IccProfile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
}

/// Every mixture on the grid; cyan changes fastest, as a PDF wants it.
std::string mixtures() {
  std::string inks;
  const auto at = [](unsigned sample) { return static_cast<char>(sample * 255 / (samples - 1)); };
  for (unsigned black = 0; black < samples; ++black)
    for (unsigned yellow = 0; yellow < samples; ++yellow)
      for (unsigned magenta = 0; magenta < samples; ++magenta)
        for (unsigned cyan = 0; cyan < samples; ++cyan) inks += {at(cyan), at(magenta), at(yellow), at(black)};
  return inks;
}

}  // namespace

std::string look_of_inks(const std::string& press, const std::string& srgb) {
  const IccProfile from = opened(press), to = opened(srgb);
  const Transform transform(from && to ? cmsCreateTransform(from.get(), TYPE_CMYK_8, to.get(), TYPE_RGB_8,
                                                            INTENT_RELATIVE_COLORIMETRIC,
                                                            cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE)
                                       : nullptr);
  if (!transform) throw RunError(ExitCode::bad_config, "the press's profile does not tell how its inks look");
  const std::string inks = mixtures();
  std::string rgb(inks.size() / 4 * 3, '\0');
  cmsDoTransform(transform.get(), inks.data(), rgb.data(), static_cast<cmsUInt32Number>(inks.size() / 4));
  return stream_object(
      "/FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1] /Size [11 11 11 11] /BitsPerSample 8", rgb);
}

}  // namespace pehchan
