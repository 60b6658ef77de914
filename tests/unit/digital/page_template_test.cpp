#include "digital/page_template.h"

#include <gtest/gtest.h>

#include <array>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::array<std::string_view, 2> places = {"name", "card_no"};

std::string page(const std::string& text, const std::string& name) {
  return PageTemplate(text, "card.html", places).filled({{"name", name}, {"card_no", "PCN-1"}});
}

std::string told_of(const std::string& text) {
  try {
    const PageTemplate read(text, "card.html", places);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_NE(error.advice.find("{{name}}, {{card_no}}"), std::string::npos) << error.advice;
    return error.what();
  }
  return "taken";
}

TEST(PageTemplate, FillsEachPlaceWhereverItStands) {
  EXPECT_EQ(page("{{name}}<p title=\"{{card_no}}\">{{name}}</p>{{card_no}}", "Asha"),
            "Asha<p title=\"PCN-1\">Asha</p>PCN-1");
}

TEST(PageTemplate, AHostileNameStaysText) {
  EXPECT_EQ(page("<b title='{{name}}'>", "\"><script>alert('1')</script>&amp;"),
            "<b title='&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;'>");
}

TEST(PageTemplate, ANameThatLooksLikeAPlaceIsNotFilled) {
  EXPECT_EQ(page("{{name}} {{card_no}}", "{{card_no}}"), "{{card_no}} PCN-1");
}

TEST(PageTemplate, APlaceWithoutWordsIsEmpty) {
  EXPECT_EQ(PageTemplate("[{{name}}]", "card.html", places).filled({}), "[]");
}

TEST(PageTemplate, WhatIsWrongIsToldWithItsLine) {
  EXPECT_EQ(told_of("<p>\n{{mobile}}"), "card.html:2: there is no place {{mobile}}");
  EXPECT_EQ(told_of("<p>\n\n{{name"), "card.html:3: {{ has no }}");
  EXPECT_EQ(told_of(""), "card.html:1: the page is empty");
}

}  // namespace
}  // namespace pehchan
