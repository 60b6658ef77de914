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

/// The code of src/card, src/draw, src/print and src/batch, literals that run over several lines in one piece.
std::string code_with_messages();

}  // namespace pehchan
