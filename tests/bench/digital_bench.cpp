// What the steps of a digital card cost (templates/member, both sides at 300 dpi), one thread: the PDF, the pictures
// drawn upon a ground or by Poppler from the PDF, packed by igzip or by libpng, the picture to share, reading back.
#include <benchmark/benchmark.h>
#include <png.h>

#include "batch/compose_card.h"
#include "batch/design.h"
#include "batch/digital_maker.h"
#include "batch/issue_options.h"
#include "batch/read_pictures.h"
#include "card/lay_out.h"
#include "digital/card_canvas.h"
#include "digital/png.h"
#include "digital/share_picture.h"
#include "golden/render_card.h"
#include "print/card_pages.h"
#include "print/inspect_artwork.h"
#include "print/page_picture.h"
#include "print/paint.h"
#include "print/read_back.h"
#include "support/scratch_folder.h"
#include "symbol/encode_qr.h"

namespace pehchan {
namespace {

struct Studio {
  const ScratchFolder folder{};
  const FontSet fonts{};
  const Design design = read_design("member", "a4-2x5", fonts, IssueOptions().link_base);
  const CardTemplate& card = design.sheet.card;
  const std::shared_ptr<const CardArtwork> artwork = read_artwork(card);
  const PixelSize px = picture_size_of(card.size);
  CardDrawings drawings = lay_out_card(card, fonts,
                                       {invented_member(),
                                        CardNumber{"PCN-001-000001-1"},
                                        invented_portrait(),
                                        *encode_qr("https://cards.example/v/PCN-001-000001-1", {25_mm}),
                                        {}})
                              .value();
  const SheetDesign page = [&] {
    SheetDesign own = own_page(card, design.sheet.literals, 0_mm);
    own.profile = read_press_profile(Purpose::archive, {});
    return own;
  }();

  void write_pdf(const CardDrawings& shown, const char* name) const {
    SheetPainter painter(folder / "painted", page, fonts, {.title = "card", .date = "2026-03-31"}, artwork);
    painter.add_sheet({&shown, 1}, {});
    painter.finish(folder / name);
  }
  CardGround ground(int number) const {
    write_pdf({}, "ground.pdf");
    return CardGround(page_picture(folder / "ground.pdf", number, px.width, px.height));
  }
  const CardGround front = ground(1), back = ground(2);
  CardCanvas canvas(int number) const { return {fonts, number == 1 ? front : back, card.size, card.corner_radius}; }
};

void pdf(benchmark::State& state) {
  const Studio studio;
  for (auto _ : state) studio.write_pdf(studio.drawings, "card.pdf");
  state.counters["kB"] = static_cast<double>(std::filesystem::file_size(studio.folder / "card.pdf")) / 1000;
}
BENCHMARK(pdf)->Unit(benchmark::kMillisecond);

void pictures_by_poppler(benchmark::State& state) {
  const Studio studio;
  studio.write_pdf(studio.drawings, "card.pdf");
  for (auto _ : state)
    for (const int page : {1, 2})
      benchmark::DoNotOptimize(page_picture(studio.folder / "card.pdf", page, studio.px.width, studio.px.height));
}
BENCHMARK(pictures_by_poppler)->Unit(benchmark::kMillisecond);

void pictures_on_canvas(benchmark::State& state) {
  const Studio studio;
  CardCanvas front = studio.canvas(1), back = studio.canvas(2);
  for (auto _ : state) {
    benchmark::DoNotOptimize(front.draw(studio.drawings.front));
    benchmark::DoNotOptimize(back.draw(studio.drawings.back));
  }
}
BENCHMARK(pictures_on_canvas)->Unit(benchmark::kMillisecond);

struct Drawn {
  Studio studio{};
  RgbPicture front = studio.canvas(1).draw(studio.drawings.front), back = studio.canvas(2).draw(studio.drawings.back);
};

void png_by_igzip(benchmark::State& state) {
  const Drawn drawn;
  std::size_t bytes = 0;
  for (auto _ : state) bytes = png_of(drawn.front, picture_dpi).size() + png_of(drawn.back, picture_dpi).size();
  state.counters["kB"] = static_cast<double>(bytes) / 1000;
}
BENCHMARK(png_by_igzip)->Unit(benchmark::kMillisecond);

std::string by_libpng(const RgbPicture& picture, int level) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &bytes,
      [](png_structp to, png_bytep data, size_t count) {
        static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<char*>(data), count);
      },
      [](png_structp) {});
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
               PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, level);
  png_write_info(png, info);
  for (int y = 0; y < picture.height; ++y)
    png_write_row(png, picture.pixels.data() + static_cast<std::size_t>(y) * picture.row_bytes());
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

