#pragma once
#include <cups/cups.h>

#include <memory>
#include <string>
#include <string_view>

namespace pehchan {

/// What cups owns, owned.
struct IppDelete {
  void operator()(ipp_t* message) const { ippDelete(message); }
};
using IppMessage = std::unique_ptr<ipp_t, IppDelete>;

/// A printer's address, and a connection to it that is opened anew when it broke.
class IppConnection {
 public:
  /// `address`: ipp://… or ipps://…, without a password, or the name of a queue of this machine's CUPS. Throws RunError
  /// (usage) when it is neither.
  explicit IppConnection(const std::string& address);

  const std::string& uri() const { return uri_; }
  /// A new request to this printer by this user.
  IppMessage request(ipp_op_t operation) const;
  /// Its answer; an IPP error is in the answer's status. `document`, if any, goes behind the request. Throws RunError
  /// (unavailable) when the printer cannot be reached.
  IppMessage answer_to(IppMessage request, std::string_view document = {});

 private:
  void open();

  struct Close {
    void operator()(http_t* connection) const { httpClose(connection); }
  };
  std::string host_, resource_, uri_;
  int port_ = 0;
  bool is_encrypted_ = false, is_queue_ = false;
  std::unique_ptr<http_t, Close> connection_;
};

}  // namespace pehchan
