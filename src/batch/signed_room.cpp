#include "batch/signed_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/run_error.h"
#include "batch/qr_room.h"
#include "symbol/encode_qr.h"

namespace pehchan {
namespace {

/// Letters as Base45 has them: only how many there are decides how dense a code is.
const std::string usual_text(usual_signed_letters, 'A'), longest_text(longest_signed_letters, 'A');

}  // namespace

std::optional<SignedRoom> signed_room(const CardTemplate& design) {
  const auto& qr = design.back.qr ? design.back.qr : design.front.qr;
  if (!qr) return std::nullopt;
  SignedRoom room{.where = qr->where, .side = std::min(qr->box.width, qr->box.height)};
  room.usual = has_qr_room(usual_text, room.side) ? room.side : qr_room_for(usual_text, room.side);
  room.longest = has_qr_room(longest_text, room.side) ? room.side : qr_room_for(longest_text, room.side);
  if (const auto symbol = encode_qr(usual_text, {.side = room.side}))
    room.module = module_size({.side = room.side}, symbol->modules);
  return room;
}

Words told(const SignedRoom& room) {
  if (!room.fits_usual())
    return {
        fmt::format("हस्ताक्षर वाला QR कोड इस खाने में नहीं आएगा: उसे {:g} मिमी चाहिए, सबसे लंबे नामों के लिए {:g} मिमी।",
                    room.usual.value, room.longest.value),
        fmt::format("a signed QR code (pehchan issue --key) does not fit this box: it needs {:g} mm, for the longest "
                    "names {:g} mm, quiet zone included",
                    room.usual.value, room.longest.value)};
  if (!room.fits_longest())
    return {
        fmt::format("हस्ताक्षर वाला QR कोड इस खाने में आता है, पर सबसे लंबे नामों के लिए {:g} मिमी चाहिए।", room.longest.value),
        fmt::format("a signed QR code (pehchan issue --key) fits this box, but for the longest names it needs {:g} "
                    "mm, quiet zone included",
                    room.longest.value)};
  return {
      fmt::format("हस्ताक्षर वाला QR कोड इस खाने में आता है, सबसे लंबे नामों का भी (एक खाना {:.2f} मिमी)।", room.module.value),
      fmt::format("a signed QR code (pehchan issue --key) fits this box, {:.2f} mm a module, also with the longest "
                  "names",
                  room.module.value)};
}

void refuse_without_room(const CardTemplate& design) {
  const auto room = signed_room(design);
  if (!room)
    throw RunError(ExitCode::bad_config, "the template has no QR code that could be signed",
                   "Add [back.qr] to card.toml, or leave out --key.");
  if (!room->fits_usual())
    throw RunError(ExitCode::bad_config,
                   fmt::format("card.toml:{}:{}: {}", room->where.line, room->where.column, told(*room).en),
                   "Make the box larger, choose another --template, or leave out --key for cards with links.");
}

}  // namespace pehchan
