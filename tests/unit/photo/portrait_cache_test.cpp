#include "photo/portrait_cache.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>
#include <vector>

#include "base/sha256.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t plenty = 1 << 20;

std::string key(int number) { return sha256_hex(std::to_string(number)); }

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}
fs::path only_file(const fs::path& folder) { return files_in(folder).at(0); }

TEST(PortraitCache, GivesBackWhatWasKept) {
  const ScratchFolder folder;
  const std::string entry("with\0zero\n", 10);
  PortraitCache(folder, plenty).keep(key(1), entry);
  PortraitCache again(folder, plenty);
  EXPECT_EQ(again.find(key(1)), entry);
  EXPECT_EQ(again.find(key(2)), std::nullopt);
}

TEST(PortraitCache, ATornOrChangedEntryIsNoEntryAndIsMadeAgain) {
  const ScratchFolder folder;
  PortraitCache cache(folder, plenty);
  const std::string entry(1000, 'x');
  for (const int length : {0, 10, 64, 65, 1063}) {
    cache.keep(key(1), entry);
    fs::resize_file(only_file(folder), static_cast<std::uintmax_t>(length));
    EXPECT_EQ(cache.find(key(1)), std::nullopt) << length;
  }
  cache.keep(key(1), entry);
  std::fstream(only_file(folder), std::ios::in | std::ios::out | std::ios::binary).seekp(500).put('y');
  EXPECT_EQ(cache.find(key(1)), std::nullopt);
  cache.keep(key(1), entry);
  EXPECT_EQ(cache.find(key(1)), entry);
}

// Somebody may name a folder that holds other things.
TEST(PortraitCache, NothingButItsOwnEntriesIsEverRemoved) {
  const ScratchFolder folder;
  const std::string large(100'000, 'x');
  fs::create_directories(folder / "ab");
  for (const char* name : {"ledger-backup.db", "photo.jpg", "ab/photo.jpg", "ab/abcd"})
    std::ofstream(folder / name, std::ios::binary) << large;
  {
    PortraitCache cache(folder, 30'000);
    for (int i = 0; i < 8; ++i) cache.keep(key(i), std::string(10'000, 'y'));
  }
  for (const char* name : {"ledger-backup.db", "photo.jpg", "ab/photo.jpg", "ab/abcd"})
    EXPECT_TRUE(fs::exists(folder / name)) << name;
  EXPECT_LT(files_in(folder).size(), 4U + 4U);
}

TEST(PortraitCache, WhatAKilledProgramLeftGoesAfterAnHour) {
  const ScratchFolder folder;
  const fs::path home = folder / key(1).substr(0, 2);
  fs::create_directories(home);
  const fs::path old = home / (key(1) + ".1.1.part"), young = home / (key(1) + ".2.1.part");
  for (const fs::path& part : {old, young}) std::ofstream(part, std::ios::binary) << "half";
  fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(2));
  PortraitCache(folder, plenty).keep(key(2), "whole");
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(young));
}

TEST(PortraitCache, AnEntryUnderAnotherKeyIsNotBelieved) {
  const ScratchFolder folder;
  PortraitCache cache(folder, plenty);
  cache.keep(key(1), "one");
  const fs::path one = only_file(folder);
  fs::create_directories(folder / key(2).substr(0, 2));
  fs::copy_file(one, folder / key(2).substr(0, 2) / key(2));
  EXPECT_EQ(cache.find(key(2)), std::nullopt);
}

TEST(PortraitCache, PastItsSizeTheEntriesUsedLongestAgoGo) {
  const ScratchFolder folder;
  const std::string entry(10'000, 'x');
  {
    PortraitCache cache(folder, 10 * plenty);
    for (int i = 0; i < 10; ++i) cache.keep(key(i), entry);
    for (const fs::path& file : files_in(folder))
      fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    EXPECT_TRUE(cache.find(key(3)));  // which is a use
  }
  {
    PortraitCache smaller(folder, 60'000);
    smaller.keep(key(10), entry);
  }
  PortraitCache cache(folder, plenty);
  std::uintmax_t bytes = 0;
  for (const fs::path& file : files_in(folder)) bytes += fs::file_size(file);
  EXPECT_LE(bytes, 60'000U);
  EXPECT_GT(bytes, 30'000U);
  EXPECT_TRUE(cache.find(key(3)));
  EXPECT_TRUE(cache.find(key(10)));
}

TEST(PortraitCache, AnEntryLargerThanAllOfItIsNotKept) {
  const ScratchFolder folder;
  PortraitCache cache(folder, 100);
  cache.keep(key(1), std::string(101, 'x'));
  EXPECT_TRUE(files_in(folder).empty());
}

TEST(PortraitCache, WithoutAFolderNothingIsKept) {
  PortraitCache cache({}, plenty);
  cache.keep(key(1), "one");
  EXPECT_EQ(cache.find(key(1)), std::nullopt);
}

TEST(PortraitCache, IsItsOwnersAlone) {
  const ScratchFolder home;
  PortraitCache cache(home / "cache", plenty);
  cache.keep(key(1), "one");
  EXPECT_EQ(fs::status(home / "cache").permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(only_file(home / "cache")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(PortraitCache, AFolderThatCannotBeMadeStopsNobody) {
  const ScratchFolder home;
  std::ofstream(home / "file") << "in the way";
  PortraitCache cache(home / "file" / "cache", plenty);
  cache.keep(key(1), "one");
  EXPECT_EQ(cache.find(key(1)), std::nullopt);
}

/// Keeps and finds the same few entries over and over; how many that were found were wrong.
int hammer(const fs::path& folder, int rounds) {
  PortraitCache cache(folder, 40'000);  // so small that it is trimmed all the time
  int wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    const std::string entry(static_cast<std::size_t>(1000 + i % 7 * 1000), static_cast<char>('a' + i % 7));
    cache.keep(key(i % 7), entry);
    const auto found = cache.find(key((i + 3) % 7));
    const auto expected = static_cast<char>('a' + (i + 3) % 7);
    if (found && found->find_first_not_of(expected) != std::string::npos) ++wrong;
  }
  return wrong;
}

TEST(PortraitCache, ManyThreadsAndProgramsMayUseItAtOnce) {
  const ScratchFolder folder;
  std::vector<pid_t> children;
  for (int i = 0; i < 2; ++i) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(hammer(folder, 400) == 0 ? 0 : 1);
    children.push_back(child);
  }
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) threads.emplace_back([&] { wrong += hammer(folder, 400); });
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(wrong, 0);
  for (const fs::path& file : files_in(folder)) EXPECT_NE(file.extension(), ".part");
}

}  // namespace
}  // namespace pehchan
