#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "credential/cbor_reader.h"
#include "credential/made_credential.h"
#include "credential/public_keys.h"
#include "credential/sign.h"
#include "credential/validity.h"
#include "credential/wire.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

class KeysCommand : public testing::Test {
 protected:
  Finished keys(Words words, const Words& through = {}) const {
    words.insert(words.begin(), "keys");
    words.insert(words.end(), {"--keys", keys_.string()});
    return run_program(words, through);
  }
  Finished publish() const { return keys({"publish", "--out", site_.string()}); }
  fs::path passphrase(const std::string& text) const {
    write_bytes(home_ / "passphrase", text + "\n");
    EXPECT_EQ(::chmod((home_ / "passphrase").c_str(), 0600), 0);
    return home_ / "passphrase";
  }
  static unsigned mode_of(const fs::path& file) {
    struct stat facts {};
    EXPECT_EQ(::stat(file.c_str(), &facts), 0) << file;
    return facts.st_mode & 0777;
  }
  /// A card signed with a key of the folder, as its QR code's text.
  std::string card(const std::string& kid, const Passphrase& word = {}) const {
    return to_qr_text(
        sign_credential(made_claims(), SigningKey::read(keys_ / (kid + ".pem"), word), WireForm::standard));
  }
  int verify(const std::string& code) const {
    return run_program({"verify", code, "--keys", site_.string(), "--at", "2027-06-01"}).code;
  }
  /// The program as if it ran on this day.
  static Words on(const std::string& day) { return {"faketime", "-f", day + " 12:00:00"}; }

  ScratchFolder home_;
  fs::path keys_ = home_ / "keys", site_ = home_ / "site";
};

TEST_F(KeysCommand, MakesAKeyThatOnlyItsOwnerMayRead) {
  const Finished made = keys({"new", "--kid", "2026a"});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(mode_of(keys_), 0700U);
  EXPECT_EQ(mode_of(keys_ / "2026a.pem"), 0600U);
  EXPECT_NE(made.out.find("not encrypted"), std::string::npos) << made.out;
  EXPECT_FALSE(fs::exists(keys_ / "2026a.pem.part"));
}

TEST_F(KeysCommand, APassphraseEncryptsIt) {
  const Finished made = keys({"new", "--kid", "2026a", "--passphrase-file", passphrase("खुल जा").string()});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_NE(bytes_of(keys_ / "2026a.pem").find("BEGIN ENCRYPTED PRIVATE KEY"), std::string::npos);
  EXPECT_EQ((made.out + made.err).find("खुल जा"), std::string::npos);
  ASSERT_EQ(publish().code, 0);
  EXPECT_EQ(verify(card("2026a", Passphrase(std::string("खुल जा")))), 0);
}

TEST_F(KeysCommand, TheVariableGivesAPassphraseToo) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}, {"env", "PEHCHAN_PASSPHRASE=sesame"}).code, 0);
  EXPECT_NE(bytes_of(keys_ / "2026a.pem").find("BEGIN ENCRYPTED PRIVATE KEY"), std::string::npos);
}

TEST_F(KeysCommand, NoKeyIsWrittenOver) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  const std::string before = bytes_of(keys_ / "2026a.pem");
  const Finished again = keys({"new"});
  EXPECT_EQ(again.code, 73);
  EXPECT_NE(again.err.find("keys rotate"), std::string::npos) << again.err;
  EXPECT_EQ(keys({"rotate", "--kid", "2026a"}).code, 73);
  EXPECT_EQ(bytes_of(keys_ / "2026a.pem"), before);
}

