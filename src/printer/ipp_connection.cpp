#include "printer/ipp_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <regex>
#include <system_error>
#include <thread>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr int connect_ms = 10'000;
constexpr int most_tries = 3;
constexpr std::chrono::milliseconds between_tries{500};
constexpr double silent_s = 30;
constexpr std::size_t piece = 64 << 10;

RunError not_reached(const std::string& uri, bool is_queue, const char* why) {
  return {ExitCode::unavailable, fmt::format("the printer {} does not answer: {}", uri, why),
          is_queue ? "Is this a queue of this machine's CUPS ('lpstat -e' names them)? A printer that was measured by "
                     "'pehchan calibrate' has another name there: give a queue, or ipp://…"
                   : "Is it switched on and on the network? Then run the same command again."};
}

[[noreturn]] void refuse_address(const std::string& address) {
  throw RunError(ExitCode::usage, fmt::format("'{}' is no printer's address", address),
                 "Give ipp://NAME/ipp/print, ipps://…, or the name of a CUPS queue, such as office.");
}

/// What cups says last is an error only when it says so: after a line that broke it may be of the answer before.
std::string why_broken(http_t* http) {
  if (cupsLastError() >= IPP_STATUS_REDIRECTION_OTHER_SITE) return cupsLastErrorString();
  const int code = httpError(http);
  return code > 0 ? std::system_category().message(code) : "the connection was lost";
}

int never_longer(http_t*, void*) { return 0; }

/// A terminal is never asked for a printer's password in the middle of a run.
const char* no_password(const char*, http_t*, const char*, const char*, void*) { return nullptr; }

}  // namespace

IppConnection::IppConnection(const std::string& address) {
  cupsSetPasswordCB2(no_password, nullptr);
  static const std::regex queue("[A-Za-z0-9_.-]{1,127}");
  if (std::regex_match(address, queue)) {
    host_ = cupsServer();
    port_ = ippPort();
    resource_ = "/printers/" + address;
    uri_ = "ipp://localhost" + resource_;
    is_queue_ = true;
    return;
  }
  std::array<char, 32> scheme{};
  std::array<char, 256> user{}, host{}, resource{};
  if (!(address.starts_with("ipp://") || address.starts_with("ipps://")) ||
      httpSeparateURI(HTTP_URI_CODING_ALL, address.c_str(), scheme.data(), scheme.size(), user.data(), user.size(),
                      host.data(), host.size(), &port_, resource.data(), resource.size()) != HTTP_URI_STATUS_OK ||
      user[0] != 0 || host[0] == 0)
    refuse_address(address);
  host_ = host.data();
  resource_ = resource.data();
  uri_ = address;
  is_encrypted_ = address.starts_with("ipps:");
}

void IppConnection::open() {
  const http_encryption_t encryption = is_encrypted_ ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
  // A printer that sleeps, or has much to do, may not hear the first call.
  for (int tries = 0; !connection_ && tries < most_tries; ++tries) {
    if (tries > 0) std::this_thread::sleep_for(between_tries);
    connection_.reset(httpConnect2(host_.c_str(), port_, nullptr, AF_UNSPEC, encryption, 1, connect_ms, nullptr));
  }
  if (!connection_) throw not_reached(uri_, is_queue_, cupsLastErrorString());
  httpSetTimeout(connection_.get(), silent_s, never_longer, nullptr);
}

IppMessage IppConnection::request(ipp_op_t operation) const {
  IppMessage request(ippNewRequest(operation));
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_.c_str());
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
  return request;
}

IppMessage IppConnection::answer_to(IppMessage request, std::string_view document) {
  open();
  http_t* http = connection_.get();
  http_status_t status =
      cupsSendRequest(http, request.get(), resource_.c_str(), ippLength(request.get()) + document.size());
  for (std::string_view rest = document; !rest.empty() && status == HTTP_STATUS_CONTINUE;
       rest.remove_prefix(std::min(piece, rest.size())))
    status = cupsWriteRequestData(http, rest.data(), std::min(piece, rest.size()));
  IppMessage answer(status == HTTP_STATUS_CONTINUE ? cupsGetResponse(http, resource_.c_str()) : nullptr);
  if (answer) return answer;
  const std::string why = why_broken(http);
  connection_.reset();
  throw not_reached(uri_, is_queue_, why.c_str());
}

}  // namespace pehchan
