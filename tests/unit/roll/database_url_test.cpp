#include "roll/database_url.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(DatabaseUrl, PasswordsAreMaskedWhereverTheyStand) {
  EXPECT_EQ(masked("postgresql://u:secret@h:5432/d"), "postgresql://u:***@h:5432/d");
  EXPECT_EQ(masked("postgresql://u:a@b:c@h/d"), "postgresql://u:***@h/d") << "an @ in the password";
  EXPECT_EQ(masked("postgresql://h/d?user=u&password=secret&sslmode=require"),
            "postgresql://h/d?user=u&password=***&sslmode=require");
  EXPECT_EQ(masked("postgresql://u@h/d?sslPassword=secret"), "postgresql://u@h/d?sslPassword=***");
  EXPECT_EQ(masked("postgresql://u:a?b@h/d?password=c"), "postgresql://u:***@h/d?password=***");
  EXPECT_EQ(masked("mysql://u:secret@h/d"), "mysql://u:***@h/d") << "a scheme that is not ours";
}

TEST(DatabaseUrl, WhatHasNoPasswordStaysAsItIs) {
  for (const char* where : {"postgresql://u@h:5432/d", "roll.csv", "sqlite:///a/b.db", "postgresql://h:5432/d", ""})
    EXPECT_EQ(masked(where), where);
}

TEST(DatabaseUrl, MessagesAreScrubbedOfBothWritings) {
  EXPECT_EQ(scrubbed("no se@cret, no se%40cret\n", "postgresql://u:se%40cret@h/d"), "no ***, no ***");
}

TEST(DatabaseUrl, NamesAreQuoted) { EXPECT_EQ(quoted_name("a\"; drop"), "\"a\"\"; drop\""); }

}  // namespace
}  // namespace pehchan
