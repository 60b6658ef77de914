#include "base/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/run_error.h"

namespace pehchan {

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  const auto place = std::filesystem::temp_directory_path(error);
  if (error) throw cannot_write("the folder for temporary files (TMPDIR)", error.value());
  std::string name = place / "pehchan-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw cannot_write(place.string(), errno);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace pehchan
