#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// Why no small disk can be had here; empty for root, who always can: where even root cannot, SmallDisk throws. Others
/// get a world of their own to mount in, if the machine allows it.
std::string why_no_disk();

/// A small file system of its own, mounted on a folder that is made for it.
class SmallDisk {
 public:
  SmallDisk(std::filesystem::path folder, std::size_t kilobytes);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  void grow_to(std::size_t kilobytes) const;
  void make_read_only() const;
  void make_writable() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace pehchan
