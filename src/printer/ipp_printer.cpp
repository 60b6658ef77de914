#include "printer/ipp_printer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/run_error.h"
#include "printer/ipp_connection.h"

namespace pehchan {
namespace {

using Count = PrinterFacts::Count;

bool is_right(ipp_t* answer) { return ippGetStatusCode(answer) < IPP_STATUS_REDIRECTION_OTHER_SITE; }

/// The printer has no such operation, and did nothing.
bool is_unknown(ipp_t* answer) { return ippGetStatusCode(answer) == IPP_STATUS_ERROR_OPERATION_NOT_SUPPORTED; }

/// The printer's own words, and which attributes it did not like.
std::string words_of(ipp_t* answer) {
  std::string words = ippErrorString(ippGetStatusCode(answer));
  for (const std::string& message : words_in(answer, "status-message")) words += ": " + message;
  std::vector<std::string> disliked;
  for (ipp_attribute_t* one = ippFirstAttribute(answer); one; one = ippNextAttribute(answer))
    if (ippGetGroupTag(one) == IPP_TAG_UNSUPPORTED_GROUP && ippGetName(one)) disliked.emplace_back(ippGetName(one));
  return disliked.empty() ? words : fmt::format("{} ({})", words, fmt::join(disliked, ", "));
}

void add_paper(ipp_t* request, const Ticket& ticket) {
  if (!ticket.media.empty()) {
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, ticket.media.c_str());
    return;
  }
  const IppMessage size(ippNew()), paper(ippNew());
  ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", ticket.width);
  ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", ticket.height);
  ippAddCollection(paper.get(), IPP_TAG_ZERO, "media-size", size.get());
  ippAddCollection(request, IPP_TAG_JOB, "media-col", paper.get());
}

void add_ticket(ipp_t* request, const Ticket& ticket) {
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, ticket.job_name.c_str());
  ippAddBoolean(request, IPP_TAG_OPERATION, "ipp-attribute-fidelity", 1);
  ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
  add_paper(request, ticket);
  if (!ticket.sides.empty())
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, ticket.sides.c_str());
  if (ticket.quality > 0) ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_ENUM, "print-quality", ticket.quality);
  if (ticket.asks_scaling) ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
}

void add_format(ipp_t* request) {
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
}

PrintState state_of(int ipp) {
  switch (ipp) {
    case IPP_JSTATE_PROCESSING:
      return PrintState::printing;
    case IPP_JSTATE_STOPPED:
      return PrintState::stopped;
    case IPP_JSTATE_CANCELED:
      return PrintState::canceled;
    case IPP_JSTATE_ABORTED:
      return PrintState::aborted;
    case IPP_JSTATE_COMPLETED:
      return PrintState::completed;
    default:
      return PrintState::waiting;
  }
}

std::size_t count_in(ipp_t* answer, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_INTEGER);
  return attribute ? static_cast<std::size_t>(std::max(0, ippGetInteger(attribute, 0))) : 0;
}

void ask_for(ipp_t* request, const std::vector<const char*>& names) {
  ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(names.size()),
                nullptr, names.data());
}

/// Of a list of jobs, in which each begins with its group.
int newest_named(ipp_t* answer, const std::string& name) {
  int newest = 0, number = 0;
  bool is_named = false;
  for (ipp_attribute_t* one = ippFirstAttribute(answer); one; one = ippNextAttribute(answer)) {
    const char* key = ippGetName(one);
    if (!key) {
      number = 0, is_named = false;
      continue;
    }
    const std::string_view attribute = key;
    if (attribute == "job-id") number = ippGetInteger(one, 0);
    if (attribute == "job-name") is_named = ippGetString(one, 0, nullptr) && name == ippGetString(one, 0, nullptr);
    if (is_named) newest = std::max(newest, number);
  }
  return newest;
}

}  // namespace

bool has_ended(PrintState state) {
  return state == PrintState::canceled || state == PrintState::aborted || state == PrintState::completed;
}

struct IppPrinter::Parts {
  explicit Parts(const std::string& address) : connection(address) {}

  /// Of an operation that the printer may not refuse.
  IppMessage answer_to(IppMessage request, const char* what) {
    IppMessage answer = connection.answer_to(std::move(request));
    if (is_right(answer.get())) return answer;
    throw refusal(what, answer.get());
  }

  RefusedFile refusal(const char* what, ipp_t* answer) const {
    return {ExitCode::unavailable, fmt::format("the printer {} {}: {}", connection.uri(), what, words_of(answer)),
            "Look at the printer, then run the same command again."};
  }

  /// In one request. A printer that breaks the line has it or not, and has not told its number.
  int print_whole(const Ticket& ticket, std::string_view pdf, const std::function<void(int)>& on_number) {
    IppMessage print = connection.request(IPP_OP_PRINT_JOB);
    add_format(print.get());
    add_ticket(print.get(), ticket);
    on_number(0);
    const IppMessage printed = connection.answer_to(std::move(print), pdf);
    if (!is_right(printed.get())) throw refusal("does not take the file", printed.get());
    return static_cast<int>(count_in(printed.get(), "job-id"));
  }

