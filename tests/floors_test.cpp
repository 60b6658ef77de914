// Holds the code to the floors of docs/architecture.md: a document alone does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "support/build_paths.h"

namespace {
namespace fs = std::filesystem;

const std::map<std::string, int> floor_of = {
    {"base", 0},    {"model", 1}, {"draw", 2},   {"toml", 2},       {"roll", 3},        {"photo", 3},
    {"symbol", 3},  {"card", 3},  {"sheet", 3},  {"print", 3},      {"calibration", 3}, {"printer", 3},
    {"digital", 3}, {"demo", 3},  {"ledger", 3}, {"credential", 3}, {"batch", 4},       {"cli", 5},
};

/// A library's headers and the rooms that may include them.
struct OnlyPlace {
  const char* header;
  std::vector<std::string> rooms;
};
const std::vector<OnlyPlace> only_places = {
    {R"(^boost/)", {"cli"}},
    {R"(^csv\.h$)", {"roll"}},
    {R"(^gdal|^ogr|^cpl_)", {"roll"}},
    {R"(^xlsxwriter)", {"roll"}},
    {R"(^soci|^sqlite3|^libpq)", {"roll", "ledger"}},
    {R"(^unicode/)", {"roll", "card"}},
    {R"(^opencv2/)", {"photo", "calibration"}},
    {R"(^dlib/)", {"photo"}},
    {R"(^turbojpeg\.h$)", {"photo", "demo", "draw", "digital", "print"}},
    {R"(^lcms2\.h$)", {"photo", "print"}},
    {R"(^libheif/)", {"photo"}},
    {R"(^(png|tiffio)\.h$|^webp/)", {"photo"}},
    {R"(^qrencode\.h$)", {"symbol"}},
    {R"(^toml\+\+)", {"toml", "roll"}},
    {R"(^libxml/)", {"sheet"}},
    {R"(^librsvg/)", {"draw"}},
    {R"(^qpdf/)", {"print"}},
    {R"(^poppler)", {"print"}},
    {R"(^ZXing/)", {"print", "symbol"}},
    {R"(^zlib\.h$)", {"print", "credential"}},
    {R"(^openssl/)", {"base", "batch", "credential"}},
    {R"(^pango/)", {"draw"}},
    {R"(^hb\.h)", {"draw"}},
    {R"(^cups/)", {"printer"}},
    {R"(^cairo)", {"draw", "print", "demo", "digital"}},
    {R"(^isa-l)", {"digital"}},
};

struct Source {
  std::string path;  ///< from src/
  std::string text;
};

std::string room_of(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::vector<std::string> faults_of(const Source& source) {
  std::vector<std::string> faults;
  const std::string room = room_of(source.path);
  const int own = room.empty() ? 5 : floor_of.contains(room) ? floor_of.at(room) : -1;
  if (own < 0) return {source.path + ": no such room in the plan"};
  static const std::regex include(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
  std::istringstream lines(source.text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    if (line.find("TO"
                  "DO") != std::string::npos ||
        line.find("FIX"
                  "ME") != std::string::npos)
      faults.push_back(source.path + ": unfinished: " + line);
    std::smatch found;
    if (!std::regex_search(line, found, include)) continue;
    const std::string header = found[1], other = room_of(header);
    if (floor_of.contains(other) && other != room && floor_of.at(other) >= own && !room.empty())
      faults.push_back(source.path + " includes upward or sideways: " + header);
    for (const OnlyPlace& rule : only_places)
      if (std::regex_search(header, std::regex(rule.header)) &&
          std::find(rule.rooms.begin(), rule.rooms.end(), room) == rule.rooms.end())
        faults.push_back(source.path + " is not the place of " + header);
    if (room == "model" && line.find('<') != std::string::npos && header.find('.') != std::string::npos)
      faults.push_back(source.path + ": the model knows no library: " + header);
  }
  if (count > 400) faults.push_back(source.path + " is longer than 400 lines");
  if (source.path == "main.cpp" && count >= 60) faults.push_back("main.cpp has 60 lines or more");
  return faults;
}

std::vector<std::string> link_faults_of(const std::string& room, const std::string& cmake) {
  std::vector<std::string> faults;
  static const std::regex link(R"(\bpehchan_([a-z]+)\b)");
  for (std::sregex_iterator i(cmake.begin(), cmake.end(), link), end; i != end; ++i) {
    const std::string other = (*i)[1];
    if (floor_of.contains(other) && other != room && floor_of.at(other) >= floor_of.at(room))
      faults.push_back(room + " links upward or sideways: " + other);
  }
  return faults;
}

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const fs::path src = fs::path(PEHCHAN_SOURCE) / "src";

TEST(Floors, EveryIncludeRunsDownwardAndEveryLibraryStaysInItsRoom) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    ++files;
    for (const auto& fault : faults_of({fs::relative(entry.path(), src).string(), text_of(entry.path())}))
      ADD_FAILURE() << fault;
  }
  EXPECT_GT(files, 100U);
}

TEST(Floors, LinkLinesStateTheSameGraph) {
  for (const auto& [room, floor] : floor_of)
    for (const auto& fault : link_faults_of(room, text_of(src / room / "CMakeLists.txt"))) ADD_FAILURE() << fault;
}

TEST(Floors, NoRoomAndNoFileIsADumpingGround) {
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const std::string name = entry.path().stem().string();
    for (const char* forbidden : {"util", "utils", "common", "helpers", "misc", "context", "manager"})
      EXPECT_NE(name, forbidden) << entry.path();
  }
}

TEST(Floors, TheRulesCanFail) {
  EXPECT_EQ(faults_of({"model/a.h", "#include \"draw/fonts.h\"\n"}).size(), 1U) << "upward";
  EXPECT_EQ(faults_of({"roll/a.h", "#include \"photo/open.h\"\n"}).size(), 1U) << "sideways";
  EXPECT_EQ(faults_of({"roll/a.h", "#include \"base/file.h\"\n"}).size(), 0U) << "downward";
  EXPECT_EQ(faults_of({"card/a.cpp", "#include <qpdf/QPDF.hh>\n"}).size(), 1U) << "library out of place";
  EXPECT_EQ(faults_of({"model/a.h", "#include <cairo.h>\n"}).size(), 2U) << "library in the model";
  EXPECT_EQ(faults_of({"attic/a.h", ""}).size(), 1U) << "unknown room";
  EXPECT_EQ(faults_of({"symbol/a.cpp", std::string(401, '\n')}).size(), 1U) << "too long";
  EXPECT_EQ(faults_of({"main.cpp", std::string(60, '\n')}).size(), 1U) << "main too long";
  EXPECT_EQ(link_faults_of("roll", "PUBLIC pehchan_batch").size(), 1U) << "link upward";
}

}  // namespace