TEST_F(KeysCommand, ARotatedKeysCardsStayValid) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  const std::string old_card = card("2026a");
  ASSERT_EQ(keys({"rotate", "--kid", "2027a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  EXPECT_EQ(verify(old_card), 0);
  EXPECT_EQ(verify(card("2027a")), 0);
  const std::string listed = keys({"list"}).out;
  EXPECT_NE(listed.find("2026a        made"), std::string::npos) << listed;
  EXPECT_NE(listed.find("published for ever"), std::string::npos) << listed;
  EXPECT_NE(listed.find("current"), std::string::npos) << listed;
}

TEST_F(KeysCommand, ARotatedKeyIsPublishedUntilItsLastCardExpires) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(keys({"rotate", "--kid", "2027a", "--keep-until", "2032-01-31"}).code, 0);
  Words words{"publish", "--out", site_.string()};
  ASSERT_EQ(keys(words, on("2032-01-31")).code, 0);
  EXPECT_EQ(read_public_keys(site_).size(), 2U);
  ASSERT_EQ(keys(words, on("2032-02-01")).code, 0);
  const PublicKeys left = read_public_keys(site_);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].kid, "2027a");
}

TEST_F(KeysCommand, AStolenKeysCardsAreTakenByNobody) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  const std::string stolen = card("2026a");
  EXPECT_EQ(keys({"withdraw", "2026a"}).code, 64) << "it is the current one";
  ASSERT_EQ(keys({"rotate", "--kid", "2026b"}).code, 0);
  EXPECT_EQ(keys({"withdraw", "2025a"}).code, 66);
  EXPECT_EQ(keys({"withdraw"}).code, 64);
  ASSERT_EQ(keys({"withdraw", "2026a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  EXPECT_NE(keys({"list"}).out.find("withdrawn"), std::string::npos);
  EXPECT_EQ(verify(stolen), 1);
  EXPECT_EQ(verify(card("2026b")), 0);
  EXPECT_EQ(read_public_keys(keys_), read_public_keys(site_)) << "the folder of keys says the same";
}

TEST_F(KeysCommand, WhatOthersMayChangeIsNeitherReadNorPublished) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(keys({"rotate", "--kid", "2026b"}).code, 0);
  const auto refused = [&](const fs::path& place, mode_t open, mode_t closed) {
    EXPECT_EQ(::chmod(place.c_str(), open), 0);
    const Finished run = publish();
    EXPECT_EQ(::chmod(place.c_str(), closed), 0);
    EXPECT_NE(run.err.find("chmod go-w '" + place.string() + "'"), std::string::npos) << run.err;
    return run.code == 78;
  };
  EXPECT_TRUE(refused(keys_, 0770, 0700));
  EXPECT_TRUE(refused(keys_, 0707, 0700));
  EXPECT_TRUE(refused(keys_ / "keys.toml", 0664, 0644));
  EXPECT_TRUE(refused(keys_ / "2026a.pub.pem", 0646, 0644));
  EXPECT_FALSE(fs::exists(site_));
  EXPECT_EQ(::chmod(keys_.c_str(), 0755), 0);
  EXPECT_EQ(publish().code, 0) << "to look is not to change";
}

TEST_F(KeysCommand, WhatItWritesIsClosedToOthersWhateverTheUmask) {
  const Words loose{"sh", "-c", "umask 0; exec \"$@\"", "sh"};
  ASSERT_EQ(keys({"new", "--kid", "2026a"}, loose).code, 0);
  ASSERT_EQ(keys({"rotate", "--kid", "2026b"}, loose).code, 0);
  ASSERT_EQ(keys({"withdraw", "2026a"}, loose).code, 0);
  EXPECT_EQ(mode_of(keys_ / "keys.toml") & 022U, 0U);
  EXPECT_EQ(publish().code, 0);
}

TEST_F(KeysCommand, AKeyThatCouldNotBeListedLeavesNothing) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  fs::create_directory(keys_ / "keys.toml.part");
  EXPECT_NE(keys({"rotate", "--kid", "2026b"}).code, 0);
  EXPECT_FALSE(fs::exists(keys_ / "2026b.pem"));
  EXPECT_FALSE(fs::exists(keys_ / "2026b.pub.pem"));
  fs::remove(keys_ / "keys.toml.part");
  EXPECT_EQ(keys({"rotate", "--kid", "2026b"}).code, 0) << "the same command again";
}

