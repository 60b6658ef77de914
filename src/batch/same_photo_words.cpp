#include "batch/same_photo_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

namespace pehchan {
namespace {

constexpr std::size_t most_rows_named = 5;

Problem photo_same(const Member& member, Words reason) {
  return {.code = same_photo_code,
          .file = member[Field::photo],
          .row = member.row,
          .field = std::string(name_of(Field::photo)),
          .reason = std::move(reason)};
}

}  // namespace

Words same_photo_in_files(const std::vector<std::string>& files, bool is_exact) {
  const auto named = std::span(files).first(std::min(files.size(), most_rows_named));
  const std::string list = fmt::format("{}{}", fmt::join(named, ", "), named.size() < files.size() ? " …" : "");
  return {
      fmt::format("{} {}। दो सदस्यों को एक ही फ़ोटो न दें।", list, is_exact ? "भी यही फ़ोटो है" : "भी यही तस्वीर जान पड़ती है"),
      fmt::format("{} {}. See to it that they are not given to two members.", list,
                  is_exact ? "is the same photo" : "looks like the same picture")};
}

Problem same_photo_in_rows(const Member& member, const std::vector<std::size_t>& rows, bool is_exact) {
  const auto named = std::span(rows).first(std::min(rows.size(), most_rows_named));
  const std::size_t more = rows.size() - named.size();
  const std::string list = fmt::format("{}", fmt::join(named, ", "));
  const std::string hi = list + (more > 0 ? fmt::format(" और {} और", more) : "");
  const std::string en = list + (more > 0 ? fmt::format(" and {} more", more) : "");
  return photo_same(
      member, {fmt::format("यह फ़ोटो पंक्ति {} में भी {}। देखें कि फ़ोटो किसकी है, दूसरे सदस्य की अपनी फ़ोटो लगाएँ, फिर "
                           "'pehchan issue' चलाएँ।",
                           hi, is_exact ? "लगी है" : "लगी जान पड़ती है (वही तस्वीर, दोबारा भेजी हुई)"),
               fmt::format("{} in row {}, too. See whose it is, give the other member a photo of their own, then run "
                           "'pehchan issue' again.",
                           is_exact ? "This photo is" : "What looks like the same picture, sent again, is", en)});
}

Problem same_photo_on_card(const Member& member, const PhotoHolder& holder, bool is_exact) {
  return photo_same(
      member,
      {fmt::format(
           "सदस्य {0} के कार्ड {1} पर {2}। फ़ोटो उसकी हो तो इस सदस्य की अपनी फ़ोटो लगाएँ; इस सदस्य की हो तो सदस्य {0} की "
           "फ़ोटो ठीक करके 'pehchan replace {0} --reason correction' चलाएँ।",
           holder.member_no, holder.card.text, is_exact ? "यही फ़ोटो है" : "यही तस्वीर जान पड़ती है"),
       fmt::format(
           "The card {1} of member {0} shows {2}. If it is theirs, give this member a photo of their own; if it "
           "is this member's, correct the photo of member {0} and run 'pehchan replace {0} --reason "
           "correction'.",
           holder.member_no, holder.card.text, is_exact ? "this photo" : "what looks like the same picture")});
}

}  // namespace pehchan
