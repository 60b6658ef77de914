#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

/// A throwaway PostgreSQL with an empty database `cards`: on a free port of 127.0.0.1, unsafe and quick (no fsync), run
/// as `nobody` when the test is root, because PostgreSQL refuses root. Everything is removed at the end; a test that
/// crashes takes its server along. Throws std::runtime_error with the server's own words, also when PostgreSQL is not
/// installed: apt.txt has it, so a test without it fails and is not skipped.
class PostgresServer {
 public:
  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// postgresql://cards@127.0.0.1:PORT/cards, the same after a stop and start. Any password will do.
  std::string url() const;
  /// Runs statements in the database `cards`, as its owner.
  void run(const std::string& sql) const;
  /// At once and rudely, as when the database goes away: connections break.
  void stop();
  /// Again, with the data it had.
  void start();

 private:
  pid_t launch(const std::vector<std::string>& words) const;
  int result_of(const std::vector<std::string>& words) const;
  void expect(const std::vector<std::string>& words) const;
  std::string program(const std::string& name) const { return programs_ / name; }

  std::filesystem::path programs_, folder_;
  int port_ = 0;
  pid_t server_ = -1;
};

}  // namespace pehchan
