#include "support/postgres_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// The folder of the newest version's programs. Debian keeps initdb and postgres off the PATH.
fs::path find_programs() {
  std::vector<fs::path> found;
  std::error_code absent;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", absent))
    if (fs::exists(version.path() / "bin" / "initdb")) found.push_back(version.path() / "bin");
  if (found.empty()) throw std::runtime_error("PostgreSQL is not installed: run scripts/install-packages");
  return *std::max_element(found.begin(), found.end());
}

const passwd& unprivileged() {
  static const passwd* const nobody = ::getpwnam("nobody");
  if (nobody == nullptr) throw std::runtime_error("there is no user nobody to run PostgreSQL as");
  return *nobody;
}

fs::path make_folder() {
  std::string name = fs::temp_directory_path() / "pehchan-postgres-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make the folder " + name);
  if (::geteuid() == 0 && ::chown(name.c_str(), unprivileged().pw_uid, unprivileged().pw_gid) != 0)
    throw std::runtime_error("cannot give away the folder " + name);
  return name;
}

/// Free at this moment; nobody else is given it for a while, because the kernel deals them out in turn.
int free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool is_bound = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(descriptor);
  if (!is_bound) throw std::runtime_error("there is no free port on 127.0.0.1");
  return ::ntohs(address.sin_port);
}

bool become(const passwd& user) {
  return ::setgroups(0, nullptr) == 0 && ::setgid(user.pw_gid) == 0 && ::setuid(user.pw_uid) == 0;
}

}  // namespace

PostgresServer::PostgresServer() : programs_(find_programs()), folder_(make_folder()), port_(free_port()) {
  try {
    expect({program("initdb"), "--pgdata", folder_ / "data", "--username", "cards", "--auth", "trust", "--encoding",
            "UTF8", "--locale", "C.UTF-8", "--no-sync"});
    start();
    expect({program("createdb"), "--host", "127.0.0.1", "--port", std::to_string(port_), "--username", "cards",
            "--no-password", "cards"});
  } catch (...) {
    stop();
    fs::remove_all(folder_);
    throw;
  }
}

PostgresServer::~PostgresServer() {
  stop();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresServer::url() const { return "postgresql://cards@127.0.0.1:" + std::to_string(port_) + "/cards"; }

void PostgresServer::run(const std::string& sql) const {
  expect({program("psql"), "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", url(), "--command", sql});
}

void PostgresServer::stop() {
  if (server_ < 0) return;
  ::kill(server_, SIGQUIT);
  ::waitpid(server_, nullptr, 0);
  server_ = -1;
}

void PostgresServer::start() {
  constexpr auto patience = std::chrono::seconds(60);
  server_ = launch({program("postgres"), "-D", folder_ / "data", "-p", std::to_string(port_), "-k", folder_, "-c",
                    "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "shared_buffers=32MB"});
  const auto end = std::chrono::steady_clock::now() + patience;
  while (result_of({program("pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", std::to_string(port_)}) != 0) {
    const bool is_gone = ::waitpid(server_, nullptr, WNOHANG) != 0;
    if (is_gone) server_ = -1;
    if (is_gone || std::chrono::steady_clock::now() > end) {
      std::ifstream log(folder_ / "log");
      throw std::runtime_error("PostgreSQL does not start: " + std::string(std::istreambuf_iterator<char>(log), {}));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

pid_t PostgresServer::launch(const std::vector<std::string>& words) const {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const bool is_root = ::geteuid() == 0;
  const passwd* const user = is_root ? &unprivileged() : nullptr;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child > 0) return child;
  if (is_root && !become(*user)) ::_exit(126);
  // After the change of user, which would clear it: a server must not outlive its test.
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::chdir(folder_.c_str()) != 0) ::_exit(126);
  const int log = ::open("log", O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

int PostgresServer::result_of(const std::vector<std::string>& words) const {
  int status = 0;
  ::waitpid(launch(words), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

void PostgresServer::expect(const std::vector<std::string>& words) const {
  if (result_of(words) == 0) return;
  std::ifstream log(folder_ / "log");
  throw std::runtime_error(words.front() + ": " + std::string(std::istreambuf_iterator<char>(log), {}));
}

}  // namespace pehchan
