#include "support/browser.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr const char* program = "/usr/bin/chromium";
constexpr int patience_ms = 20'000;

[[noreturn]] void become_browser(int commands, int answers, const std::string& profile, const std::string& size) {
  // Both must first be out of the way of 3 and 4, where the browser looks for them.
  const int in = ::fcntl(commands, F_DUPFD, 10), out = ::fcntl(answers, F_DUPFD, 10);
  ::dup2(in, 3);
  ::dup2(out, 4);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
  ::setpgid(0, 0);
  ::execl(program, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
          "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
          "--hide-scrollbars", "--remote-debugging-pipe", profile.c_str(), size.c_str(), "about:blank", nullptr);
  ::_exit(127);
}

int key_code(const std::string& key) {
  if (key == "Enter") return 13;
  if (key == "Escape") return 27;
  if (key == "ArrowLeft") return 37;
  if (key == "ArrowUp") return 38;
  if (key == "ArrowRight") return 39;
  if (key == "ArrowDown") return 40;
  if (key == "Delete") return 46;
  return 0;
}

}  // namespace

bool Browser::is_installed() { return ::access(program, X_OK) == 0; }

Browser::Browser(int width, int height) {
  std::array<int, 2> commands{}, answers{};
  if (::pipe2(commands.data(), O_CLOEXEC) != 0 || ::pipe2(answers.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("cannot make a pipe");
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0)
    become_browser(commands[0], answers[1], "--user-data-dir=" + profile_.path().string(),
                   "--window-size=" + std::to_string(width) + "," + std::to_string(height));
  ::close(commands[0]);
  ::close(answers[1]);
  to_ = commands[1];
  from_ = answers[0];
  const Json target = call("Target.createTarget", {{"url", "about:blank"}});
  session_ = call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}}).at("sessionId");
  call("Page.enable", Json::object());
  call("Emulation.setDeviceMetricsOverride",
       {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
}

Browser::~Browser() {
  if (child_ <= 0) return;
  ::close(to_);
  ::close(from_);
  ::kill(-child_, SIGKILL);  // its own process group: the browser and what it started
  ::waitpid(child_, nullptr, 0);
}

void Browser::send(const Json& message) const {
  std::string text = message.dump();
  text += '\0';
  std::size_t at = 0;
  while (at < text.size()) {
    const ssize_t written = ::write(to_, text.data() + at, text.size() - at);
    if (written <= 0) throw std::runtime_error("the browser has gone");
    at += static_cast<std::size_t>(written);
  }
}

Browser::Json Browser::receive() {
  for (;;) {
    if (const auto end = received_.find('\0'); end != std::string::npos) {
      Json message = Json::parse(received_.begin(), received_.begin() + static_cast<std::ptrdiff_t>(end));
      received_.erase(0, end + 1);
      return message;
    }
    pollfd waiting{.fd = from_, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) throw std::runtime_error("the browser does not answer");
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(from_, bytes.data(), bytes.size());
    if (count <= 0) throw std::runtime_error("the browser has gone");
    received_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

Browser::Json Browser::call(const std::string& method, const Json& parameters) {
  const int id = ++last_id_;
  Json message{{"id", id}, {"method", method}, {"params", parameters}};
  if (!session_.empty()) message["sessionId"] = session_;
  send(message);
  for (;;) {
    Json answer = receive();
    if (answer.value("method", "") == "Page.javascriptDialogOpening") {
      ++warnings_;
      send({{"id", ++last_id_},
            {"method", "Page.handleJavaScriptDialog"},
            {"params", {{"accept", true}}},
            {"sessionId", session_}});
    }
    if (answer.value("id", 0) != id) continue;
    if (answer.contains("error")) throw std::runtime_error(method + ": " + answer["error"].dump());
    return answer.at("result");
  }
}

void Browser::open(const fs::path& page) {
  call("Page.navigate", {{"url", "file://" + fs::absolute(page).string()}});
  wait_until("document.readyState === 'complete' && location.protocol === 'file:'");
}

std::string Browser::viewer_of_pdf() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (std::chrono::steady_clock::now() < end) {
    const Json targets = call("Target.getTargets", Json::object());
    for (const Json& target : targets.at("targetInfos"))
      if (target.at("url").get<std::string>().starts_with("chrome-extension://")) return target.at("targetId");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw std::runtime_error("the PDF is not shown");
}

std::string Browser::text_of_pdf(const fs::path& pdf) {
  const std::string page = std::exchange(session_, "");
  const Json tab = call("Target.createTarget", {{"url", "file://" + fs::absolute(pdf).string()}});
  session_ = call("Target.attachToTarget", {{"targetId", viewer_of_pdf()}, {"flatten", true}}).at("sessionId");
  wait_until("document.querySelector('pdf-viewer')?.loadState_ === 'success'");
  // The viewer is a page of its own, an extension that comes with Chromium; this is what its Ctrl+A and Ctrl+C do.
  const std::string text = value(
      "(async () => { const { PluginController } = await import('./pdf_viewer_wrapper.js'); const plugin = "
      "PluginController.getInstance(); plugin.selectAll(); return (await plugin.getSelectedText()).selectedText; })()");
  session_.clear();
  call("Target.closeTarget", {{"targetId", tab.at("targetId")}});
  session_ = page;
  return text;
}

Browser::Json Browser::value(const std::string& expression) {
  const Json answer =
      call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
  if (answer.contains("exceptionDetails"))
    throw std::runtime_error(expression + ": " + answer["exceptionDetails"].dump().substr(0, 600));
  return answer.at("result").value("value", Json());
}

void Browser::wait_until(const std::string& expression) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (value("!!(" + expression + ")") != true) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("never came true: " + expression);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void Browser::press(const std::string& key) {
  Json event{{"type", "keyDown"}, {"key", key}, {"windowsVirtualKeyCode", key_code(key)}};
  if (key.size() == 1) event["text"] = key;
  if (key == "Enter") event["text"] = "\r";
  call("Input.dispatchKeyEvent", event);
  call("Input.dispatchKeyEvent", {{"type", "keyUp"}, {"key", key}, {"windowsVirtualKeyCode", key_code(key)}});
}

void Browser::type(const std::string& text) { call("Input.insertText", {{"text", text}}); }

void Browser::mouse(const char* type, double x, double y, int buttons) {
  call("Input.dispatchMouseEvent",
       {{"type", type}, {"x", x}, {"y", y}, {"button", "left"}, {"buttons", buttons}, {"clickCount", 1}});
}

void Browser::click(const std::string& selector) {
  const Json box = value("(() => { const element = document.querySelector(" + Json(selector).dump() +
                         "); element.scrollIntoView({block: 'center'}); const box = element.getBoundingClientRect(); "
                         "return [box.x + box.width / 2, box.y + box.height / 2]; })()");
  click(box[0], box[1]);
}

void Browser::click(double x, double y) {
  mouse("mousePressed", x, y, 1);
  mouse("mouseReleased", x, y, 0);
}

void Browser::drag(double from_x, double from_y, double to_x, double to_y) {
  mouse("mouseMoved", from_x, from_y, 0);
  mouse("mousePressed", from_x, from_y, 1);
  mouse("mouseMoved", (from_x + to_x) / 2, (from_y + to_y) / 2, 1);
  mouse("mouseMoved", to_x, to_y, 1);
  mouse("mouseReleased", to_x, to_y, 0);
}

void Browser::forget() { call("Storage.clearDataForOrigin", {{"origin", "file://"}, {"storageTypes", "all"}}); }

void Browser::save_into(const fs::path& folder) {
  call("Page.setDownloadBehavior", {{"behavior", "allow"}, {"downloadPath", folder.string()}});
}

}  // namespace pehchan
