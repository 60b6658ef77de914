#include "card/usual_member.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace pehchan {

Member usual_member() {
  Member member;
  constexpr std::string_view values[] = {"M-0001234",
                                         "Savitri Kumari Sharma",
                                         "सावित्री कुमारी शर्मा",
                                         "+919000000000",
                                         "ABC1234567",
                                         "123",
                                         "Primary School, Nayapur",
                                         "Nayapur",
                                         "Nayapur",
                                         "Nayapur",
                                         "M-0001234.jpg",
                                         "receipt",
                                         "R-0001234",
                                         "2026-01-31",
                                         "confirmed",
                                         "2026-02-28",
                                         "Block Secretary",
                                         "2029-03-31"};
  static_assert(std::size(values) == field_count);
  std::copy(std::begin(values), std::end(values), member.values.begin());
  return member;
}

Member usual_member_for(const Visibility& visibility) {
  Member member = usual_member();
  if (visibility.unless && !visibility.unless->equals) member[visibility.unless->field].clear();
  if (visibility.when && visibility.when->equals) member[visibility.when->field] = *visibility.when->equals;
  return member;
}

CardNumber usual_number() { return make_card_number("PCN", "014", 999'999); }

CardNumber long_number() { return make_card_number("XXXX", "XXXX", 9'999'999); }

}  // namespace pehchan
