#include "base/html_escaped.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(HtmlEscaped, NothingOfATextIsTakenForHtml) {
  EXPECT_EQ(html_escaped("<b title=\"a\" id='b'>&amp;"), "&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;");
}

TEST(HtmlEscaped, AllElseStaysAsItIs) {
  EXPECT_EQ(html_escaped("आशा देवी/Asha Devi; 42%\n"), "आशा देवी/Asha Devi; 42%\n");
  EXPECT_EQ(html_escaped(""), "");
}

}  // namespace
}  // namespace pehchan
