#include "credential/zlib_stream.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/run_error.h"

namespace pehchan {
namespace {

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    is_ready_ = ::inflateInit(&stream_) == Z_OK;
  }
  ~Unpacker() {
    if (is_ready_) ::inflateEnd(&stream_);
  }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  std::optional<std::string> unpack(std::size_t limit) {
    std::string whole;
    std::array<char, 4096> piece;
    for (int code = is_ready_ ? Z_OK : Z_MEM_ERROR; code == Z_OK;) {
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = static_cast<uInt>(piece.size());
      code = ::inflate(&stream_, Z_BLOCK);
      const std::size_t made = piece.size() - stream_.avail_out;
      if (made > limit - whole.size() || has_stray_bits()) return std::nullopt;
      whole.append(piece.data(), made);
      if (code == Z_STREAM_END && stream_.avail_in == 0) return whole;
    }
    return std::nullopt;
  }

 private:
  /// A block ends anywhere in a byte, and what follows the last block's end or a stored block's header begins with the
  /// next one. zlib stops between blocks (128; 64: after the last one), tells how many bits of the byte that it took
  /// last are left over, and looks at none that is unused.
  bool has_stray_bits() const {
    if ((stream_.data_type & 128) == 0) return false;
    const int left = stream_.data_type & 7;
    unsigned bits = left > 0 ? stream_.next_in[-1] >> (8 - left) : 0U;
    if ((stream_.data_type & 64) != 0) return bits != 0;
    constexpr int header = 3;  // bits: whether it is the last block, then two for its kind, 0 for a stored one
    if (left < header && stream_.avail_in > 0) bits |= static_cast<unsigned>(*stream_.next_in) << left;
    const bool is_stored = (bits & 0b110) == 0;
    return is_stored && bits >> header != 0;
  }

  z_stream stream_{};
  bool is_ready_ = false;
};

}  // namespace

std::string deflated(std::string_view bytes) {
  uLongf size = ::compressBound(bytes.size());
  std::string packed(size, '\0');
  if (::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                  bytes.size(), Z_BEST_COMPRESSION) != Z_OK)
    throw RunError(ExitCode::internal, "zlib could not pack a code");
  packed.resize(size);
  return packed;
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t limit) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  return Unpacker(bytes).unpack(limit);
}

}  // namespace pehchan
