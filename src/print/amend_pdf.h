#pragma once
#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

namespace pehchan {

/// Other objects in place of some of a PDF's, and new ones, as an incremental update (ISO 32000-1, 7.5.6): it stands
/// behind the file's own bytes, which all stay as they are.
class Amendment {
 public:
  /// For the file that `pdf` has read.
  explicit Amendment(QPDF& pdf);

  /// Objects are written as a PDF has them; the number of a new one.
  int add(std::string object);
  void replace(int number, std::string object) { objects_[number] = std::move(object); }

  /// What is to stand behind `bytes`, the file's own.
  std::string behind(std::string_view bytes) const;

 private:
  int next_;
  std::string root_;
  std::map<int, std::string> objects_;
};

/// A stream object of these entries and bytes, not packed.
std::string stream_object(const std::string& entries, std::string_view bytes);

}  // namespace pehchan