TEST_F(KeysCommand, AMissingPublicKeyIsToldWithTheWayOut) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(keys({"rotate", "--kid", "2026b"}).code, 0);
  fs::remove(keys_ / "2026a.pub.pem");
  const Finished gone = publish();
  EXPECT_EQ(gone.code, 66);
  EXPECT_NE(gone.err.find("keys withdraw 2026a"), std::string::npos) << gone.err;
  ASSERT_EQ(keys({"withdraw", "2026a"}).code, 0);
  EXPECT_EQ(publish().code, 0);
}

TEST_F(KeysCommand, AnEmptyPassphraseIsRefusedAndMakesNoOpenKey) {
  const Finished empty = keys({"new"}, {"env", "PEHCHAN_PASSPHRASE="});
  EXPECT_EQ(empty.code, 78);
  EXPECT_NE(empty.err.find("PEHCHAN_PASSPHRASE"), std::string::npos) << empty.err;
  EXPECT_FALSE(fs::exists(keys_ / "keys.toml"));
}

TEST_F(KeysCommand, PublishingRenewsTheKeysInTheCheckingPage) {
  const fs::path page = site_ / "verify" / "index.html";
  fs::create_directories(page.parent_path());
  write_bytes(page, R"(<p>a<script type="application/json" id="keys">{{keys}}</script><p>z)");
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  EXPECT_NE(bytes_of(page).find("2026a"), std::string::npos) << bytes_of(page);
  ASSERT_EQ(keys({"rotate", "--kid", "2026b"}).code, 0);
  ASSERT_EQ(keys({"withdraw", "2026a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  EXPECT_EQ(bytes_of(page), R"(<p>a<script type="application/json" id="keys">)" +
                                bytes_of(site_ / ".well-known/jwks.json") + "</script><p>z");
}

TEST_F(KeysCommand, KeysAreNamedAfterTheirYear) {
  ASSERT_EQ(keys({"new"}, on("2027-03-01")).code, 0);
  ASSERT_EQ(keys({"rotate"}, on("2027-04-01")).code, 0);
  EXPECT_TRUE(fs::exists(keys_ / "2027a.pem"));
  EXPECT_TRUE(fs::exists(keys_ / "2027b.pem"));
}

TEST_F(KeysCommand, NothingPrivateIsPublished) {
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(site_)) files += entry.is_regular_file() ? 1U : 0U;
  EXPECT_EQ(files, 2U);
  const std::string jwks = bytes_of(site_ / ".well-known/jwks.json"),
                    cose = bytes_of(site_ / ".well-known/cose-keys.cbor");
  EXPECT_EQ(jwks.find("\"d\""), std::string::npos);
  const auto set = read_cbor(cose, KeyOrder::ascending);
  ASSERT_TRUE(set) << set.error();
  EXPECT_EQ(set->items[0].find(-4), nullptr) << "d of RFC 9053";
  EXPECT_EQ(read_public_keys(site_), read_public_keys(keys_ / "2026a.pub.pem"));
}

TEST_F(KeysCommand, PrivateKeysInTheFolderThatIsServedAreRefused) {
  const fs::path inside = site_ / "keys";
  ASSERT_EQ(run_program({"keys", "new", "--keys", inside.string()}).code, 0);
  const auto refused = [&](const fs::path& from, const fs::path& out) {
    const Finished run = run_program({"keys", "publish", "--keys", from.string(), "--out", out.string()});
    return run.code == 64 && run.err.find("lies in the folder that is served") != std::string::npos;
  };
  EXPECT_TRUE(refused(inside, site_));
  EXPECT_TRUE(refused(inside / "", site_ / ""));
  EXPECT_TRUE(refused(site_ / "keys", site_ / "keys")) << "it is the folder itself";
  fs::create_directory_symlink(inside, home_ / "link");
  EXPECT_TRUE(refused(home_ / "link", site_)) << "a link that leads into the site";
  fs::create_directory_symlink(site_, home_ / "other");
  EXPECT_TRUE(refused(inside, home_ / "other")) << "the site by another name";
  fs::rename(inside, keys_);
  fs::create_directory_symlink(keys_, inside);
  EXPECT_TRUE(refused(inside, site_)) << "a server follows links, too";
  EXPECT_FALSE(fs::exists(site_ / ".well-known"));
  EXPECT_EQ(publish().code, 0);
}

TEST_F(KeysCommand, NoPrivateKeyIsMadeInASite) {
  const fs::path cards = home_ / "cards";
  fs::create_directories(cards / "c");
  fs::create_directories(cards / "verify");
  write_bytes(cards / "verify" / "index.html", "a page");
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  ASSERT_EQ(publish().code, 0);
  fs::create_directory_symlink(site_, home_ / "link");
  for (const fs::path& inside :
       {cards / "keys", cards / "c" / "deep" / "keys", site_, site_ / "keys", home_ / "link" / "keys"}) {
    const Finished run = run_program({"keys", "new", "--keys", inside.string()});
    EXPECT_EQ(run.code, 64) << inside << run.out;
    EXPECT_NE(run.err.find("lies in a site, which is served"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("--keys"), std::string::npos) << run.err;
    EXPECT_FALSE(fs::exists(inside / "keys.toml"));
  }
  fs::rename(keys_, site_ / "keys");
  const Finished more = run_program({"keys", "rotate", "--keys", (site_ / "keys").string()});
  EXPECT_EQ(more.code, 64) << more.out;
  EXPECT_NE(more.err.find("move the folder out of the site"), std::string::npos) << more.err;
  fs::rename(site_ / "keys", keys_);
  EXPECT_EQ(keys({"rotate"}).code, 0);
}

TEST_F(KeysCommand, WhatIsWrongIsToldAndNothingIsMade) {
  EXPECT_EQ(keys({"list"}).code, 66);
  EXPECT_EQ(keys({"rotate"}).code, 66);
  EXPECT_EQ(publish().code, 66);
  EXPECT_EQ(keys({"burn"}).code, 64);
  EXPECT_EQ(keys({"publish"}).code, 64);
  EXPECT_EQ(keys({"new", "--kid", "../2026a"}).code, 64);
  EXPECT_EQ(keys({"new", "--keep-until", "2030-01-01"}).code, 64);
  EXPECT_EQ(keys({"rotate", "--keep-until", "tomorrow"}).code, 64);
  EXPECT_EQ(keys({"rotate", "--keep-until", "2020-01-01"}).code, 64);
  EXPECT_EQ(keys({"list", "2026a"}).code, 64);
  const fs::path word = passphrase("x");
  EXPECT_EQ(::chmod(word.c_str(), 0644), 0);
  const Finished loose = keys({"new", "--passphrase-file", word.string()});
  EXPECT_EQ(loose.code, 78);
  EXPECT_NE(loose.err.find("chmod 600"), std::string::npos) << loose.err;
  EXPECT_FALSE(fs::exists(keys_ / "keys.toml"));
  ASSERT_EQ(keys({"new", "--kid", "2026a"}).code, 0);
  write_bytes(keys_ / "keys.toml", "schema = 1\n[[key]]\nkid = \"2026a\"\nmade = \"yesterday\"\n");
  const Finished broken = keys({"list"});
  EXPECT_EQ(broken.code, 78);
  EXPECT_NE(broken.err.find("keys.toml:4:8"), std::string::npos) << broken.err;
}

TEST_F(KeysCommand, APassphraseIsNoOption) { EXPECT_EQ(keys({"new", "--passphrase", "sesame"}).code, 64); }

}  // namespace
}  // namespace pehchan
