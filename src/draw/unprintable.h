#pragma once
#include <string>
#include <vector>

#include "draw/handles.h"

namespace pehchan {

/// The characters (UTF-8, each once, in the order of the text) of the layout's one line that must not be printed:
/// - those that no font of the set has, which would be drawn as boxes;
/// - those that cannot be seen or mean nothing: controls, format characters other than the joiners U+200C and U+200D,
///   variation selectors and fillers, private use, unassigned, U+FFFD;
/// - a mark without a letter to stand on, such as a vowel sign that begins a name or a second virama: HarfBuzz sets it
///   on a dotted circle, which it takes from the run's own font (HarfBuzz, hb-ot-shaper-syllabic.cc);
/// - the dotted circle U+25CC itself, which comes from text copied out of such a picture.
/// A layout of valid UTF-8 only.
std::vector<std::string> unprintable_in(PangoLayout* layout);

}  // namespace pehchan
