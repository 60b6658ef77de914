#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/run_error.h"
#include "printer/ticket.h"

namespace pehchan {

/// `stopped`: nothing moves before somebody has been at the printer.
enum class PrintState { waiting, printing, stopped, canceled, aborted, completed };

/// How far a printer says it has come with a file.
struct PrintProgress {
  PrintState state = PrintState::waiting;
  std::size_t impressions = 0;       ///< sides of paper that came out; 0 where nobody knows
  std::size_t sheets = 0;            ///< the same in sheets
  std::vector<std::string> reasons;  ///< such as "media-jam", of the job and the printer; without "none"
  bool is_incomplete = false;        ///< it waits for more of the file

  bool operator==(const PrintProgress&) const = default;
};
bool has_ended(PrintState state);

/// The printer says that it does not take a file: what it may have printed of it by then, it does not go on with.
struct RefusedFile : RunError {
  using RunError::RunError;
};

/// A printer that speaks IPP (RFC 8011), by itself or through CUPS. Every call throws RunError (unavailable) when it
/// cannot be reached.
class IppPrinter {
 public:
  /// See IppConnection.
  explicit IppPrinter(const std::string& address);
  ~IppPrinter();

  PrinterFacts facts();
  /// Asks whether it would print so, to the letter. Throws RunError (bad_config) with its words when not.
  void validate(const Ticket& ticket);
  /// Hands a PDF over, byte for byte; the number that the printer knows it by. `on_number` hears that number before a
  /// byte of the PDF is sent: 0 of a printer that only takes a file whole (Print-Job) and numbers it afterwards. Throws
  /// RefusedFile (unavailable) when the printer refuses it, and cancels it then; RunError (unavailable) when the line
  /// breaks: once `on_number` was called, only the printer knows whether it prints it.
  int print(const Ticket& ticket, std::string_view pdf, const std::function<void(int)>& on_number);
  /// The job of this name that it was given last, also one that has ended; 0 when it knows none, or keeps no list.
  int number_of(const std::string& name);
  /// What it calls this job; empty when it knows none of this number.
  std::string name_of(int job);
  /// Throws RunError (unavailable) also when the printer knows nothing of it any more.
  PrintProgress progress(int job);
  /// Whatever becomes of it: a printer that does not hear is told about elsewhere.
  void cancel(int job);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan
