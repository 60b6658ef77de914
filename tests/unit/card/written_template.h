#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/card_template.h"

namespace pehchan {

/// A small template, whole and right: 85.6 x 54 mm, a name and a portrait on the front, a QR code on the back.
const std::string& right_toml();

/// right_toml() with each `first` replaced by its `second`.
std::string changed(const std::vector<std::pair<std::string, std::string>>& changes);

/// Parses this as a folder's card.toml, with artwork beside it.
CardTemplate parsed(const std::string& toml);

/// What parse_template tells, with "FOLDER/card.toml:" taken off each line: "12:1: …".
std::string told(const std::string& toml);
/// The same for right_toml() with one change.
std::string told_after(const std::string& from, const std::string& to);

}  // namespace pehchan
