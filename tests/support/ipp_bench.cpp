#include "support/ipp_bench.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "support/build_paths.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int free_port() {
  const int one = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool is_bound = ::bind(one, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                        ::getsockname(one, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(one);
  if (!is_bound) throw std::runtime_error("no free port on loopback");
  return ntohs(address.sin_port);
}

bool answers(int port) {
  const int one = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(port);
  const bool is_there = ::connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(one);
  return is_there;
}

}  // namespace

fs::path IppBench::tools() {
  const char* shared = std::getenv("PEHCHAN_SHARED");
  const fs::path folder = shared ? fs::path(shared) : fs::path(PEHCHAN_SOURCE).parent_path() / "shared";
  const bool is_whole = fs::exists(folder / "tools/ipp/up.sh") && std::system("which ippeveprinter >/dev/null") == 0;
  return is_whole ? folder / "tools/ipp" : fs::path();
}

IppBench::IppBench(Kind kind) : port_(free_port()) {
  run("up.sh", kind == Kind::card ? "card" : "");
  for (int i = 0; i < 100 && !answers(port_); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  if (!answers(port_)) throw std::runtime_error("the printer did not come up: " + bytes_of(folder_ / "printer.log"));
  prints("");
}

IppBench::~IppBench() { run("down.sh", ""); }

void IppBench::run(const char* script, const char* word) const {
  const std::string command = "IPP_ROOT='" + folder_.path().string() + "' IPP_PORT=" + std::to_string(port_) + " sh '" +
                              (tools() / script).string() + "' " + word + " >'" + (folder_ / "bench.log").string() +
                              "' 2>&1";
  // Whether the printer is there is found by asking it.
  if (std::system(command.c_str()) < 0) throw std::runtime_error("cannot run " + command);
}

std::string IppBench::uri() const { return "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print"; }

void IppBench::prints(const std::string& lines) const {
  const std::string root = folder_.path().string();
  write_bytes(folder_ / "receive.sh", "#!/bin/sh\nn=$(ls '" + root +
                                          "/jobs' | grep -c 'pdf$'); n=$((n+1))\nenv | grep '^IPP_' | sort > '" + root +
                                          "/jobs/'$n.env; cp \"$1\" '" + root + "/jobs/'$n.pdf\n" + lines);
}

std::string IppBench::counting(int sides) {
  return "for i in $(seq " + std::to_string(sides) + "); do echo \"ATTR: job-impressions-completed=$i\" >&2; done\n";
}

std::string IppBench::dying() const {
  // The program waits until this has been seen, then finds nobody.
  return "sleep 1.5; kill -9 $(cat '" + folder_.path().string() + "/printer.pid')\n";
}

void IppBench::cancel(int job) const {
  const std::string test = folder_ / "cancel.test";
  write_bytes(test,
              "{\nOPERATION Cancel-Job\nGROUP operation-attributes-tag\nATTR charset attributes-charset utf-8\nATTR "
              "language attributes-natural-language en\nATTR uri printer-uri $uri\nATTR integer job-id " +
                  std::to_string(job) + "\nATTR name requesting-user-name $user\n}\n");
  if (std::system(("ipptool -q " + uri() + " '" + test + "'").c_str()) != 0)
    throw std::runtime_error("the job could not be cancelled");
}

std::vector<std::string> IppBench::received() const {
  std::vector<std::string> jobs;
  for (int i = 1; fs::exists(folder_ / ("jobs/" + std::to_string(i) + ".pdf")); ++i)
    jobs.push_back(bytes_of(folder_ / ("jobs/" + std::to_string(i) + ".pdf")));
  return jobs;
}

std::string IppBench::last_ticket() const {
  return bytes_of(folder_ / ("jobs/" + std::to_string(received().size()) + ".env"));
}

}  // namespace pehchan
