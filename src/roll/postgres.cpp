#include "roll/postgres.h"

#include <fmt/format.h>

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/run_error.h"
#include "roll/database_select.h"
#include "roll/database_url.h"

namespace pehchan {
namespace {

constexpr const char* next_page = "fetch forward 10000 from pehchan_roll";

struct Closer {
  void operator()(PGresult* result) const { PQclear(result); }
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Answer = std::unique_ptr<PGresult, Closer>;

/// The address with time limits for what it leaves open: a server that is not there must not be waited for for ever.
std::string connection(const std::string& where) {
  const std::unique_ptr<PQconninfoOption, Closer> given(PQconninfoParse(where.c_str(), nullptr));
  if (!given)
    throw RunError(ExitCode::usage, fmt::format("{} is not a database address", masked(where)),
                   "It looks like postgresql://USER@HOST:PORT/DATABASE; signs such as @ or / in a password are written "
                   "as %40 or %2F.");
  std::map<std::string, std::string> options = {{"connect_timeout", "10"},     {"keepalives_idle", "30"},
                                                {"keepalives_interval", "10"}, {"keepalives_count", "3"},
                                                {"tcp_user_timeout", "60000"}, {"application_name", "pehchan"}};
  for (const PQconninfoOption* option = given.get(); option->keyword != nullptr; ++option)
    if (option->val != nullptr) options[option->keyword] = option->val;
  options["client_encoding"] = "UTF8";
  std::string text;
  for (const auto& [name, value] : options) {
    text += name + "='";
    for (const char c : value) text += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    text += "' ";
  }
  return text;
}

class PostgresRows : public RowSource {
 public:
  explicit PostgresRows(const RollSource& source) : where_(source.where) {
    try {
      session_.open(soci::postgresql, connection(where_));
    } catch (const soci::soci_error& error) {
      refuse_unavailable(error.get_error_message());
    }
    run("set datestyle to iso, ymd");
    run("begin transaction isolation level repeatable read read only");
    if (source.table.empty()) describe(without_end(source.query));
    names_ = describe("select * from " + select_from(source));
    run("declare pehchan_roll no scroll cursor for " + select_as_text(source, names_));
  }

  bool next(Record& record) override {
    if (row_ == 0) {
      record = {.row = ++row_, .cells = names_};
      return true;
    }
    do {
      if (!step()) return false;
      record.row = ++row_;
      take_row(*at_, record);
    } while (is_blank(record));
    return true;
  }
  void expect_columns(std::size_t) override {}
  SourceForm form() const override { return {.format = RollFormat::database}; }

 private:
  PGconn* handle() { return static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_; }

  [[noreturn]] void refuse_unavailable(const std::string& message) const {
    throw RunError(ExitCode::unavailable,
                   fmt::format("the database {} does not answer: {}", masked(where_), scrubbed(message, where_)),
                   "Check the address, the network and that the server runs, then run the same command again.");
  }

  [[noreturn]] void refuse(std::string_view state, const std::string& message) {
    constexpr std::string_view connection_lost = "08", shut_down = "57P", full = "53", bad_data = "22";
    if (PQstatus(handle()) != CONNECTION_OK || state.starts_with(connection_lost) || state.starts_with(shut_down) ||
        state.starts_with(full))
      refuse_unavailable(message);
    // What the server says of data that will not convert has the data in it.
    const std::string told =
        state.starts_with(bad_data) ? fmt::format("a value cannot be converted (SQLSTATE {})", state) : message;
    throw RunError(ExitCode::bad_input, fmt::format("{}: {}", masked(where_), scrubbed(told, where_)),
                   "Check --table or --query.");
  }

  Answer expect(PGresult* result, ExecStatusType wanted) {
    Answer answer(result);
    if (PQresultStatus(answer.get()) == wanted) return answer;
    const char* const state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
    const char* const message = PQresultErrorField(answer.get(), PG_DIAG_MESSAGE_PRIMARY);
    refuse(state != nullptr ? state : "", message != nullptr ? message : PQerrorMessage(handle()));
  }

  /// Not through SOCI, which would take a ':' in a query for the name of a parameter.
  void run(const std::string& sql) { expect(PQexec(handle(), sql.c_str()), PGRES_COMMAND_OK); }

  /// The names of a statement's columns. The server refuses several statements here, and so a text that would end the
  /// brackets which are later put around it.
  std::vector<std::string> describe(const std::string& sql) {
    expect(PQprepare(handle(), "", sql.c_str(), 0, nullptr), PGRES_COMMAND_OK);
    const Answer answer = expect(PQdescribePrepared(handle(), ""), PGRES_COMMAND_OK);
    std::vector<std::string> names;
    for (int i = 0; i < PQnfields(answer.get()); ++i) names.emplace_back(PQfname(answer.get(), i));
    if (names.empty() || PQnparams(answer.get()) > 0)
      throw RunError(ExitCode::bad_input, fmt::format("{}: the query gives no rows", masked(where_)),
                     "Give --query one SELECT, without parameters.");
    return names;
  }

  bool step() try {
    if (page_ && ++at_ != page_->end()) return true;
    page_.emplace(session_.prepare << next_page);
    at_ = page_->begin();
    return at_ != page_->end();
  } catch (const soci::postgresql_soci_error& error) {
    refuse(error.sqlstate(), error.get_error_message());
  } catch (const soci::soci_error& error) {
    refuse({}, error.get_error_message());
  }

  std::string where_;
  soci::session session_;
  std::vector<std::string> names_;
  std::optional<soci::rowset<soci::row>> page_;
  soci::rowset<soci::row>::const_iterator at_;
  std::size_t row_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> open_postgres(const RollSource& source) {
  expect_query_or_table(source);
  return std::make_unique<PostgresRows>(source);
}

}  // namespace pehchan
