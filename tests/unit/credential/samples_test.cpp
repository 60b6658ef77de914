// Holds tests/corpus/credentials, which other readers are tried on too, to what cases.json says of each.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "credential/public_keys.h"
#include "credential/status_list.h"
#include "credential/validity.h"
#include "credential/verify.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const fs::path folder = PEHCHAN_SOURCE "/tests/corpus/credentials";

std::string result_of(const std::string& text, const PublicKeys& keys, const StatusList& list, std::int64_t now) {
  const auto card = verify_credential(text, keys, now);
  if (!card) return code_of(card.error().why);
  const auto fault = card->claims.status ? fault_by_status(*card->claims.status, list) : std::nullopt;
  return fault ? code_of(*fault) : "valid";
}

TEST(Samples, AreJudgedAsTheyMustBe) {
  const auto cases = nlohmann::json::parse(read_file(folder / "cases.json", 100'000));
  const PublicKeys keys = read_public_keys(folder / "keys");
  EXPECT_EQ(keys.size(), 2U);
  EXPECT_GT(cases.size(), 15U);
  for (const auto& one : cases) {
    const std::int64_t now = *day_begins(one["at"].get<std::string>());
    const auto list = read_status_list(read_file(folder / "status/1", 100'000), keys, now);
    ASSERT_TRUE(list) << list.error().detail;
    std::string text = read_file(folder / one["file"].get<std::string>(), 100'000);
    text.pop_back();
    EXPECT_EQ(result_of(text, keys, *list, now), one["result"]) << one["file"];
  }
}

TEST(Samples, AnOldStatusListIsRefused) {
  const auto list = read_status_list(read_file(folder / "status/expired", 100'000), read_public_keys(folder / "keys"),
                                     *day_begins("2026-12-15"));
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().why, Refusal::Why::expired);
}

}  // namespace
}  // namespace pehchan
