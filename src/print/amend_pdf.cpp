#include "print/amend_pdf.h"

#include <fmt/format.h>

#include "base/run_error.h"

namespace pehchan {
namespace {

/// Where the file's own table of objects stands: its last "startxref".
unsigned long long table_of(std::string_view bytes) {
  constexpr std::string_view key = "startxref";
  const auto at = bytes.rfind(key);
  if (at == std::string_view::npos) throw RunError(ExitCode::internal, "a finished PDF has no table of objects");
  return std::stoull(std::string(bytes.substr(at + key.size(), 30)));
}

}  // namespace

Amendment::Amendment(QPDF& pdf)
    : next_(pdf.getTrailer().getKey("/Size").getIntValueAsInt()), root_(pdf.getRoot().getObjGen().unparse(' ')) {}

int Amendment::add(std::string object) {
  objects_[next_] = std::move(object);
  return next_++;
}

std::string Amendment::behind(std::string_view bytes) const {
  std::string update = "\n", table = "xref\n";
  for (const auto& [number, object] : objects_) {
    table += fmt::format("{} 1\n{:010} 00000 n \n", number, bytes.size() + update.size());
    update += fmt::format("{} 0 obj\n{}\nendobj\n", number, object);
  }
  const auto at = bytes.size() + update.size();
  return update + table +
         fmt::format("trailer\n<< /Size {} /Root {} R /Prev {} >>\nstartxref\n{}\n%%EOF\n", next_, root_,
                     table_of(bytes), at);
}

std::string stream_object(const std::string& entries, std::string_view bytes) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, bytes.size(), bytes);
}

}  // namespace pehchan
