#include "support/fake_printer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace pehchan {
namespace {

constexpr int moment_ms = 50;
constexpr int counted = 10'000;

bool has_come(int socket) {
  pollfd one{.fd = socket, .events = POLLIN, .revents = 0};
  return ::poll(&one, 1, moment_ms) > 0;
}

std::string text_in(ipp_t* message, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(message, name, IPP_TAG_ZERO);
  const char* text = attribute ? ippGetString(attribute, 0, nullptr) : nullptr;
  return text ? text : "";
}

void add_words(ipp_t* answer, ipp_tag_t kind, const char* name, std::vector<const char*> words) {
  ippAddStrings(answer, IPP_TAG_PRINTER, kind, name, static_cast<int>(words.size()), nullptr, words.data());
}

std::string document_in(http_t* line) {
  std::string document;
  std::array<char, 16384> piece{};
  for (ssize_t size; (size = httpRead2(line, piece.data(), piece.size())) > 0;)
    document.append(piece.data(), static_cast<std::size_t>(size));
  return document;
}

}  // namespace

FakePrinter::FakePrinter(Habits habits) : habits_(std::move(habits)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no free port on loopback");
  port_ = ntohs(address.sin_port);
  accepting_ = std::jthread([this] { accept(); });
}

FakePrinter::~FakePrinter() {
  is_closing_ = true;
  accepting_.join();
  lines_.clear();
  ::close(listener_);
}

std::string FakePrinter::uri() const { return "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print"; }

int FakePrinter::give(const std::string& name) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back({.id = static_cast<int>(jobs_.size()) + 1, .name = name, .sides = {}, .has_ended = true});
  return jobs_.back().id;
}

void FakePrinter::forget() {
  const std::lock_guard lock(mutex_);
  for (Job& job : jobs_) job.is_known = false;
}

std::vector<std::string> FakePrinter::received() const {
  const std::lock_guard lock(mutex_);
  return received_;
}

std::vector<std::string> FakePrinter::sides() const {
  const std::lock_guard lock(mutex_);
  return sides_;
}

void FakePrinter::accept() {
  while (!is_closing_)
    if (has_come(listener_))
      if (http_t* caller = httpAcceptConnection(listener_, 1)) lines_.emplace_back([this, caller] { serve(caller); });
}

void FakePrinter::serve(http_t* caller) {
  const std::unique_ptr<http_t, Close> line(caller);
  while (!is_closing_)
    if (httpWait(line.get(), moment_ms) && !answer(line.get())) return;
}

