#include "ledger/placing.h"

#include <fmt/format.h>

#include "ledger/card_rows.h"
#include "ledger/connection.h"
#include "ledger/events.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

using Json = nlohmann::ordered_json;

Json row_of(const PlacedCard& card) {
  const Member& member = card.member;
  return {{"card", card.number},
          {"sheet", card.sheet},
          {"slot", card.slot},
          {"copy", card.copy},
          {"row", card.hashes.row},
          {"photo", card.hashes.photo},
          {"stamp", card.hashes.photo_stamp},
          {"print", card.hashes.photo_print},
          {"template", card.hashes.card_template},
          {"name", name_key_of(member)},
          {"mobile", member[Field::mobile]},
          {"epic", member[Field::epic_no]},
          {"values", values_json_of(member)},
          {"code", card.qr_text},
          {"expires", card.expires_at}};
}

std::string rows_of(std::span<const PlacedCard> cards) {
  Json rows = Json::array();
  for (const PlacedCard& card : cards) rows.push_back(row_of(card));
  return rows.dump();
}

long long insert_file(Connection& connection, const JobFile& file) {
  if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 4)";
  long long id = 0;
  const auto first = static_cast<long long>(file.first_sheet), sheets = static_cast<long long>(file.sheets);
  connection.sql << "insert into sheet_file (id, job, name, folder, first_sheet, sheets, sha256, state) select "
                    "coalesce(max(id), 0) + 1, :job, :name, :folder, :first, :sheets, :sha256, 'prepared' from "
                    "sheet_file returning id",
      use(file.job, "job"), use(file.name, "name"), use(file.folder, "folder"), use(first, "first"),
      use(sheets, "sheets"), use(file.sha256, "sha256"), into(id);
  return id;
}

void insert_places(Connection& connection, long long file, const std::string& rows) {
  using C = Connection;
  change(connection,
         "insert into placement (file, sheet, slot, card, copy) select :file, " + C::number("sheet") + ", " +
             C::number("slot") + ", " + C::text("card") + ", " + C::number("copy") + " from " + connection.each("rows"),
         use(file, "file"), use(rows, "rows"));
}

/// From now on the card is what this file shows, not what the roll said when it was ordered.
void keep_what_is_shown(Connection& connection, const std::string& rows) {
  using C = Connection;
  change(connection,
         "update card set row_hash = " + C::text("row") + ", photo_hash = " + C::text("photo") + ", photo_stamp = " +
             C::text("stamp") + ", photo_print = " + C::text("print") + ", template_hash = " + C::text("template") +
             ", name_key = " + C::text("name") + ", mobile = " + C::text("mobile") + ", epic = " + C::text("epic") +
             ", values_json = " + C::text("values") + ", qr_text = " + C::text("code") +
             ", expires_at = " + C::number("expires") + " from " + connection.each("rows") +
             " where card.number = " + C::text("card") + " and card.state = 'ordered'",
         use(rows, "rows"));
}

struct FileFacts {
  long long job = 0;
  std::string kind, name, sha256;
  long long first_sheet = 0, sheets = 0, cards = 0;
};

FileFacts facts_of(Connection& connection, long long file) {
  FileFacts facts;
  connection.sql << "select sheet_file.job, job.kind, sheet_file.name, sheet_file.sha256, first_sheet, sheets, "
                    "(select count(*) from placement where file = sheet_file.id) from sheet_file join job on job.id = "
                    "sheet_file.job where sheet_file.id = :file",
      use(file, "file"), into(facts.job), into(facts.kind), into(facts.name), into(facts.sha256),
      into(facts.first_sheet), into(facts.sheets), into(facts.cards);
  return facts;
}

Json cards_on(Connection& connection, long long file) {
  Json cards = Json::array();
  std::string number;
  query(
      connection, "select card from placement where file = :file order by sheet, slot",
      [&] { cards.push_back(number); }, into(number), use(file, "file"));
  return cards;
}

/// In the same order, so that a code which is changed in the ledger is noticed.
Json code_hashes_on(Connection& connection, long long file) {
  Json hashes = Json::array();
  std::string code;
  query(
      connection,
      "select qr_text from placement join card on card.number = placement.card where file = :file order by sheet, slot",
      [&] { hashes.push_back(code_hash(code)); }, into(code), use(file, "file"));
  return hashes;
}

