#include "support/postgres_server.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace pehchan {
namespace {

TEST(PostgresServer, KeepsItsDataAndItsUrlOverAStop) {
  PostgresServer server;
  const std::string url = server.url();
  server.run("create table card(n int); insert into card values (1)");
  server.stop();
  EXPECT_THROW(server.run("select 1"), std::runtime_error);
  server.start();
  EXPECT_EQ(server.url(), url);
  server.run("select 1 / n from card");
  EXPECT_THROW(server.run("select * from nothing"), std::runtime_error);
}

}  // namespace
}  // namespace pehchan
