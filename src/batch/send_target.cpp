#include "batch/send_target.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/run_error.h"
#include "batch/stopped.h"
#include "batch/watch_print.h"

namespace pehchan {
namespace {

constexpr std::chrono::minutes patience{10};

}  // namespace

void send_target(const std::string& address, const std::string& pdf, const Size& paper, Duplex duplex,
                 const std::stop_token& stop) {
  IppPrinter printer(address);
  Ticket ticket = ticket_for(printer.facts(), paper, duplex, {});
  ticket.job_name = "Pehchan target";
  printer.validate(ticket);
  const int job = printer.print(ticket, pdf, [](int) {});
  const PrintEnd end = watch_print(
      printer, job, patience, [](const PrintProgress&) {}, stop);
  refuse_if_stopped(stop);
  if (end.last.state != PrintState::completed)
    throw RunError(
        ExitCode::unavailable,
        fmt::format("the target was not printed: {} ({})", end.silence.empty() ? "the printer gave it up" : end.silence,
                    fmt::join(end.last.reasons, ", ")),
        "Look at the printer, then run the same command again.");
}

}  // namespace pehchan
