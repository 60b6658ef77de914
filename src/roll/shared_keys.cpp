#include "roll/shared_keys.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <random>

#include "base/run_error.h"

namespace pehchan {
namespace {

struct Secret {
  std::uint64_t first, second;
};

Secret drawn_secret() {
  std::random_device source;
  const auto word = [&] { return std::uint64_t{source()} << 32 | source(); };
  return {word(), word()};
}

/// SipHash-2-4 by Aumasson and Bernstein.
class SipHash {
 public:
  explicit SipHash(const Secret& secret)
      : a_(secret.first ^ 0x736f6d6570736575),
        b_(secret.second ^ 0x646f72616e646f6d),
        c_(secret.first ^ 0x6c7967656e657261),
        d_(secret.second ^ 0x7465646279746573) {}

  std::uint64_t of(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) take(word_of(text.substr(at, 8)));
    take(word_of(text.substr(at)) | std::uint64_t{text.size()} << 56);
    c_ ^= 0xff;
    for (int i = 0; i < 4; ++i) round();
    return a_ ^ b_ ^ c_ ^ d_;
  }

 private:
  static std::uint64_t word_of(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return word;
  }
  void take(std::uint64_t word) {
    d_ ^= word;
    round();
    round();
    a_ ^= word;
  }
  void round() {
    a_ += b_;
    b_ = std::rotl(b_, 13) ^ a_;
    a_ = std::rotl(a_, 32);
    c_ += d_;
    d_ = std::rotl(d_, 16) ^ c_;
    a_ += d_;
    d_ = std::rotl(d_, 21) ^ a_;
    c_ += b_;
    b_ = std::rotl(b_, 17) ^ c_;
    c_ = std::rotl(c_, 32);
  }
  std::uint64_t a_, b_, c_, d_;
};

}  // namespace

void SharedKeys::add(std::string_view key, std::size_t row) {
  if (key.empty()) return;
  if (row > std::numeric_limits<std::uint32_t>::max())
    throw RunError(ExitCode::bad_input, "the roll has more than 4,294,967,295 rows", "Divide it, such as by district.");
  static const Secret secret = drawn_secret();
  const std::uint64_t hash = SipHash(secret).of(key);
  entries_.push_back(
      {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(row)});
}

void SharedKeys::settle(const std::function<bool(std::size_t)>& counts) {
  std::erase_if(entries_, [&](const Entry& entry) { return !counts(entry.row); });
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.hash() != b.hash() ? a.hash() < b.hash() : a.row < b.row; });
  for (auto first = entries_.begin(); first != entries_.end();) {
    const auto last = std::find_if(first, entries_.end(), [&](const Entry& e) { return e.hash() != first->hash(); });
    if (last - first > 1) {
      const auto begin = static_cast<std::uint32_t>(rows_.size()),
                 end = begin + static_cast<std::uint32_t>(last - first);
      for (; first != last; ++first) {
        rows_.push_back(first->row);
        places_.push_back({first->row, begin, end});
      }
    }
    first = last;
  }
  std::vector<Entry>().swap(entries_);
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.row < b.row; });
}

std::span<const std::uint32_t> SharedKeys::sharing(std::size_t row) const {
  const auto found = std::lower_bound(places_.begin(), places_.end(), row,
                                      [](const Place& place, std::size_t wanted) { return place.row < wanted; });
  if (found == places_.end() || found->row != row) return {};
  return std::span(rows_).subspan(found->first, found->last - found->first);
}

}  // namespace pehchan
