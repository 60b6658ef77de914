#include "photo/heif_items.h"

#include <algorithm>

#include "photo/byte_reader.h"

namespace pehchan {
namespace {
using namespace std::string_view_literals;

constexpr std::size_t most_items = 4096, most_references = 65'536, most_extents = 1024;

struct Box {
  std::string_view kind, body;
};

/// The boxes that follow each other in `bytes`; ends at the first that does not fit.
std::vector<Box> boxes(std::string_view bytes) {
  std::vector<Box> found;
  std::size_t at = 0;
  const ByteReader reader{bytes};
  while (found.size() < most_items) {
    const auto length = reader.u32(at);
    if (!length || !reader.u32(at + 4)) break;
    std::size_t head = 8, size = *length;
    if (size == 0) size = bytes.size() - at;  // to the end
    if (size == 1) {
      const auto high = reader.u32(at + 8), low = reader.u32(at + 12);
      if (!high || !low || *high != 0) break;
      head = 16, size = *low;
    }
    if (size < head || size > bytes.size() - at) break;
    found.push_back({bytes.substr(at + 4, 4), bytes.substr(at + head, size - head)});
    at += size;
  }
  return found;
}

std::optional<std::string_view> box(const std::vector<Box>& among, std::string_view kind) {
  const auto found = std::find_if(among.begin(), among.end(), [&](const Box& one) { return one.kind == kind; });
  if (found == among.end()) return std::nullopt;
  return found->body;
}

/// Reads one number after another; `is_short` once one lay outside.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes, std::size_t at = 0) : reader_{bytes}, at_(at) {}
  std::uint32_t next(std::size_t width) {
    const auto value = reader_.number(at_, width);
    at_ += width;
    if (!value) is_short = true;
    return value.value_or(0);
  }
  std::uint64_t next_long(std::size_t width) {
    if (width != 8) return next(width);
    const std::uint64_t high = next(4);
    return high << 32 | next(4);
  }
  bool is_short = false;

