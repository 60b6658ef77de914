#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "support/scratch_folder.h"

namespace pehchan {

/// A real IPP printer on loopback (ippeveprinter), started by the developers' bench in ../shared/tools/ipp or
/// $PEHCHAN_SHARED/tools/ipp, and stopped at the end. Its first word of a job is what its script says.
class IppBench {
 public:
  enum class Kind { a4, card };

  /// Where the bench is; empty: there is none, and the tests that need it say that they are skipped.
  static std::filesystem::path tools();

  /// Throws std::runtime_error when the printer does not come up.
  explicit IppBench(Kind kind);
  ~IppBench();
  IppBench(const IppBench&) = delete;
  IppBench& operator=(const IppBench&) = delete;

  std::string uri() const;
  int port() const { return port_; }
  /// What the printer does with each file from now on, as lines of sh: $1 is the file; what it says on standard error
  /// such as "ATTR: job-impressions-completed=2" the printer tells on. The file is kept before.
  void prints(const std::string& lines) const;
  /// For `prints`: counts so many sides.
  static std::string counting(int sides);
  /// For `prints`: the printer goes away, as when its plug is pulled.
  std::string dying() const;

  /// As somebody does at its panel.
  void cancel(int job) const;

  /// What it has received, in order.
  std::vector<std::string> received() const;
  /// What was asked for with the last of them: "IPP_SIDES=two-sided-long-edge" and so on, sorted.
  std::string last_ticket() const;

 private:
  void run(const char* script, const char* word) const;

  ScratchFolder folder_;
  int port_ = 0;
};

}  // namespace pehchan
