#pragma once
#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/scratch_folder.h"

namespace pehchan {

/// Chromium without a window, driven through its debugging pipe (two file descriptors: no port, no network). Every call
/// waits for the browser's answer and throws std::runtime_error when it says no or says nothing for 20 s.
class Browser {
 public:
  using Json = nlohmann::json;

  static bool is_installed();
  static constexpr const char* skipped = "skipped: there is no chromium (apt.txt installs it)";

  Browser(int width, int height);
  ~Browser();
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;

  /// Loads a page from the disk. A page that asks whether it may be left is left.
  void open(const std::filesystem::path& page);
  /// How often a page asked that.
  int warnings() const { return warnings_; }
  /// The value of a JavaScript expression; what it promises is awaited.
  Json value(const std::string& expression);
  /// Until the expression is true.
  void wait_until(const std::string& expression);

  /// All text of a PDF from the disk, as Chromium's own viewer (PDFium) copies it when all is selected.
  std::string text_of_pdf(const std::filesystem::path& pdf);

  /// A key as KeyboardEvent.key names it: "a", "Enter", "ArrowRight".
  void press(const std::string& key);
  void type(const std::string& text);
  /// The first element that the selector finds, in its middle.
  void click(const std::string& selector);
  void click(double x, double y);
  void drag(double from_x, double from_y, double to_x, double to_y);

  /// Everything that pages from the disk have asked the browser to remember.
  void forget();
  /// Where files are saved from now on.
  void save_into(const std::filesystem::path& folder);

 private:
  std::string viewer_of_pdf();
  Json call(const std::string& method, const Json& parameters);
  void send(const Json& message) const;
  Json receive();
  void mouse(const char* type, double x, double y, int buttons);

  ScratchFolder profile_;
  pid_t child_ = -1;
  int to_ = -1, from_ = -1;
  int last_id_ = 0, warnings_ = 0;
  std::string session_, received_;
};

}  // namespace pehchan
