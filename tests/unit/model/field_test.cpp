#include "model/field.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(Field, EveryNameLeadsBackToItsField) {
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    EXPECT_EQ(field_named(name_of(field)), field);
  }
}

TEST(Field, UnknownNamesHaveNoField) { EXPECT_FALSE(field_named("Name")); }

}  // namespace
}  // namespace pehchan