  IppConnection connection;
  std::optional<Count> count;  ///< once asked
};

IppPrinter::IppPrinter(const std::string& address) : parts_(std::make_unique<Parts>(address)) {}
IppPrinter::~IppPrinter() = default;

PrinterFacts IppPrinter::facts() {
  IppMessage request = parts_->connection.request(IPP_OP_GET_PRINTER_ATTRIBUTES);
  ask_for(request.get(), {"printer-info", "printer-state", "printer-state-message", "printer-state-reasons",
                          "printer-is-accepting-jobs", "document-format-supported", "sides-supported",
                          "print-scaling-supported", "print-quality-supported", "media-supported",
                          "media-size-supported", "media-col-supported", "cups-version", "device-uri"});
  const IppMessage answer = parts_->answer_to(std::move(request), "does not say what it can");
  return printer_facts(answer.get());
}

void IppPrinter::validate(const Ticket& ticket) {
  IppMessage request = parts_->connection.request(IPP_OP_VALIDATE_JOB);
  add_format(request.get());
  add_ticket(request.get(), ticket);
  const IppMessage answer = parts_->connection.answer_to(std::move(request));
  if (is_right(answer.get())) return;
  throw RunError(ExitCode::bad_config, "the printer would not print it so: " + words_of(answer.get()),
                 "Nothing was printed. Choose another --media, --sides or --printer, or issue with another --sheet.");
}

int IppPrinter::print(const Ticket& ticket, std::string_view pdf, const std::function<void(int)>& on_number) {
  IppMessage create = parts_->connection.request(IPP_OP_CREATE_JOB);
  add_ticket(create.get(), ticket);
  const IppMessage created = parts_->connection.answer_to(std::move(create));
  if (is_unknown(created.get())) return parts_->print_whole(ticket, pdf, on_number);
  if (!is_right(created.get())) throw parts_->refusal("does not take the file", created.get());
  const int job = static_cast<int>(count_in(created.get(), "job-id"));
  on_number(job);
  IppMessage send = parts_->connection.request(IPP_OP_SEND_DOCUMENT);
  ippAddInteger(send.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  add_format(send.get());
  ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
  // When the line breaks here the printer may well have the whole file, and print it.
  const IppMessage sent = parts_->connection.answer_to(std::move(send), pdf);
  if (is_right(sent.get())) return job;
  cancel(job);
  if (is_unknown(sent.get())) return parts_->print_whole(ticket, pdf, on_number);
  throw parts_->refusal("does not take the file", sent.get());
}

int IppPrinter::number_of(const std::string& name) {
  int newest = 0;
  for (const char* which : {"completed", "not-completed"}) {
    IppMessage request = parts_->connection.request(IPP_OP_GET_JOBS);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, which);
    ask_for(request.get(), {"job-id", "job-name"});
    const IppMessage answer = parts_->connection.answer_to(std::move(request));
    if (is_right(answer.get())) newest = std::max(newest, newest_named(answer.get(), name));
  }
  return newest;
}

std::string IppPrinter::name_of(int job) {
  IppMessage request = parts_->connection.request(IPP_OP_GET_JOB_ATTRIBUTES);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  ask_for(request.get(), {"job-name"});
  const IppMessage answer = parts_->connection.answer_to(std::move(request));
  const auto names = words_in(answer.get(), "job-name");
  return is_right(answer.get()) && !names.empty() ? names.front() : std::string();
}

PrintProgress IppPrinter::progress(int job) {
  IppMessage request = parts_->connection.request(IPP_OP_GET_JOB_ATTRIBUTES);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  ask_for(request.get(), {"job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"});
  const IppMessage answer = parts_->answer_to(std::move(request), "knows nothing of the job");
  ipp_attribute_t* state = ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM);
  PrintProgress progress{.state = state_of(state ? ippGetInteger(state, 0) : 0),
                         .impressions = count_in(answer.get(), "job-impressions-completed"),
                         .sheets = count_in(answer.get(), "job-media-sheets-completed"),
                         .reasons = words_in(answer.get(), "job-state-reasons")};
  progress.is_incomplete = std::ranges::any_of(progress.reasons, [](const std::string& reason) {
    return reason == "job-incoming" || reason == "job-data-insufficient";
  });
  if (!has_ended(progress.state) || !parts_->count) {
    const PrinterFacts printer = facts();
    parts_->count = printer.count;
    if (!has_ended(progress.state)) {
      progress.reasons.insert(progress.reasons.end(), printer.state_reasons.begin(), printer.state_reasons.end());
      if (printer.is_stopped) progress.state = PrintState::stopped;
    }
  }
  const bool is_done = progress.state == PrintState::completed;
  if (*parts_->count != Count::always && !(is_done && *parts_->count == Count::when_done))
    progress.impressions = progress.sheets = 0;
  std::erase(progress.reasons, "none");
  return progress;
}

void IppPrinter::cancel(int job) try {
  IppMessage request = parts_->connection.request(IPP_OP_CANCEL_JOB);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  parts_->connection.answer_to(std::move(request));
} catch (const RunError&) {
}

}  // namespace pehchan
