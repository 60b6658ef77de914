#include "cli/misalignment_words.h"

#include <fmt/format.h>

#include <cmath>

namespace pehchan {
namespace {

std::string joined(const std::string& a, const std::string& b) { return a.empty() ? b : a + ", " + b; }

std::string moved(double mm, const char* more, const char* less, const char* form) {
  return std::abs(mm) < 0.005 ? "" : fmt::format(fmt::runtime(form), std::abs(mm), mm > 0 ? more : less);
}

std::string english(const Misalignment& e) {
  const double across = (e.scale_across - 1) * 100, down = (e.scale_down - 1) * 100;
  std::string words;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) words = joined(words, part);
  };
  add(moved(e.right.value, "right", "left", "{:.2f} mm too far {}"));
  add(moved(e.down.value, "low", "high", "{:.2f} mm too {}"));
  add(moved(across, "wide", "narrow", "{:.2f} % too {}"));
  add(moved(down, "tall", "short", "{:.2f} % too {}"));
  add(moved(e.turn_across, "clockwise", "counter-clockwise", "level lines turned {:.2f}° {}"));
  add(moved(e.turn_down, "clockwise", "counter-clockwise", "upright lines turned {:.2f}° {}"));
  return words.empty() ? "comes out where it should" : "comes out " + words;
}

std::string hindi(const Misalignment& e) {
  std::string words;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) words = joined(words, part);
  };
  add(moved(e.right.value, "दाएँ", "बाएँ", "{:.2f} मिमी {}"));
  add(moved(e.down.value, "नीचे", "ऊपर", "{:.2f} मिमी {}"));
  add(moved((e.scale_across - 1) * 100, "चौड़ा", "सँकरा", "{:.2f} % {}"));
  add(moved((e.scale_down - 1) * 100, "लंबा", "छोटा", "{:.2f} % {}"));
  const double turn = (e.turn_across + e.turn_down) / 2;
  add(moved(turn, "दाईं ओर", "बाईं ओर", "{:.2f}° {} घूमा हुआ"));
  return words.empty() ? "सही जगह छपता है" : words + " छपता है";
}

}  // namespace

std::string misalignment_words(const Misalignment& error) {
  return fmt::format("  {}\n  {}\n", english(error), hindi(error));
}

}  // namespace pehchan
