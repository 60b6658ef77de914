#include "ledger/photo_holders.h"

#include "ledger/card_rows.h"
#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

constexpr std::size_t page = 10'000;

/// A card that went back to the queue keeps what its lost sheet showed, and shows nothing now.
constexpr const char* shows_photo =
    "select photo_hash, photo_print, member, number from card where period = :period and state <> 'void' and "
    "(state <> 'ordered' or exists (select 1 from placement where placement.card = card.number)) and ";

}  // namespace

std::vector<PhotoHolder> photo_holders(Ledger& ledger, const std::string& period, std::span<const std::string> photos) {
  Connection& connection = ledger.connection();
  const std::string list = json_list(photos);
  std::vector<PhotoHolder> holders;
  PhotoHolder holder;
  reading(connection, [&] {
    query(
        connection, shows_photo + ("photo_hash <> '' and " + connection.is_any_of("photo_hash", "photos")),
        [&] { holders.push_back(holder); }, into(holder.photo_sha256), into(holder.photo_print), into(holder.member_no),
        into(holder.card.text), use(period, "period"), use(list, "photos"));
  });
  return holders;
}

void each_photo_print(Ledger& ledger, const std::string& period,
                      const std::function<void(const PhotoHolder&)>& on_holder) {
  Connection& connection = ledger.connection();
  std::vector<PhotoHolder> some;
  std::string last;
  do {
    some.clear();
    PhotoHolder holder;
    reading(connection, [&] {
      query(
          connection,
          shows_photo + ("photo_print <> '' and number > :last order by number limit " + std::to_string(page)),
          [&] { some.push_back(holder); }, into(holder.photo_sha256), into(holder.photo_print), into(holder.member_no),
          into(holder.card.text), use(period, "period"), use(last, "last"));
    });
    for (const PhotoHolder& one : some) on_holder(one);
    if (!some.empty()) last = some.back().card.text;
  } while (some.size() == page);
}

bool is_same_member(const std::string& a, const std::string& b) { return member_key_of(a) == member_key_of(b); }

}  // namespace pehchan
