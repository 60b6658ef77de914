#include "batch/digital_keys.h"

#include <gtest/gtest.h>

#include "credential/key_ring.h"
#include "credential/public_keys.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

TEST(DigitalKeys, WhatIsOverOrWithdrawnIsNotInTheSite) {
  const ScratchFolder folder;
  const auto keys = folder / "keys";
  make_first_key(keys, "2020a", Passphrase(), "2020-01-01");
  rotate_key(keys, "2021a", "2022-01-31", Passphrase(), "2021-01-01");
  rotate_key(keys, "2022a", "", Passphrase(), "2022-01-01");
  rotate_key(keys, "2023a", "", Passphrase(), "2023-01-01");
  withdraw_key(keys, "2022a", "2023-01-02");
  const DigitalSite site(folder / "site");
  const std::string jwks = site_keys(keys, site);
  for (const char* kid : {"2020a", "2022a"}) EXPECT_EQ(jwks.find(kid), std::string::npos) << kid;
  for (const char* kid : {"2021a", "2023a"}) EXPECT_NE(jwks.find(kid), std::string::npos) << kid;
  EXPECT_EQ(read_public_keys(folder / "site").size(), 2U);
}

}  // namespace
}  // namespace pehchan
