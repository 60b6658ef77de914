#pragma once
#include <string>
#include <vector>

namespace pehchan {

/// A list of keys as src/card allows it: which table's, by the function that reads it ("read_portrait").
struct AllowedKeys {
  std::string reader;
  std::vector<std::string> keys;
};
std::vector<AllowedKeys> allowed_keys();

/// Every filter's name, from src/card/filter.cpp.
std::vector<std::string> filter_names();

/// Every string literal of src/card, src/draw, src/print and src/batch, one a line; those written in several pieces as
/// the one that they are, and … for each {place}.
std::string literals_in_code();

}  // namespace pehchan
