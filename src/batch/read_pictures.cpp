#include "batch/read_pictures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "digital/card_canvas.h"
#include "print/read_back.h"

namespace pehchan {
namespace {

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

PageImage grey_of(const SharePicture& share) {
  GreyPicture grey = grey_of_jpeg(share.jpeg);
  return {std::move(grey.pixels), grey.width, grey.height, picture_dpi};
}

/// Where a box of a side lies on the picture to share.
Rect on_share(const SharePicture& share, CardSide side, Rect box) {
  const bool is_front = side == CardSide::front;
  const auto mm = [](int px) { return Mm{px * 25.4 / picture_dpi}; };
  box.x += mm(is_front ? share.front_left : share.back_left);
  box.y += mm(is_front ? share.front_top : share.back_top);
  return box;
}

/// What lies at a place of a side.
using Part = std::function<PageImage(CardSide, const Rect&)>;

Rect all_of(const PageImage& part) {
  const auto mm = [](int px) { return Mm{px * 25.4 / picture_dpi}; };
  return {{}, {}, mm(part.width), mm(part.height)};
}

std::optional<std::string> misread_in(const char* picture, const Part& part_of, const CardTemplate& card,
                                      const ExpectedCard& expected) {
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const auto& qr = card.side(side).qr;
    if (!qr) continue;
    const PageImage part = part_of(side, qr->box);
    if (read_qr(part, all_of(part)) != expected.qr_text)
      return std::string("the QR code of its ") + picture + " does not read back";
  }
  for (const ExpectedBarcode& barcode : expected.barcodes) {
    const PageImage part = part_of(barcode.side, barcode.box);
    if (read_barcode(part, all_of(part), barcode.kind) != barcode.text)
      return std::string("a barcode of its ") + picture + " does not read back";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> misread_code(const CardPictures& pictures, const CardTemplate& card,
                                        const ExpectedCard& expected) {
  const Part of_side = [&](CardSide side, const Rect& box) {
    return grey_part(side == CardSide::front ? pictures.front : pictures.back, box);
  };
  if (auto fault = misread_in("picture", of_side, card, expected)) return fault;
  const PageImage shared = grey_of(pictures.share);
  const Part of_share = [&](CardSide side, const Rect& box) {
    return piece_of(shared, on_share(pictures.share, side, box)).image;
  };
  return misread_in("picture to share", of_share, card, expected);
}

}  // namespace pehchan
