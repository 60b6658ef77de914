#include "roll/lines.h"

#include <algorithm>

namespace pehchan {

bool LineReader::refill() {
  if (at_ < piece_.size()) return true;
  at_ = 0;
  return source_.read(piece_);
}

void LineReader::take(Line& line, std::size_t count) {
  const std::size_t room = std::min(count, limit_ - std::min(limit_, line.text.size()));
  line.text.append(piece_, at_, room);
  line.cut = line.cut || room < count;
  at_ += count;
}

bool LineReader::next(Line& line) {
  line.text.clear();
  line.cut = false;
  while (refill()) {
    const auto start = piece_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto end = std::find_if(start, piece_.end(), [](char c) { return c == '\n' || c == '\r'; });
    take(line, static_cast<std::size_t>(end - start));
    if (at_ == piece_.size()) continue;
    const bool carriage_return = piece_[at_] == '\r';
    take(line, 1);
    if (carriage_return && refill() && piece_[at_] == '\n') take(line, 1);
    return true;
  }
  return !line.text.empty();
}

}  // namespace pehchan
