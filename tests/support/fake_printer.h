#pragma once
#include <cups/cups.h>

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace pehchan {

/// An office printer for A4 on loopback that has whatever bad habits a test needs. It counts every side, and has
/// completed a file as soon as it has all of it.
class FakePrinter {
 public:
  struct Habits {
    std::set<int> unknown = {};  ///< operations that it says it does not support
    int cuts = 0;                ///< so many files: the line is cut when the last byte has come, before the answer
    bool counts = true;          ///< else nobody learns how many sides came out
    bool keeps_lists = true;     ///< of its jobs by name
    std::string device = {};     ///< not empty: it is a queue of CUPS that sends there
    int refuses = 0;             ///< so many files: it says no when it has them
  };

  /// Throws std::runtime_error when there is no port for it.
  explicit FakePrinter(Habits habits);
  FakePrinter() : FakePrinter(Habits{}) {}
  ~FakePrinter();
  FakePrinter(const FakePrinter&) = delete;
  FakePrinter& operator=(const FakePrinter&) = delete;

  std::string uri() const;
  /// As if it had been given a file of this name and had printed it; its number.
  int give(const std::string& name);
  /// As after a power cut: it knows no job that it was given before.
  void forget();
  /// The files it has received, in order, and the "sides" that was asked for with each.
  std::vector<std::string> received() const;
  std::vector<std::string> sides() const;

 private:
  struct Job {
    int id = 0;
    std::string name, sides;
    bool is_known = true, has_ended = false;
  };
  struct Close {
    void operator()(http_t* connection) const { httpClose(connection); }
  };
  using Message = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

  void accept();
  void serve(http_t* caller);
  bool answer(http_t* line);
  /// Null: the line is cut.
  Message answer_to(ipp_t* request, const std::string& document);
  void tell_itself(ipp_t* answer) const;
  void tell_job(ipp_t* answer, const Job& job) const;
  Job* job_in(ipp_t* request);
  Job& new_job(ipp_t* request);
  ipp_status_t take(Job& job, const std::string& document);

  Habits habits_;
  int listener_ = -1, port_ = 0;
  mutable std::mutex mutex_;
  std::list<Job> jobs_;
  std::vector<std::string> received_, sides_;
  std::atomic<bool> is_closing_{false};
  std::list<std::jthread> lines_;
  std::jthread accepting_;
};

}  // namespace pehchan
