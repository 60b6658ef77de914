#include "demo/places.h"

#include <array>

namespace pehchan {
namespace {

struct District {
  const char *name, *code;
  std::array<const char*, 3> blocks;
};

constexpr std::array<District, 2> districts = {
    {{"Nandigarh", "NDG", {"Kamalpur", "Sonbarsa Kalan", "Devkund"}},
     {"Chandrawati Nagar", "CHN", {"Raghunathganj", "Belwatika", "Madhuvan"}}}};

// Hindi ones in the second district: rolls are not all of one script.
constexpr std::array<std::array<const char*, 4>, 2> buildings = {
    {{"Primary School, Room 1", "Panchayat Bhawan", "Junior High School (East)", "Kanya Vidyalaya"},
     {"प्राथमिक विद्यालय, कक्ष 2", "पंचायत भवन", "उच्च माध्यमिक विद्यालय", "सामुदायिक केन्द्र"}}};

constexpr std::size_t booths_a_block = 4;

}  // namespace

std::size_t booth_count() { return districts.size() * districts[0].blocks.size() * booths_a_block; }

Booth booth_at(std::size_t index) {
  const std::size_t building = index % booths_a_block, block = index / booths_a_block % districts[0].blocks.size(),
                    district = index / booths_a_block / districts[0].blocks.size();
  const District& where = districts.at(district);
  return {std::to_string(index * 7 % 90 + 11 + index),
          buildings[district][building],
          where.blocks[block],
          where.name,
          "Purva Pradesh",
          where.code};
}

}  // namespace pehchan
