#include "unit/photo/heic_grid.h"

#include "photo/heif_items.h"
#include "unit/photo/made_pictures.h"

namespace pehchan {
namespace {

std::string big(int value, int width) {
  std::string bytes;
  for (int i = width - 1; i >= 0; --i) bytes += static_cast<char>(value >> 8 * i & 0xFF);
  return bytes;
}

std::string box(const std::string& kind, const std::string& body) {
  return big(static_cast<int>(body.size()) + 8, 4) + kind + body;
}

std::string full_box(const std::string& kind, int version, const std::string& body) {
  return box(kind, big(version << 24, 4) + body);
}

std::string size_box(int width, int height) { return full_box("ispe", 0, big(width, 4) + big(height, 4)); }

std::string info(int id, const std::string& kind) { return full_box("infe", 2, big(id, 2) + big(0, 2) + kind + '\0'); }

struct Tile {
  std::string settings, data;
};

Tile coded_tile(const HeicGrid& grid) {
  const std::string file = file_of(PictureFormat::heic, drawn_picture(grid.coded_tile, grid.coded_tile));
  const HeifItems items = read_heif_items(file).value();
  const HeifItem* item = items.find(items.primary);
  std::string data;
  for (int i = 0; i < grid.pictures_per_item; ++i) data += item->data.at(0);
  return {std::string(item->hevc_settings), data};
}

// The grid is item 1, its tiles 2 and on; properties 1 hvcC, 2 the tile's size, 3 the whole's, 4 colour, 5 turn.
std::string properties(const HeicGrid& grid, const Tile& tile) {
  const int tiles = grid.columns * grid.rows;
  const std::string colour = box("colr", "nclx" + big(grid.primaries, 2) + big(13, 2) + big(6, 2) + '\x80');
  std::string uses = big(tiles + 1, 4) + big(1, 2) + big(3, 1) + "\x03\x04\x85";
  for (int id = 2; id < tiles + 2; ++id) uses += big(id, 2) + big(3, 1) + "\x81\x02\x04";
  return box("iprp", box("ipco", box("hvcC", tile.settings) + size_box(grid.tile, grid.tile) +
                                     size_box(grid.columns * grid.tile, grid.rows * grid.tile) + colour +
                                     box("irot", big(grid.quarter_turns, 1))) +
                         full_box("ipma", 0, uses));
}

std::string places(const HeicGrid& grid, const Tile& tile, int data_at) {
  const int tiles = grid.columns * grid.rows;
  std::string entries =
      big(0x4400, 2) + big(tiles + 1, 2) + big(1, 2) + big(1, 2) + big(0, 2) + big(1, 2) + big(0, 4) + big(8, 4);
  for (int id = 2; id < tiles + 2; ++id)
    entries +=
        big(id, 2) + big(0, 2) + big(0, 2) + big(1, 2) + big(data_at, 4) + big(static_cast<int>(tile.data.size()), 4);
  return full_box("iloc", 1, entries);
}

std::string meta(const HeicGrid& grid, const Tile& tile, int data_at) {
  const int tiles = grid.columns * grid.rows;
  std::string infos = big(tiles + 1, 2) + info(1, "grid"), parts = big(1, 2) + big(tiles, 2);
  for (int id = 2; id < tiles + 2; ++id) infos += info(id, grid.kind), parts += big(id, 2);
  const std::string shape = std::string(2, '\0') + big(grid.rows - 1, 1) + big(grid.columns - 1, 1) +
                            big(grid.claimed_width > 0 ? grid.claimed_width : grid.columns * grid.tile, 2) +
                            big(grid.rows * grid.tile, 2);
  return full_box("meta", 0,
                  full_box("hdlr", 0, big(0, 4) + "pict" + std::string(13, '\0')) + full_box("pitm", 0, big(1, 2)) +
                      full_box("iinf", 0, infos) + properties(grid, tile) + full_box("iref", 0, box("dimg", parts)) +
                      places(grid, tile, data_at) + box("idat", shape));
}

}  // namespace

std::string heic_of_grid(const HeicGrid& grid) {
  const Tile tile = coded_tile(grid);
  const std::string brands = box("ftyp", "heic" + big(0, 4) + "mif1heic");
  const auto data_at = brands.size() + meta(grid, tile, 0).size() + 8;
  return brands + meta(grid, tile, static_cast<int>(data_at)) + box("mdat", tile.data);
}

}  // namespace pehchan
