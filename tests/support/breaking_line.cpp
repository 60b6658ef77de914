#include "support/breaking_line.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace pehchan {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

/// What is there to be passed on; 0 at the end, or when it could not be passed on.
std::size_t pass(int from, int to) {
  std::array<char, 16384> some{};
  const ssize_t got = ::recv(from, some.data(), some.size(), 0);
  if (got <= 0) return 0;
  for (ssize_t sent = 0; sent < got;) {
    const ssize_t one = ::send(to, some.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
    if (one <= 0) return 0;
    sent += one;
  }
  return static_cast<std::size_t>(got);
}

}  // namespace

BreakingLine::BreakingLine(int port, std::size_t bytes, bool stays_broken)
    : printer_port_(port),
      bytes_(bytes),
      stays_broken_(stays_broken),
      listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no line on loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

BreakingLine::~BreakingLine() {
  is_over_ = true;
  thread_.join();
  ::close(listener_);
}

std::string BreakingLine::uri() const { return "ipp://localhost:" + std::to_string(port_) + "/ipp/print"; }

void BreakingLine::serve() {
  while (!is_over_) {
    pollfd one{.fd = listener_, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, 100) <= 0) continue;
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (!has_broken_ || !stays_broken_) carry(client);
    ::close(client);
  }
}

void BreakingLine::carry(int client) {
  const int printer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(printer_port_);
  std::size_t carried = 0;
  bool is_up = ::connect(printer, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  while (is_up && !is_over_) {
    std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {printer, POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), 100) <= 0) continue;
    if (ends[0].revents != 0) {
      const std::size_t more = pass(client, printer);
      carried += more;
      is_up = more > 0;
    } else if (!has_broken_ && carried >= bytes_) {
      has_broken_ = true;
      is_up = false;
    } else {
      is_up = pass(printer, client) > 0;
    }
  }
  ::close(printer);
}

}  // namespace pehchan