 private:
  ByteReader reader_;
  std::size_t at_;
};

HeifItem* find_in(HeifItems& file, std::uint32_t id) { return const_cast<HeifItem*>(file.find(id)); }

bool read_infos(std::string_view body, HeifItems& file) {
  Cursor cursor(body);
  const auto version = cursor.next(4) >> 24;
  cursor.next(version == 0 ? 2 : 4);
  const std::size_t head = version == 0 ? 6 : 8;
  if (cursor.is_short) return false;
  for (const Box& info : boxes(body.substr(head))) {
    Cursor entry(info.body);
    const auto entry_version = entry.next(4) >> 24;
    if (info.kind != "infe"sv || entry_version < 2) continue;
    const std::size_t id_width = entry_version == 2 ? 2 : 4;
    const auto id = entry.next(id_width);
    if (info.body.size() < 4 + id_width + 6 || file.find(id) != nullptr) return false;
    file.items.push_back({.id = id, .kind = info.body.substr(4 + id_width + 2, 4)});
  }
  return true;
}

bool read_references(std::string_view body, HeifItems& file) {
  Cursor head(body);
  const std::size_t id_width = head.next(4) >> 24 == 0 ? 2 : 4;
  if (head.is_short) return false;
  std::size_t count = 0;
  for (const Box& reference : boxes(body.substr(4))) {
    Cursor cursor(reference.body);
    HeifItem* item = find_in(file, cursor.next(id_width));
    if (item == nullptr || (reference.kind != "dimg"sv && reference.kind != "auxl"sv)) continue;
    for (auto left = cursor.next(2); left > 0 && !cursor.is_short; --left) {
      if (++count > most_references) return false;
      (reference.kind == "dimg"sv ? item->parts : item->serves).push_back(cursor.next(id_width));
    }
    if (cursor.is_short) return false;
  }
  return true;
}

void give(HeifItem& item, const Box& property) {
  Cursor cursor(property.body);
  cursor.next(4);
  if (property.kind == "ispe"sv) item.width = cursor.next(4), item.height = cursor.next(4);
  if (property.kind == "hvcC"sv) item.hevc_settings = property.body;
  if (property.kind == "auxC"sv)
    for (const auto name : {"urn:mpeg:hevc:2015:auxid:1"sv, "urn:mpeg:avc:2015:auxid:1"sv,
                            "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"sv})
      item.is_alpha |= property.body.substr(std::min<std::size_t>(4, property.body.size())).starts_with(name);
}

bool read_properties(std::string_view body, HeifItems& file) {
  const auto inside = boxes(body);
  const auto container = box(inside, "ipco"sv);
  if (!container) return false;
  const auto properties = boxes(*container);
  std::size_t count = 0;
  for (const Box& one : inside) {
    if (one.kind != "ipma"sv) continue;
    Cursor cursor(one.body);
    const auto head = cursor.next(4);
    const bool is_wide = (head & 1) != 0;
    for (auto entries = cursor.next(4); entries > 0 && !cursor.is_short; --entries) {
      if (++count > most_items) return false;
      HeifItem* item = find_in(file, cursor.next(head >> 24 < 1 ? 2 : 4));
      for (auto left = cursor.next(1); left > 0 && !cursor.is_short; --left) {
        const auto index = cursor.next(is_wide ? 2 : 1) & (is_wide ? 0x7FFFU : 0x7FU);
        if (item != nullptr && index >= 1 && index <= properties.size()) give(*item, properties[index - 1]);
      }
    }
    if (cursor.is_short) return false;
  }
  return true;
}

/// Where the extents lie: in the file, or in the meta box's own `idat`.
bool read_places(std::string_view body, std::string_view whole, std::string_view idat, HeifItems& file) {
  Cursor cursor(body);
  const auto version = cursor.next(4) >> 24;
  const auto widths = cursor.next(2);
  const std::size_t offset_width = widths >> 12, length_width = widths >> 8 & 15, base_width = widths >> 4 & 15,
                    index_width = version == 0 ? 0 : widths & 15, id_width = version < 2 ? 2 : 4;
  auto entries = cursor.next(id_width);
  if (entries > most_items) return false;
  for (; entries > 0 && !cursor.is_short; --entries) {
    HeifItem* item = find_in(file, cursor.next(id_width));
    const auto method = version == 0 ? 0 : cursor.next(2) & 15;
    cursor.next(2);  // which file; always this one
    const auto base = cursor.next_long(base_width);
    auto extents = cursor.next(2);
    if (extents > most_extents) return false;
    for (; extents > 0 && !cursor.is_short; --extents) {
      cursor.next_long(index_width);
      const auto offset = base + cursor.next_long(offset_width), length = cursor.next_long(length_width);
      if (item == nullptr) continue;
      const auto from = method == 0 ? whole : idat;
      if (method > 1 || offset > from.size() || length > from.size() - offset) return false;
      item->data.push_back(from.substr(offset, length));
    }
  }
  return !cursor.is_short;
}

}  // namespace

const HeifItem* HeifItems::find(std::uint32_t id) const {
  const auto found = std::find_if(items.begin(), items.end(), [id](const HeifItem& one) { return one.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool is_heic(std::string_view bytes) {
  const ByteReader reader{bytes};
  const auto length = reader.u32(0);
  if (!reader.has(4, "ftyp"sv) || !length || *length < 16) return false;
  bool is_hevc = false, is_any = false, is_av1 = false;
  for (std::size_t at = 8; at < *length && at < 256 && at + 4 <= bytes.size(); at += at == 8 ? 8 : 4) {
    const auto brand = bytes.substr(at, 4);
    for (const auto one : {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv}) is_hevc |= brand == one;
    is_any |= brand == "mif1"sv || brand == "msf1"sv;
    is_av1 |= brand == "avif"sv || brand == "avis"sv;
  }
  return is_hevc || (is_any && !is_av1);
}

std::optional<HeifItems> read_heif_items(std::string_view bytes) {
  const auto meta = box(boxes(bytes), "meta"sv);
  if (!meta || meta->size() < 4) return std::nullopt;
  const auto inside = boxes(meta->substr(4));
  const auto primary = box(inside, "pitm"sv), infos = box(inside, "iinf"sv), properties = box(inside, "iprp"sv),
             references = box(inside, "iref"sv), places = box(inside, "iloc"sv);
  if (!primary || !infos || !properties || !places) return std::nullopt;
  HeifItems file;
  Cursor cursor(*primary);
  file.primary = cursor.next(cursor.next(4) >> 24 == 0 ? 2 : 4);
  if (cursor.is_short || !read_infos(*infos, file) || !read_properties(*properties, file)) return std::nullopt;
  if (references && !read_references(*references, file)) return std::nullopt;
  if (!read_places(*places, bytes, box(inside, "idat"sv).value_or(""sv), file)) return std::nullopt;
  return file;
}

}  // namespace pehchan
