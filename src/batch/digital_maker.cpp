#include "batch/digital_maker.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "base/output_file.h"
#include "batch/compose_card.h"
#include "digital/png.h"
#include "digital/share_picture.h"
#include "photo/portrait_of.h"
#include "print/card_pages.h"
#include "print/inspect_artwork.h"
#include "print/page_picture.h"
#include "print/paint.h"
#include "print/read_back.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

void write_pdf(const fs::path& pdf, const DigitalDesign& design, const FontSet& fonts,
               const std::shared_ptr<const CardArtwork>& artwork, const CardDrawings& card, const PdfFacts& facts) {
  const fs::path painted = pdf.string() + ".painted";
  SheetPainter painter(painted, design.page, fonts, facts, artwork);
  painter.add_sheet({&card, 1}, {});
  painter.finish(pdf);
  std::error_code ignored;
  fs::remove(painted, ignored);
}

std::uintmax_t write_bytes(const fs::path& name, const std::string& bytes) {
  write_unsynced(name, bytes);
  return bytes.size();
}

/// A part of a card's picture in grey, as a scanner has it.
PageImage grey_part(const RgbPicture& picture, const Rect& area) {
  const auto px = [](Mm place, int most) {
    return std::clamp(static_cast<int>(std::lround(to_px(place, picture_dpi))), 0, most);
  };
  const int left = px(area.x, picture.width), right = px(area.right(), picture.width);
  const int top = px(area.y, picture.height), bottom = px(area.bottom(), picture.height);
  PageImage part{.grey = {}, .width = right - left, .height = bottom - top, .dpi = picture_dpi};
  for (int y = top; y < bottom; ++y) {
    const unsigned char* at = picture.pixels.data() + static_cast<std::size_t>(y) * picture.row_bytes() + left * 3;
    for (int x = left; x < right; ++x, at += 3)
      part.grey.push_back(static_cast<unsigned char>((at[0] * 77 + at[1] * 150 + at[2] * 29) >> 8));
  }
  return part;
}

std::string qr_in(const RgbPicture& picture, const Rect& box) {
  return read_qr(grey_part(picture, box), {{}, {}, box.width, box.height});
}

std::string qr_in(const SharePicture& share, CardSide side, Rect box) {
  GreyPicture grey = grey_of_jpeg(share.jpeg);
  const PageImage image{std::move(grey.pixels), grey.width, grey.height, picture_dpi};
  const bool is_front = side == CardSide::front;
  const auto mm = [](int px) { return Mm{px * 25.4 / picture_dpi}; };
  box.x += mm(is_front ? share.front_left : share.back_left);
  box.y += mm(is_front ? share.front_top : share.back_top);
  return read_qr(image, box);
}

}  // namespace

DigitalDesign digital_design(Design design, const FontSet& fonts, const fs::path& scratch) {
  DigitalDesign digital{.design = std::move(design), .page = {}, .front = {}, .back = {}};
  const CardTemplate& card = digital.design.sheet.card;
  digital.page = own_page(card, digital.design.sheet.literals, 0_mm);
  digital.page.profile = read_press_profile(Purpose::archive, {});
  write_pdf(scratch, digital, fonts, digital.design.artwork, {}, {.title = "ground", .date = "2000-01-01"});
  const PixelSize px = picture_size_of(card.size);
  digital.front = CardGround(page_picture(scratch, 1, px.width, px.height));
  digital.back = CardGround(page_picture(scratch, 2, px.width, px.height));
  return digital;
}

struct DigitalMaker::Parts {
  explicit Parts(const DigitalDesign& digital) : design(digital) {}

  CardCanvas canvas(CardSide side) const {
    const CardTemplate& card = design.design.sheet.card;
    return {fonts, design.ground(side), card.size, card.corner_radius};
  }

  /// The proof that sheets get, of a file that is one.
  std::optional<std::string> proofed(const fs::path& pdf, ExpectedCard expected, const std::string& jpeg) {
    if (is_proofed) return std::nullopt;
    if (!jpeg.empty()) expected.portrait = portrait_of(jpeg).luminance;
    const std::vector<std::string> no_slug{""};
    const auto faults = proof_sheets(pdf, design.page, {&expected, 1}, no_slug, 1);
    if (!faults.empty()) return "its PDF failed its proof: " + faults.front().reason;
    is_proofed = true;
    return std::nullopt;
  }

  const DigitalDesign& design;
  const FontSet fonts{};
  const std::shared_ptr<const CardArtwork> artwork = read_artwork(design.design.sheet.card);
  CardCanvas front = canvas(CardSide::front), back = canvas(CardSide::back);
  bool is_proofed = false;
};

DigitalMaker::DigitalMaker(const DigitalDesign& design) : parts_(std::make_unique<Parts>(design)) {}
DigitalMaker::~DigitalMaker() = default;

Result<DrawnSizes, std::string> DigitalMaker::make(const DigitalSource& source, const fs::path& folder) {
  auto& [digital, fonts, artwork, front_canvas, back_canvas, is_proofed] = *parts_;
  auto card = compose_card(digital.design, fonts, source.member, source.number, CardCode{.text = source.qr_text},
                           source.portrait.empty() ? Portrait{} : unmeasured_portrait(source.portrait));
  if (!card) return failure("it cannot be laid out: " + card.error().problems.front().reason.en);
  const RgbPicture front = front_canvas.draw(card->drawings.front), back = back_canvas.draw(card->drawings.back);
  const SharePicture share = share_picture(front, back);
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const auto& qr = digital.design.sheet.card.side(side).qr;
    if (!qr) continue;
    if (qr_in(side == CardSide::front ? front : back, qr->box) != card->expected.qr_text)
      return failure(std::string("the QR code of its picture does not read back"));
    if (qr_in(share, side, qr->box) != card->expected.qr_text)
      return failure(std::string("the QR code of its picture to share does not read back"));
  }
  write_pdf(folder / "card.pdf", digital, fonts, artwork, card->drawings,
            {.title = source.number.text, .date = source.date});
  if (auto fault = parts_->proofed(folder / "card.pdf", std::move(card->expected), source.portrait))
    return failure(std::move(*fault));
  return DrawnSizes{fs::file_size(folder / "card.pdf"), write_bytes(folder / "front.png", png_of(front, picture_dpi)),
                    write_bytes(folder / "back.png", png_of(back, picture_dpi)),
                    write_bytes(folder / "share.jpg", share.jpeg)};
}

}  // namespace pehchan
