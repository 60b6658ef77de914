#include "batch/card_maker.h"

#include <utility>

#include "batch/card_hashes.h"

namespace pehchan {
CardMaker::CardMaker(const Design& design, std::filesystem::path photos, const CardCodes& codes,
                     PortraitMaker portraits)
    : design_(design), photos_(std::move(photos)), codes_(codes), portraits_(std::move(portraits)) {}

Result<PreparedCard, Withheld> CardMaker::make(const Member& member, const CardNumber& number,
                                               const std::optional<ListPlace>& place) {
  const auto code = codes_.code_of(member, number, place);
  if (!design_.shows_portrait()) return compose_card(design_, fonts_, member, number, code, Portrait{});
  // Taken before the photo is read: should it change in between, the next run sees a change too many, not one too few.
  const std::string stamp = photo_stamp(photos_ / member[Field::photo]);
  PreparedPhoto photo = portraits_.prepare(photos_, member[Field::photo]);
  Result<Portrait, std::vector<Problem>> portrait = failure(problems_of(photo.assessment, Grade::hold));
  if (photo.portrait) portrait = std::move(*photo.portrait);
  auto card = compose_card(design_, fonts_, member, number, code, std::move(portrait));
  if (!card) return card;
  card->hashes.photo = photo.assessment.sha256;
  card->hashes.photo_stamp = stamp;
  card->has_weak_photo = photo.assessment.grade == Grade::warn;
  return card;
}

}  // namespace pehchan
