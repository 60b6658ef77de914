#include "print/packed.h"

#include <zlib.h>

#include "base/run_error.h"

namespace pehchan {

std::string packed(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  const int status =
      compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  if (status != Z_OK) throw RunError(ExitCode::internal, "a page could not be packed");
  out.resize(size);
  return out;
}

}  // namespace pehchan
