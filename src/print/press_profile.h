#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

class PortraitInks;

/// What a PDF is made for; what each asks of a file is told in docs/pdf-profiles.md.
enum class Purpose {
  office,        ///< an office printer: RGB, light, no promise to any standard
  press,         ///< a print shop: PDF/X-4
  card_printer,  ///< a printer of plastic cards: a card a page, pure black for its black panel
  archive,       ///< to be kept and read on screens: PDF/A-2u
};

/// As people type it: "office", "press", "card-printer", "archive".
std::string_view word_of(Purpose purpose);
std::optional<Purpose> purpose_named(std::string_view word);

/// The inks and paper that a press file is meant for.
struct PrintingCondition {
  std::string icc;         ///< a CMYK profile of class prtr
  std::string identifier;  ///< "FOGRA39" as the ICC has it registered, or "Custom"
  std::string name;        ///< as the profile calls itself
};

/// What the sheets of a job are made for. It changes how their PDF is written, never what is on a card.
struct PressProfile {
  Purpose purpose = Purpose::office;
  PrintingCondition condition = {};               ///< of a press file; in an archive file what a designer's inks mean
  std::string srgb = {};                          ///< what RGB means, an ICC profile; none in an office file
  std::shared_ptr<const PortraitInks> inks = {};  ///< of a press file, what portraits become; null: they stay RGB
};

/// `icc` is the print shop's own profile; empty: the shipped one. With `ink_limit` (see print/portrait_inks) a press
/// file's portraits become inks. Throws RunError: missing_input, or bad_config when it is not a CMYK profile of class
/// prtr, or larger than 20 MB.
PressProfile read_press_profile(Purpose purpose, const std::filesystem::path& icc, std::optional<int> ink_limit = {});

}  // namespace pehchan
