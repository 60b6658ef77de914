#include "crash/small_disk.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// As `unshare -rm`: root in a namespace of one's own, where mounts are nobody else's business.
std::string enter_own_world() {
  const auto user = ::geteuid();
  const auto group = ::getegid();
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return std::string("only root may mount a small disk on this machine: ") + std::strerror(errno);
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  return ::geteuid() == 0 ? std::string() : "only root may mount a small disk on this machine";
}

void mount_again(const fs::path& folder, unsigned long flags, const std::string& data) {
  if (::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | flags, data.empty() ? nullptr : data.c_str()) != 0)
    throw std::runtime_error("cannot change the small disk: " + std::string(std::strerror(errno)));
}

std::string size_of(std::size_t kilobytes) { return "size=" + std::to_string(kilobytes) + "k"; }

}  // namespace

std::string why_no_disk() {
  static const std::string why = ::geteuid() == 0 ? std::string() : enter_own_world();
  return why;
}

SmallDisk::SmallDisk(fs::path folder, std::size_t kilobytes) : folder_(std::move(folder)) {
  fs::create_directories(folder_);
  if (::mount("tmpfs", folder_.c_str(), "tmpfs", 0, size_of(kilobytes).c_str()) != 0)
    throw std::runtime_error("cannot mount a small disk: " + std::string(std::strerror(errno)));
}

SmallDisk::~SmallDisk() { ::umount2(folder_.c_str(), MNT_DETACH); }

void SmallDisk::grow_to(std::size_t kilobytes) const { mount_again(folder_, 0, size_of(kilobytes)); }
void SmallDisk::make_read_only() const { mount_again(folder_, MS_RDONLY, ""); }
void SmallDisk::make_writable() const { mount_again(folder_, 0, ""); }

}  // namespace pehchan
