#include "ledger/jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ledger/connection.h"
#include "ledger/events.h"

namespace pehchan {
using soci::into, soci::use;
namespace {

constexpr const char* job_columns = "select id, kind, folder, period, settings, pdf_date, state from job ";

template <class... Values>
std::vector<Job> read_jobs(Connection& connection, const std::string& condition, Values... values) {
  std::vector<Job> jobs;
  Job job;
  std::string state;
  query(
      connection, job_columns + condition,
      [&] {
        job.is_open = state == "open";
        jobs.push_back(job);
      },
      into(job.id), into(job.kind), into(job.folder), into(job.period), into(job.settings), into(job.date), into(state),
      values...);
  return jobs;
}

template <class... Values>
std::vector<JobFile> read_files(Connection& connection, const std::string& condition, Values... values) {
  std::vector<JobFile> files;
  JobFile file;
  long long first = 0, sheets = 0, cards = 0;
  query(
      connection,
      "select id, job, name, folder, sha256, first_sheet, sheets, (select count(*) from placement where file = "
      "sheet_file.id) from sheet_file where state = 'released' and " +
          condition + " order by id",
      [&] {
        file.first_sheet = static_cast<std::size_t>(first);
        file.sheets = static_cast<std::size_t>(sheets);
        file.cards = static_cast<std::size_t>(cards);
        files.push_back(file);
      },
      into(file.id), into(file.job), into(file.name), into(file.folder), into(file.sha256), into(first), into(sheets),
      into(cards), values...);
  return files;
}

void close(Connection& connection, const Job& job) {
  change(connection, "update job set state = 'closed' where id = :id", use(job.id, "id"));
}

long long insert_job(Connection& connection, const Job& job) {
  if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 1)";
  long long id = 0;
  connection.sql << std::string(
                        "insert into job (id, kind, folder, period, settings, pdf_date, state, opened_at) select "
                        "max(id) + 1, :kind, :folder, :period, :settings, :date, 'open', ") +
                        connection.now() + " from job returning id",
      use(job.kind, "kind"), use(job.folder, "folder"), use(job.period, "period"), use(job.settings, "settings"),
      use(job.date, "date"), into(id);
  return id;
}

std::vector<Job> open_jobs_like(Connection& connection, const Job& wanted) {
  return read_jobs(connection, "where state = 'open' and folder = :folder and kind = :kind order by id",
                   use(wanted.folder, "folder"), use(wanted.kind, "kind"));
}

bool is_same(const Job& job, const Job& wanted, const std::string& of_old) {
  return job.period == wanted.period &&
         (job.settings == wanted.settings || (!of_old.empty() && job.settings == of_old));
}

}  // namespace

std::string job_name(long long id) { return fmt::format("J{:04}", id); }

Job open_job(Ledger& ledger, const Job& wanted, const std::string& of_old) {
  Connection& connection = ledger.connection();
  return in_transaction(connection, [&] {
    for (const Job& job : open_jobs_like(connection, wanted)) {
      if (is_same(job, wanted, of_old)) return job;
      close(connection, job);
    }
    Job job = wanted;
    job.id = insert_job(connection, wanted);
    add_event(connection, job.id, "job opened",
              {{"kind", job.kind}, {"folder", job.folder}, {"period", job.period}, {"settings", job.settings}});
    return job;
  });
}

std::optional<std::string> date_to_go_on_with(Ledger& ledger, const Job& wanted, const std::string& of_old) {
  return reading(ledger.connection(), [&]() -> std::optional<std::string> {
    for (const Job& job : open_jobs_like(ledger.connection(), wanted))
      if (is_same(job, wanted, of_old)) return job.date;
    return std::nullopt;
  });
}

void close_jobs(Ledger& ledger, const std::string& folder, const std::string& kind) {
  in_transaction(ledger.connection(), [&] {
    change(ledger.connection(),
           "update job set state = 'closed' where state = 'open' and folder = :folder and kind = :kind",
           use(folder, "folder"), use(kind, "kind"));
  });
}

Job job_named(Ledger& ledger, std::string_view name) {
  std::string written(name);
  std::erase(written, ' ');
  std::string_view digits = written;
  if (!digits.empty() && (digits.front() == 'J' || digits.front() == 'j')) digits.remove_prefix(1);
  long long id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc() || end != digits.data() + digits.size()) id = 0;
  return reading(ledger.connection(), [&] {
    const auto jobs = read_jobs(ledger.connection(), "where id = :id and id > 0", use(id, "id"));
    if (jobs.empty())
      throw RunError(ExitCode::missing_input, fmt::format("there is no job '{}' in {}", name, ledger.name()),
                     "The sheets' margin and report.html name their job, such as J0003; or give the right --ledger.");
    return jobs.front();
  });
}

std::vector<JobFile> files_in(Ledger& ledger, const std::string& folder) {
  return reading(ledger.connection(),
                 [&] { return read_files(ledger.connection(), "folder = :folder", use(folder, "folder")); });
}

std::vector<JobFile> files_of(Ledger& ledger, const Job& job) {
  return reading(ledger.connection(),
                 [&] { return read_files(ledger.connection(), "job = :job", use(job.id, "job")); });
}

std::vector<JobFile> released_files(Ledger& ledger) {
  return reading(ledger.connection(), [&] { return read_files(ledger.connection(), "true"); });
}

std::vector<std::string> file_names(Ledger& ledger, const std::string& folder) {
  std::vector<std::string> names;
  std::string name;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(), "select name from sheet_file where folder = :folder", [&] { names.push_back(name); },
        into(name), use(folder, "folder"));
  });
  return names;
}

std::string next_file_name(Ledger& ledger, const std::string& folder, const std::string& stem) {
  const std::string start = stem + "-";
  unsigned highest = 0;
  for (const std::string& name : file_names(ledger, folder)) {
    unsigned number = 0;
    if (name.starts_with(start)) std::from_chars(name.data() + start.size(), name.data() + name.size(), number);
    highest = std::max(highest, number);
  }
  return fmt::format("{}{:04}.pdf", start, highest + 1);
}

std::size_t next_sheet(Ledger& ledger, const Job& job) {
  long long last = 0;
  reading(ledger.connection(), [&] {
    ledger.connection().sql << "select coalesce(max(first_sheet + sheets - 1), 0) from sheet_file where job = :job",
        use(job.id, "job"), into(last);
  });
  return static_cast<std::size_t>(last) + 1;
}

}  // namespace pehchan
