#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pehchan {

/// A picture, or a part of one, inside a HEIF file (ISO/IEC 14496-12 8.11 and 23008-12 6).
struct HeifItem {
  std::uint32_t id = 0;
  std::string_view kind = {};               ///< "hvc1", "grid", "Exif", ...
  std::uint32_t width = 0, height = 0;      ///< px of its `ispe`; 0 without
  std::string_view hevc_settings = {};      ///< its `hvcC` box
  std::vector<std::string_view> data = {};  ///< its extents, inside the file
  std::vector<std::uint32_t> parts = {};    ///< the items it is made from (`dimg`), in order and as often as used
  std::vector<std::uint32_t> serves = {};   ///< the items it is an auxiliary of (`auxl`): alpha, depth, gain
  bool is_alpha = false;                    ///< its `auxC` says that it is an alpha plane
};

struct HeifItems {
  std::uint32_t primary = 0;
  std::vector<HeifItem> items = {};

  const HeifItem* find(std::uint32_t id) const;
};

/// Whether the file's brands say HEIF with HEVC pictures: heic, heix, heim, heis, hevc, hevx among them; or mif1 or
/// msf1 without avif or avis. (AVIF is none of our formats.)
bool is_heic(std::string_view bytes);

/// The items of a HEIF file's `meta` box, without decoding and without reading outside `bytes`; nothing when there is
/// no such box or it is cut off or contradicts itself. At most 4096 items and 65,536 references.
std::optional<HeifItems> read_heif_items(std::string_view bytes);

}  // namespace pehchan