void png_by_libpng(benchmark::State& state) {
  const Drawn drawn;
  std::size_t bytes = 0;
  const int level = static_cast<int>(state.range(0));
  for (auto _ : state) bytes = by_libpng(drawn.front, level).size() + by_libpng(drawn.back, level).size();
  state.counters["kB"] = static_cast<double>(bytes) / 1000;
}
BENCHMARK(png_by_libpng)->Arg(1)->Arg(6)->Unit(benchmark::kMillisecond);

void share(benchmark::State& state) {
  const Drawn drawn;
  std::size_t bytes = 0;
  for (auto _ : state) bytes = share_picture(drawn.front, drawn.back).jpeg.size();
  state.counters["kB"] = static_cast<double>(bytes) / 1000;
}
BENCHMARK(share)->Unit(benchmark::kMillisecond);

PageImage grey_of(const RgbPicture& picture) {
  PageImage image{{}, picture.width, picture.height, picture_dpi};
  for (std::size_t i = 0; i < picture.pixels.size(); i += 3) image.grey.push_back(picture.pixels[i + 1]);
  return image;
}

void read_the_qr(benchmark::State& state) {
  const Drawn drawn;
  const Rect box = drawn.studio.card.back.qr->box;
  for (auto _ : state) benchmark::DoNotOptimize(read_qr(grey_of(drawn.back), box));
  if (read_qr(grey_of(drawn.back), box).empty()) state.SkipWithError("the QR code is not read");
}
BENCHMARK(read_the_qr)->Unit(benchmark::kMillisecond);

void read_the_shared_qr(benchmark::State& state) {
  const Drawn drawn;
  const SharePicture picture = share_picture(drawn.front, drawn.back);
  bool is_read = true;
  for (auto _ : state) {
    GreyPicture grey = grey_of_jpeg(picture.jpeg);
    PageImage image{std::move(grey.pixels), grey.width, grey.height, picture_dpi};
    Rect box = drawn.studio.card.back.qr->box;
    box.x = box.x + Mm{picture.back_left * 25.4 / picture_dpi},
    box.y = box.y + Mm{picture.back_top * 25.4 / picture_dpi};
    is_read = is_read && !read_qr(image, box).empty();
  }
  if (!is_read) state.SkipWithError("the QR code is not read");
}
BENCHMARK(read_the_shared_qr)->Unit(benchmark::kMillisecond);

/// As it is done for each card: of pictures and picture to share, the QR code and what barcodes there are.
void read_all_codes(benchmark::State& state, const char* template_name) {
  const ScratchFolder folder;
  const FontSet fonts;
  const std::string link = IssueOptions().link_base;
  const DigitalDesign digital =
      digital_design(read_design(template_name, "a4-2x5", fonts, link), fonts, folder / "ground.pdf");
  const CardTemplate& card = digital.design.sheet.card;
  const CardNumber number{"PCN-001-000001-1"};
  const PreparedCard one = compose_card(digital.design, fonts, invented_member(), number,
                                        CardCode{.text = link + number.text}, invented_portrait())
                               .value();
  CardPictures pictures{
      .front = CardCanvas(fonts, digital.front, card.size, card.corner_radius).draw(one.drawings.front),
      .back = CardCanvas(fonts, digital.back, card.size, card.corner_radius).draw(one.drawings.back),
      .share = {}};
  pictures.share = share_picture(pictures.front, pictures.back);
  for (auto _ : state)
    if (const auto fault = misread_code(pictures, card, one.expected)) state.SkipWithError(fault->c_str());
  state.counters["barcodes"] = static_cast<double>(one.expected.barcodes.size());
}
BENCHMARK_CAPTURE(read_all_codes, member, "member")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_all_codes, booth_worker, "booth-worker")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pehchan

BENCHMARK_MAIN();