[[noreturn]] void refuse_count(const std::string& name) {
  throw RunError(ExitCode::internal, "the ledger and " + name + " do not agree about its cards",
                 "Nothing of it is claimed. Run 'pehchan ledger check' and report what it says.");
}

}  // namespace

long long prepare_file(Ledger& ledger, const Lease& lease, const JobFile& file, std::span<const PlacedCard> cards) {
  Connection& connection = ledger.connection();
  const std::string rows = rows_of(cards);
  Json numbers = Json::array();
  for (const PlacedCard& card : cards) numbers.push_back(card.number);
  const std::string list = numbers.dump();
  return in_transaction(connection, [&] {
    const long long own = lease.id();
    const long long taken =
        change(connection, "delete from work where lease = :lease and " + connection.is_any_of("card", "cards"),
               use(own, "lease"), use(list, "cards"));
    if (taken != static_cast<long long>(cards.size())) throw lost_lease();
    const long long id = insert_file(connection, file);
    insert_places(connection, id, rows);
    keep_what_is_shown(connection, rows);
    return id;
  });
}

long long prepare_copies(Ledger& ledger, const JobFile& file, std::span<const PlacedCard> cards) {
  Connection& connection = ledger.connection();
  const std::string rows = rows_of(cards);
  return in_transaction(connection, [&] {
    // Changes nothing, but holds the cards against those who void or hand over at this moment.
    const long long alive =
        change(connection,
               "update card set copies = copies where state in ('rendered', 'printed') and number in (select " +
                   Connection::text("card") + " from " + connection.each("rows") + ")",
               use(rows, "rows"));
    if (alive != static_cast<long long>(cards.size()))
      throw RunError(ExitCode::try_again, "one of the cards was voided or handed over at this moment",
                     "Nothing was made. Run the same command again: it says which one.");
    const long long id = insert_file(connection, file);
    insert_places(connection, id, rows);
    return id;
  });
}

void release_file(Ledger& ledger, long long file) {
  Connection& connection = ledger.connection();
  in_transaction(connection, [&] {
    const FileFacts facts = facts_of(connection, file);
    change(connection, "update sheet_file set state = 'released' where id = :file", use(file, "file"));
    const std::string from = facts.kind == "issue" ? "state = 'ordered'" : "state in ('rendered', 'printed')";
    const long long changed = change(
        connection,
        "update card set state = 'rendered', copies = placement.copy, rendered_at = " + std::string(connection.now()) +
            " from placement where placement.card = card.number and placement.file = "
            ":file and card." +
            from,
        use(file, "file"));
    if (changed != facts.cards) refuse_count(facts.name);
    Json detail{{"file", facts.name},
                {"sha256", facts.sha256},
                {"first_sheet", facts.first_sheet},
                {"sheets", facts.sheets},
                {"cards", cards_on(connection, file)}};
    if (facts.kind == "issue") detail["codes"] = code_hashes_on(connection, file);
    add_event(connection, facts.job, "rendered", detail);
  });
}

void forget_file(Ledger& ledger, long long file) {
  Connection& connection = ledger.connection();
  in_transaction(connection, [&] {
    const FileFacts facts = facts_of(connection, file);
    if (facts.kind == "issue")
      change(connection,
             "insert into work (card) select card from placement join card on card.number = placement.card where file "
             "= :file and card.state = 'ordered' on conflict do nothing",
             use(file, "file"));
    change(connection, "delete from placement where file = :file", use(file, "file"));
    change(connection, "delete from sheet_file where id = :file", use(file, "file"));
  });
}

std::vector<JobFile> prepared_files(Ledger& ledger, const std::string& folder) {
  Connection& connection = ledger.connection();
  std::vector<JobFile> files;
  JobFile file;
  reading(connection, [&] {
    query(
        connection,
        "select id, job, name, sha256 from sheet_file where folder = :folder and state = 'prepared' order by id",
        [&] { files.push_back(file); }, into(file.id), into(file.job), into(file.name), into(file.sha256),
        use(folder, "folder"));
  });
  return files;
}

}  // namespace pehchan
