#include "ledger/schema.h"

#include <fmt/format.h>

#include <vector>

namespace pehchan {
namespace {

/// One step: its statements are run one by one, since SQLite under SOCI silently runs only the first of several.
struct Step {
  std::vector<const char*> both, sqlite, postgres;
};

// The constraints do the work: one live card a member and period, one replacement a card, one place a copy.
const std::vector<Step>& steps() {
  static const std::vector<Step> all = {
      // 1: districts, jobs, cards, files, places, the queue, events.
      {.both =
           {
               "create table district (name text primary key, code text not null)",
               "create table series (prefix text not null, code text not null, last_number bigint not null, "
               "primary key (prefix, code))",
               "create table job (id bigint primary key, kind text not null check (kind in ('issue', 'remake')), "
               "folder text not null, period text not null, settings text not null, pdf_date text not null, "
               "state text not null check (state in ('open', 'closed')), opened_at bigint not null, "
               "events bigint not null default 0, last_hash text not null default '')",
               "create table card (number text primary key, member text not null, period text not null, "
               "district text not null, "
               "state text not null check (state in ('ordered', 'rendered', 'printed', 'handed_over', 'void')), "
               "reason text not null check (reason in ('first', 'lost', 'damaged', 'correction', 'renewal', "
               "'misprint', 'withdrawn')), "
               "replaces text unique references card (number), void_reason text not null default '', "
               "copies bigint not null default 0, row_hash text not null default '', "
               "photo_hash text not null default '', template_hash text not null default '', "
               "name_key text not null default '', mobile text not null default '', epic text not null default '', "
               "values_json text not null default '', "
               "ordered_at bigint not null, rendered_at bigint not null default 0, "
               "printed_at bigint not null default 0, handed_at bigint not null default 0, "
               "void_at bigint not null default 0)",
               "create unique index one_live_card on card (member, period) where state <> 'void'",
               "create index card_of_mobile on card (mobile) where mobile <> ''",
               "create index card_of_epic on card (epic) where epic <> ''",
               "create index card_of_member on card (member)",
               "create table sheet_file (id bigint primary key, job bigint not null references job (id), "
               "name text not null, folder text not null, first_sheet bigint not null, sheets bigint not null, "
               "sha256 text not null, state text not null check (state in ('prepared', 'released', 'purged')), "
               "unique (folder, name))",
               "create index sheet_file_of_job on sheet_file (job)",
               "create table placement (file bigint not null references sheet_file (id), sheet bigint not null, "
               "slot bigint not null, card text not null references card (number), copy bigint not null, "
               "primary key (file, sheet, slot), unique (card, copy))",
               "create table lease (id bigint primary key, holder text not null, expires_at bigint not null)",
               "create table work (card text primary key references card (number), lease bigint)",
               "create index work_of_lease on work (lease)",
               "create table event (job bigint not null references job (id), seq bigint not null, at bigint not null, "
               "who text not null, host text not null, what text not null, detail text not null, "
               "previous text not null, hash text not null, primary key (job, seq))",
               "insert into job (id, kind, folder, period, settings, pdf_date, state, opened_at) "
               "values (0, 'issue', '', '', '', '', 'closed', 0)",
           },
       .sqlite = {"create trigger event_stays before update on event begin select raise(abort, 'events are only ever "
                  "added'); end",
                  "create trigger event_is_kept before delete on event begin select raise(abort, 'events are only ever "
                  "added'); end"},
       .postgres = {"create function pehchan_events_stay() returns trigger language plpgsql as "
                    "'begin raise exception ''events are only ever added''; end'",
                    "create trigger event_stays before update or delete on event for each row "
                    "execute function pehchan_events_stay()"}},
      // 2: the photo's size and time, so that an unchanged photo need not be read to know that it is unchanged.
      {.both = {"alter table card add column photo_stamp text not null default ''"}, .sqlite = {}, .postgres = {}},
      // 3: UP/12 and UP-12 are one member; leases have a count of their own.
      {.both = {"create table fence (last_lease bigint not null)", "insert into fence (last_lease) values (0)",
                "drop index one_live_card", "drop index card_of_member",
                "create unique index one_live_card on card (replace(member, '/', '-'), period) where state <> 'void'",
                "create index card_of_member on card (replace(member, '/', '-'), period)"},
       .sqlite = {},
       .postgres = {}},
      // 4: how the photo looks, so that the same picture is not printed for two members.
      {.both = {"alter table card add column photo_print text not null default ''",
                "create index card_of_photo on card (photo_hash) where photo_hash <> ''"},
       .sqlite = {},
       .postgres = {}},
      // 5: what each card's QR code says, so that it can be made again without a key, until when it counts, and where
      // status lists tell of it.
      {.both = {"alter table card add column qr_text text not null default ''",
                "alter table card add column expires_at bigint not null default 0",
                "create table status_place (card text primary key references card (number), list bigint not null, "
                "place bigint not null, unique (list, place))"},
       .sqlite = {},
       .postgres = {}},
      // 6: where each card's digital form is found, what was made of it, and where it was told to be.
      {.both = {"create table digital_card (card text primary key references card (number), token text not null "
                "unique, built text not null default '')",
                "create table digital_told (card text not null references card (number), base text not null, "
                "primary key (card, base))"},
       .sqlite = {},
       .postgres = {}},
      // 7: the number of the list that it was told in, which no later list may have.
      {.both = {"alter table digital_told add column list bigint not null default 0"}, .sqlite = {}, .postgres = {}},
  };
  return all;
}

bool has_schema(Connection& connection) {
  long long count = 0;
  connection.sql << (connection.is_postgres
                         ? "select count(*) from pg_tables where tablename = 'ledger_schema' and schemaname = "
                           "current_schema()"
                         : "select count(*) from sqlite_master where type = 'table' and name = 'ledger_schema'"),
      soci::into(count);
  return count > 0;
}

int version_of(Connection& connection) {
  if (!has_schema(connection)) return 0;
  int version = 0;
  connection.sql << "select version from ledger_schema", soci::into(version);
  return version;
}

void run(Connection& connection, const std::vector<const char*>& statements) {
  for (const char* statement : statements) connection.sql << statement;
}

void take_step(Connection& connection, int from) {
  // Of two programs that meet a new ledger at once, the second waits here and finds the step taken.
  if (connection.is_postgres) connection.sql << "select pg_advisory_xact_lock(20553, 0)";
  if (version_of(connection) != from) return;
  if (from == 0) {
    connection.sql << "create table ledger_schema (version integer not null)";
    connection.sql << "insert into ledger_schema (version) values (0)";
  }
  const Step& step = steps()[static_cast<std::size_t>(from)];
  run(connection, step.both);
  run(connection, connection.is_postgres ? step.postgres : step.sqlite);
  const int reached = from + 1;  // outlives the statement, as a temporary would not
  connection.sql << "update ledger_schema set version = :version", soci::use(reached, "version");
}

}  // namespace

int newest_schema() { return static_cast<int>(steps().size()); }

void migrate(Connection& connection, int version) {
  int found = reading(connection, [&] { return version_of(connection); });
  if (found > newest_schema())
    throw RunError(ExitCode::bad_config,
                   fmt::format("the ledger has schema {}, this program knows {}", found, newest_schema()),
                   "A newer Pehchan has used it: update this one too.");
  for (; found < version; ++found) in_transaction(connection, [&] { take_step(connection, found); });
}

}  // namespace pehchan