/// False: there is no more to say on this line.
bool FakePrinter::answer(http_t* line) {
  std::array<char, 1024> resource{};
  http_state_t state = HTTP_STATE_WAITING;
  while ((state = httpReadRequest(line, resource.data(), resource.size())) == HTTP_STATE_WAITING && !is_closing_) {
  }
  if (state != HTTP_STATE_POST) return false;
  while (httpUpdate(line) == HTTP_STATUS_CONTINUE) {
  }
  if (httpGetExpect(line) == HTTP_STATUS_CONTINUE) httpWriteResponse(line, HTTP_STATUS_CONTINUE);
  const Message request(ippNew(), ippDelete);
  for (ipp_state_t read = IPP_STATE_IDLE; read != IPP_STATE_DATA;)
    if ((read = ippRead(line, request.get())) == IPP_STATE_ERROR) return false;
  const Message said = answer_to(request.get(), document_in(line));
  if (!said) return false;
  httpClearFields(line);
  httpSetField(line, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
  httpSetLength(line, ippLength(said.get()));
  if (httpWriteResponse(line, HTTP_STATUS_OK) < 0) return false;
  for (ipp_state_t written = IPP_STATE_IDLE; written != IPP_STATE_DATA;)
    if ((written = ippWrite(line, said.get())) == IPP_STATE_ERROR) return false;
  return httpFlushWrite(line) >= 0;
}

FakePrinter::Message FakePrinter::answer_to(ipp_t* request, const std::string& document) {
  const std::lock_guard lock(mutex_);
  const ipp_op_t operation = ippGetOperation(request);
  Message answer(ippNewResponse(request), ippDelete);
  if (habits_.unknown.contains(operation)) {
    ippSetStatusCode(answer.get(), IPP_STATUS_ERROR_OPERATION_NOT_SUPPORTED);
    return answer;
  }
  const bool is_new = operation == IPP_OP_CREATE_JOB || operation == IPP_OP_PRINT_JOB;
  if (operation == IPP_OP_GET_PRINTER_ATTRIBUTES) tell_itself(answer.get());
  if (operation == IPP_OP_VALIDATE_JOB || operation == IPP_OP_GET_PRINTER_ATTRIBUTES) return answer;
  if (operation == IPP_OP_GET_JOBS) {
    for (const Job& job : jobs_)
      if (habits_.keeps_lists && job.is_known && job.has_ended == (text_in(request, "which-jobs") == "completed"))
        tell_job(answer.get(), job), ippAddSeparator(answer.get());
    return answer;
  }
  Job* job = is_new ? &new_job(request) : job_in(request);
  if (!job) {
    ippSetStatusCode(answer.get(), IPP_STATUS_ERROR_NOT_FOUND);
    return answer;
  }
  if (operation == IPP_OP_PRINT_JOB || operation == IPP_OP_SEND_DOCUMENT) {
    const ipp_status_t status = take(*job, document);
    if (status == IPP_STATUS_OK && habits_.cuts > 0) return --habits_.cuts, Message(nullptr, ippDelete);
    ippSetStatusCode(answer.get(), status);
  }
  if (operation == IPP_OP_CANCEL_JOB) job->has_ended = true;
  tell_job(answer.get(), *job);
  return answer;
}

void FakePrinter::tell_itself(ipp_t* answer) const {
  add_words(answer, IPP_TAG_MIMETYPE, "document-format-supported", {"application/pdf"});
  add_words(answer, IPP_TAG_KEYWORD, "sides-supported", {"one-sided", "two-sided-long-edge", "two-sided-short-edge"});
  add_words(answer, IPP_TAG_KEYWORD, "print-scaling-supported", {"none"});
  add_words(answer, IPP_TAG_KEYWORD, "media-supported", {"iso_a4_210x297mm"});
  add_words(answer, IPP_TAG_KEYWORD, "printer-state-reasons", {"none"});
  if (!habits_.device.empty()) {
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_TEXT, "cups-version", nullptr, "2.4.2");
    ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_URI, "device-uri", nullptr, habits_.device.c_str());
  }
  ippAddBoolean(answer, IPP_TAG_PRINTER, "printer-is-accepting-jobs", 1);
  ippAddInteger(answer, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_IDLE);
}

void FakePrinter::tell_job(ipp_t* answer, const Job& job) const {
  ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", job.id);
  ippAddString(answer, IPP_TAG_JOB, IPP_TAG_NAME, "job-name", nullptr, job.name.c_str());
  ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state",
                job.has_ended ? IPP_JSTATE_COMPLETED : IPP_JSTATE_PENDING);
  if (job.has_ended && habits_.counts)
    ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-impressions-completed", counted);
}

FakePrinter::Job* FakePrinter::job_in(ipp_t* request) {
  ipp_attribute_t* id = ippFindAttribute(request, "job-id", IPP_TAG_INTEGER);
  const auto job =
      std::ranges::find_if(jobs_, [&](const Job& one) { return id && one.is_known && one.id == ippGetInteger(id, 0); });
  return job == jobs_.end() ? nullptr : &*job;
}

FakePrinter::Job& FakePrinter::new_job(ipp_t* request) {
  jobs_.push_back({.id = static_cast<int>(jobs_.size()) + 1,
                   .name = text_in(request, "job-name"),
                   .sides = text_in(request, "sides")});
  return jobs_.back();
}

ipp_status_t FakePrinter::take(Job& job, const std::string& document) {
  if (habits_.refuses > 0) {
    --habits_.refuses;
    job.is_known = false;
    return IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR;
  }
  received_.push_back(document);
  sides_.push_back(job.sides);
  job.has_ended = true;
  return IPP_STATUS_OK;
}

}  // namespace pehchan
