#include "photo/hevc.h"

#include <algorithm>
#include <string>

#include "photo/byte_reader.h"
#include "photo/limits.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

constexpr unsigned sequence_parameters = 33;  // nal_unit_type of H.265 table 7-1; those below 32 hold slices
constexpr std::uint32_t most_visits = 4096;   // 100 million px in tiles of 512 × 512 are 400
constexpr std::uint64_t most_bytes = 100'000'000;
constexpr std::uint32_t most_padding = 64;  // coded pictures are filled up to whole blocks

struct Size {
  std::uint32_t width = 0, height = 0;
};

/// Bits of a NAL unit without its emulation prevention bytes (7.3.1.1).
class Bits {
 public:
  explicit Bits(std::string_view unit) {
    for (std::size_t i = 0; i < unit.size(); ++i)
      if (i < 2 || unit.substr(i - 2, 3) != "\0\0\x03"sv) bytes_ += unit[i];
  }
  std::uint32_t next(unsigned count) {
    std::uint32_t value = 0;
    for (; count > 0; --count, ++at_) {
      if (at_ / 8 >= bytes_.size()) is_short = true;
      if (is_short) return 0;
      value = value << 1 | (static_cast<unsigned char>(bytes_[at_ / 8]) >> (7 - at_ % 8) & 1U);
    }
    return value;
  }
  std::uint32_t exp_golomb() {
    unsigned zeros = 0;
    while (!is_short && zeros < 31 && next(1) == 0) ++zeros;
    return (1U << zeros) - 1 + next(zeros);
  }
  void skip(unsigned count) {
    for (; count > 0; --count) next(1);
  }
  bool is_short = false;

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// profile_tier_level (7.3.3): 88 bits, 8 of level, then flags and levels of the sub-layers.
void skip_profile(Bits& bits, unsigned sub_layers) {
  bits.skip(96);
  unsigned more = 0;
  for (unsigned i = 0; i < sub_layers; ++i) {
    if (bits.next(1) != 0) more += 88;
    if (bits.next(1) != 0) more += 8;
  }
  if (sub_layers > 0) bits.skip(2 * (8 - sub_layers));
  bits.skip(more);
}

std::optional<Size> coded_size(std::string_view unit) {
  Bits bits(unit.substr(0, 512));
  bits.skip(16 + 4);
  const auto sub_layers = bits.next(3);
  bits.skip(1);
  skip_profile(bits, sub_layers);
  bits.exp_golomb();                         // its id
  if (bits.exp_golomb() == 3) bits.skip(1);  // chroma, and whether in planes of their own
  const Size size{bits.exp_golomb(), bits.exp_golomb()};
  if (bits.is_short) return std::nullopt;
  return size;
}

bool fits(const Size& coded, const HeifItem& item) {
  return coded.width > 0 && coded.height > 0 && coded.width <= item.width + most_padding &&
         coded.height <= item.height + most_padding;
}

unsigned kind_of(std::string_view unit) { return static_cast<unsigned char>(unit[0]) >> 1 & 0x3FU; }

/// The parameter sets of `hvcC` (ISO/IEC 14496-15 8.3.3): every size in them fits the item, and there is one.
bool settings_fit(const HeifItem& item) {
  const ByteReader reader{item.hevc_settings};
  const auto arrays = reader.number(22, 1);
  std::size_t at = 23;
  bool is_seen = false;
  for (std::uint32_t array = 0; array < arrays.value_or(0); ++array) {
    const auto units = reader.u16(at + 1);
    if (!units) return false;
    at += 3;
    for (std::uint32_t i = 0; i < *units; ++i) {
      const auto length = reader.u16(at);
      if (!length || *length < 3 || *length > item.hevc_settings.size() - at - 2) return false;
      const auto unit = item.hevc_settings.substr(at + 2, *length);
      at += 2 + *length;
      if (kind_of(unit) != sequence_parameters) continue;
      const auto size = coded_size(unit);
      if (!size || !fits(*size, item)) return false;
      is_seen = true;
    }
  }
  return is_seen;
}

// Three bytes that no NAL unit may hold (7.4.2): a hole of zeros in the file is seen by them, as CABAC has no checksum.
bool has_start_code(std::string_view unit) {
  for (auto at = unit.find("\0\0"sv); at != std::string_view::npos; at = unit.find("\0\0"sv, at + 1))
    if (at + 2 < unit.size() && unit[at + 2] >= 0 && unit[at + 2] < 3) return true;
  return false;
}

std::string joined(const HeifItem& item) {
  std::string all;
  for (const auto extent : item.data) all += extent;
  return all;
}

/// The grid's own words (ISO/IEC 23008-12 6.6.2.3) are those of its `ispe`, and it has a part for each place: libheif
/// takes memory by them.
bool grid_fits(const HeifItem& item) {
  const std::string data = joined(item);
  const ByteReader reader{data};
  const auto version = reader.number(0, 1), flags = reader.number(1, 1);
  const auto rows = reader.number(2, 1), columns = reader.number(3, 1);
  const std::size_t wide = (flags.value_or(0) & 1) != 0 ? 4 : 2;
  return version == 0u && rows && columns && (*rows + 1) * (*columns + 1) == item.parts.size() &&
         reader.number(4, wide) == item.width && reader.number(4 + wide, wide) == item.height;
}

/// The slices: all of one picture, so that the decoder keeps one, and no parameter set of another size among them.
bool is_one_picture(const HeifItem& item) {
  const std::string whole = item.data.size() == 1 ? std::string() : joined(item);
  const std::string_view data = item.data.size() == 1 ? item.data.front() : whole;
  const ByteReader reader{data};
  unsigned pictures = 0;
  for (std::size_t at = 0; at < data.size();) {
    const auto length = reader.u32(at);
    if (!length || *length < 3 || *length > data.size() - at - 4) return false;
    const auto unit = data.substr(at + 4, *length);
    at += 4 + std::size_t{*length};
    if (has_start_code(unit)) return false;
    if (kind_of(unit) < 32 && (unit[2] & 0x80) != 0) ++pictures;
    if (kind_of(unit) != sequence_parameters) continue;
    const auto size = coded_size(unit);
    if (!size || !fits(*size, item)) return false;
  }
  return pictures == 1;
}

std::optional<PhotoFault> add(const HeifItems& file, std::uint32_t id, int depth, HevcCost& cost) {
  constexpr int deepest = 3;  // a grid of turned pictures
  if (++cost.visits > most_visits) return PhotoFault::too_large;
  const HeifItem* item = file.find(id);
  if (item == nullptr || depth > deepest) return PhotoFault::damaged;
  if (item->kind == "grid"sv || item->kind == "iden"sv) {
    if (item->parts.empty() || (item->kind == "grid"sv && !grid_fits(*item))) return PhotoFault::damaged;
    for (const auto part : item->parts)
      if (const auto fault = add(file, part, depth + 1, cost)) return fault;
    return std::nullopt;
  }
  if (item->kind != "hvc1"sv && item->kind != "hev1"sv) return PhotoFault::format;
  const auto pixels = std::uint64_t{item->width} * item->height;
  cost.pixels += pixels;
  cost.largest = std::max(cost.largest, pixels);
  for (const auto extent : item->data) cost.bytes += extent.size();
  if (cost.pixels > 2 * most_pixels || cost.bytes > most_bytes) return PhotoFault::too_large;
  if (!settings_fit(*item) || !is_one_picture(*item)) return PhotoFault::damaged;
  return std::nullopt;
}

}  // namespace

Result<HevcCost, PhotoFault> hevc_cost(const HeifItems& file) {
  HevcCost cost;
  if (const auto fault = add(file, file.primary, 0, cost)) return failure(*fault);
  for (const HeifItem& item : file.items)
    if (item.is_alpha && !item.serves.empty())
      if (const auto fault = add(file, item.id, 1, cost)) return failure(*fault);
  return cost;
}

}  // namespace pehchan
