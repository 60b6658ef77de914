#include "ledger/retention.h"

#include "ledger/connection.h"
#include "ledger/events.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

constexpr long long seconds_a_day = 86'400;
constexpr const char* forget =
    "update card set name_key = '', mobile = '', epic = '', values_json = '', qr_text = '' where ";

}  // namespace

std::vector<Job> finished_jobs(Ledger& ledger, int days) {
  Connection& connection = ledger.connection();
  std::vector<Job> jobs;
  Job job;
  const long long age = seconds_a_day * days;
  reading(connection, [&] {
    query(
        connection,
        "select id, kind, folder, period, settings, pdf_date from job where id > 0 and state = 'closed' and exists "
        "(select 1 from sheet_file where job = job.id and state = 'released') and not exists (select 1 from sheet_file "
        "join placement on placement.file = sheet_file.id join card on card.number = placement.card where "
        "sheet_file.job = job.id and (sheet_file.state = 'prepared' or card.state not in ('handed_over', 'void') or "
        "card.handed_at > " +
            std::string(connection.now()) + " - :age or card.void_at > " + connection.now() + " - :age)) order by id",
        [&] { jobs.push_back(job); }, into(job.id), into(job.kind), into(job.folder), into(job.period),
        into(job.settings), into(job.date), use(age, "age"));
  });
  return jobs;
}

void forget_people(Ledger& ledger, const Job& job) {
  Connection& connection = ledger.connection();
  in_transaction(connection, [&] {
    change(connection,
           std::string(forget) +
               "state in ('handed_over', 'void') and number in (select card from placement join sheet_file on "
               "sheet_file.id = placement.file where "
               "sheet_file.job = :job)",
           use(job.id, "job"));
    change(connection, "update sheet_file set state = 'purged' where job = :job", use(job.id, "job"));
    add_event(connection, job.id, "purged", nlohmann::ordered_json::object());
  });
}

std::size_t forget_void_cards(Ledger& ledger, int days) {
  Connection& connection = ledger.connection();
  const long long age = seconds_a_day * days;
  return static_cast<std::size_t>(in_transaction(connection, [&] {
    return change(connection,
                  std::string(forget) + "state = 'void' and values_json <> '' and void_at <= " + connection.now() +
                      " - :age and not exists (select 1 from placement where placement.card = card.number)",
                  use(age, "age"));
  }));
}

}  // namespace pehchan
