#include "batch/digital_maker.h"

#include <system_error>
#include <utility>

#include "base/output_file.h"
#include "batch/compose_card.h"
#include "batch/read_pictures.h"
#include "digital/png.h"
#include "digital/share_picture.h"
#include "photo/portrait_of.h"
#include "print/card_pages.h"
#include "print/inspect_artwork.h"
#include "print/page_picture.h"
#include "print/paint.h"

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
  CardPictures pictures{
      .front = front_canvas.draw(card->drawings.front), .back = back_canvas.draw(card->drawings.back), .share = {}};
  pictures.share = share_picture(pictures.front, pictures.back);
  if (auto fault = misread_code(pictures, digital.design.sheet.card, card->expected)) return failure(std::move(*fault));
  write_pdf(folder / "card.pdf", digital, fonts, artwork, card->drawings,
            {.title = source.number.text, .date = source.date});
  if (auto fault = parts_->proofed(folder / "card.pdf", std::move(card->expected), source.portrait))
    return failure(std::move(*fault));
  return DrawnSizes{fs::file_size(folder / "card.pdf"),
                    write_bytes(folder / "front.png", png_of(pictures.front, picture_dpi)),
                    write_bytes(folder / "back.png", png_of(pictures.back, picture_dpi)),
                    write_bytes(folder / "share.jpg", pictures.share.jpeg)};
}

}  // namespace pehchan
