#include "ledger/digital_cards.h"

#include "ledger/card_rows.h"
#include "ledger/connection.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

constexpr const char* made = "card.state in ('rendered', 'printed', 'handed_over')";

std::string rows_of(std::span<const OfCard> texts) {
  nlohmann::json rows = nlohmann::json::array();
  for (const OfCard& one : texts) rows.push_back({{"card", one.card}, {"text", one.text}});
  return rows.dump();
}

}  // namespace

std::vector<Job> jobs_of_period(Ledger& ledger, const std::string& period) {
  std::vector<Job> jobs;
  Job job;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select id, kind, folder, period, settings, pdf_date from job where id > 0 and period = :period order by id",
        [&] { jobs.push_back(job); }, into(job.id), into(job.kind), into(job.folder), into(job.period),
        into(job.settings), into(job.date), use(period, "period"));
  });
  return jobs;
}

std::size_t count_made(Ledger& ledger, const std::string& period) {
  long long count = 0;
  reading(ledger.connection(), [&] {
    ledger.connection().sql << "select count(*) from card where period = :period and " + std::string(made),
        use(period, "period"), into(count);
  });
  return static_cast<std::size_t>(count);
}

std::vector<DigitalFile> digital_files(Ledger& ledger, const Job& job) {
  std::vector<DigitalFile> files;
  DigitalFile one;
  std::string state;
  long long first = 0, sheets = 0;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select id, job, name, folder, sha256, first_sheet, sheets, state from sheet_file where job = :job and state "
        "<> 'prepared' order by id",
        [&] {
          one.file.first_sheet = static_cast<std::size_t>(first);
          one.file.sheets = static_cast<std::size_t>(sheets);
          one.is_purged = state == "purged";
          files.push_back(one);
        },
        into(one.file.id), into(one.file.job), into(one.file.name), into(one.file.folder), into(one.file.sha256),
        into(first), into(sheets), into(state), use(job.id, "job"));
  });
  return files;
}

std::vector<DigitalCard> digital_cards_on(Ledger& ledger, const JobFile& file, const std::string& period, Behind behind,
                                          std::size_t limit) {
  std::vector<DigitalCard> cards;
  DigitalCard card;
  std::string member, values;
  long long sheet = 0, slot = 0;
  const auto from_sheet = static_cast<long long>(behind.sheet), from_slot = static_cast<long long>(behind.slot);
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select card.number, card.member, card.values_json, card.qr_text, card.expires_at, card.template_hash, "
        "card.photo_hash, placement.sheet, placement.slot, coalesce(digital_card.token, ''), "
        "coalesce(digital_card.built, '') from placement join card on card.number = placement.card and card.copies = "
        "placement.copy left join digital_card on digital_card.card = card.number where placement.file = :file and "
        "(placement.sheet, placement.slot) > (:sheet, :slot) and card.period = :period and " +
            std::string(made) + " order by placement.sheet, placement.slot limit " + std::to_string(limit),
        [&] {
          card.member = member_of(member, values);
          card.sheet = static_cast<std::size_t>(sheet), card.slot = static_cast<std::size_t>(slot);
          cards.push_back(card);
        },
        into(card.number.text), into(member), into(values), into(card.qr_text), into(card.expires_at),
        into(card.card_template), into(card.photo), into(sheet), into(slot), into(card.form.token),
        into(card.form.built), use(file.id, "file"), use(from_sheet, "sheet"), use(from_slot, "slot"),
        use(period, "period"));
  });
  return cards;
}

std::map<std::size_t, std::vector<std::size_t>> filled_slots(Ledger& ledger, const JobFile& file) {
  std::map<std::size_t, std::vector<std::size_t>> filled;
  long long sheet = 0, slot = 0;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(), "select sheet, slot from placement where file = :file order by sheet, slot",
        [&] { filled[static_cast<std::size_t>(sheet)].push_back(static_cast<std::size_t>(slot) - 1); }, into(sheet),
        into(slot), use(file.id, "file"));
  });
  return filled;
}

std::vector<DeadCard> dead_digital_cards(Ledger& ledger, const std::string& after, std::size_t limit) {
  std::vector<DeadCard> cards;
  DeadCard card;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(),
        "select card.number, card.period, token, built from digital_card join card on card.number = digital_card.card "
        "where "
        "card.state = 'void' and card.number > :after order by card.number limit " +
            std::to_string(limit),
        [&] { cards.push_back(card); }, into(card.number.text), into(card.period), into(card.form.token),
        into(card.form.built), use(after, "after"));
  });
  return cards;
}

std::size_t count_forgotten_digital(Ledger& ledger) {
  long long count = 0;
  reading(ledger.connection(), [&] {
    ledger.connection().sql << "select count(*) from digital_card join card on card.number = digital_card.card where "
                               "built <> '' and values_json = '' and card.state <> 'void'",
        into(count);
  });
  return static_cast<std::size_t>(count);
}

std::vector<std::string> give_tokens(Ledger& ledger, std::span<const OfCard> tokens) {
  using C = Connection;
  Connection& connection = ledger.connection();
  const std::string rows = rows_of(tokens);
  std::vector<std::string> numbers;
  for (const OfCard& one : tokens) numbers.push_back(one.card);
  const std::string list = json_list(numbers);
  std::map<std::string, std::string> given;
  std::string card, token;
  in_transaction(connection, [&] {
    change(connection,
           "insert into digital_card (card, token) select " + C::text("card") + ", " + C::text("text") + " from " +
               connection.each("rows") + " where true on conflict (card) do nothing",
           use(rows, "rows"));
    query(
        connection, "select card, token from digital_card where " + connection.is_any_of("card", "cards"),
        [&] { given[card] = token; }, into(card), into(token), use(list, "cards"));
  });
  std::vector<std::string> all;
  for (const std::string& number : numbers) all.push_back(given.at(number));
  return all;
}

void mark_built(Ledger& ledger, std::span<const OfCard> built) {
  using C = Connection;
  Connection& connection = ledger.connection();
  const std::string rows = rows_of(built);
  in_transaction(connection, [&] {
    change(connection,
           "update digital_card set built = " + C::text("text") + " from " + connection.each("rows") +
               " where digital_card.card = " + C::text("card"),
           use(rows, "rows"));
  });
}

}  // namespace pehchan
