#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "credential/cbor_writer.h"
#include "credential/key_pem.h"
#include "credential/key_sets.h"
#include "credential/made_credential.h"
#include "credential/public_keys.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class Keys : public testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& bytes, mode_t mode = 0600) const {
    const fs::path file = home_ / name;
    write_file(file, bytes);
    EXPECT_EQ(::chmod(file.c_str(), mode), 0);
    return file;
  }
  std::string refusal(const fs::path& file, const Passphrase& passphrase) const try {
    SigningKey::read(file, passphrase);
    return "";
  } catch (const RunError& error) {
    return error.what() + (" | " + error.advice);
  }

  ScratchFolder home_;
  KeyHandle key_ = new_ed25519();
};

TEST_F(Keys, AKeyFileComesBackPlainOrEncrypted) {
  const Passphrase none, word(std::string("सही शब्द 7"));
  const auto plain = SigningKey::read(write("2026a.pem", private_pem(*key_, none)), none);
  EXPECT_EQ(plain.kid(), "2026a");
  EXPECT_EQ(plain.public_part(), public_part(*key_));
  const std::string pem = private_pem(*key_, word);
  EXPECT_TRUE(is_encrypted_pem(pem));
  EXPECT_EQ(SigningKey::read(write("2026b.pem", pem, 0400), word).public_part(), public_part(*key_));
}

TEST_F(Keys, WhoeverElseMayReadItHasItRefused) {
  const std::string pem = private_pem(*key_, {});
  for (const mode_t mode : {0640U, 0604U, 0660U, 0644U, 0620U}) {
    const std::string why = refusal(write("2026a.pem", pem, mode), {});
    EXPECT_NE(why.find("chmod 600"), std::string::npos) << why;
  }
}

TEST_F(Keys, AWrongOrMissingPassphraseIsToldPlainly) {
  const fs::path file = write("2026a.pem", private_pem(*key_, Passphrase(std::string("right"))));
  EXPECT_NE(refusal(file, {}).find("no passphrase was given"), std::string::npos);
  EXPECT_NE(refusal(file, Passphrase(std::string("wrong"))).find("the passphrase is not this key's"),
            std::string::npos);
}

TEST_F(Keys, OnceASecretIsReadTheProcessLeavesNoPictureOfItsMemory) {
  const fs::path file = write("2026a.pem", private_pem(*key_, {}));
  ::prctl(PR_SET_DUMPABLE, 1);
  SigningKey::read(file, {});
  EXPECT_EQ(::prctl(PR_GET_DUMPABLE), 0);
  rlimit core{};
  ASSERT_EQ(::getrlimit(RLIMIT_CORE, &core), 0);
  EXPECT_EQ(core.rlim_cur, 0U);
}

TEST_F(Keys, WhatIsNoKeyOfOursIsToldPlainly) {
  EXPECT_NE(refusal(write("2026a.pem", "hello"), {}).find("no private key"), std::string::npos);
  EXPECT_NE(refusal(write("2026a.pem", public_pem(public_part(*key_))), {}).find("no private key"), std::string::npos);
  KeyHandle other(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
  EXPECT_NE(refusal(write("2026a.pem", private_pem(*other, {})), {}).find("another kind"), std::string::npos);
  EXPECT_NE(refusal(write("my key.pem", private_pem(*key_, {})), {}).find("named after its key"), std::string::npos);
  EXPECT_NE(refusal(home_ / "none.pem", {}).find("cannot read"), std::string::npos);
  EXPECT_NE(refusal(home_.path(), {}).find("named after its key"), std::string::npos);
}

TEST_F(Keys, APassphraseFileMustBeSecretToo) {
  EXPECT_EQ(read_passphrase(write("word", "open sesame\nsecond line\n")).text(), "open sesame");
  EXPECT_THROW(read_passphrase(write("word", "open sesame", 0644)), RunError);
  EXPECT_THROW(read_passphrase(write("word", "\n")), RunError);
  EXPECT_THROW(read_passphrase(home_ / "none"), RunError);
}

TEST_F(Keys, PublicKeysAreReadInEveryForm) {
  const PublicKeys keys{{.kid = "2025a", .x = public_part(*new_ed25519())}, {.kid = "2026a", .x = public_part(*key_)}};
  EXPECT_EQ(read_public_keys(write("jwks.json", jwks_of(keys))), keys);
  EXPECT_EQ(read_public_keys(write("cose-keys.cbor", cose_key_set_of(keys))), keys);
  EXPECT_EQ(read_public_keys(write("2026a.pub.pem", public_pem(keys[1].x))), PublicKeys{keys[1]});
  write("2026a.pem", private_pem(*key_, {}));
  EXPECT_EQ(read_public_keys(home_), keys) << "the folder of all these, each key once";
}

TEST_F(Keys, ASitesFolderHasThemInWellKnown) {
  const PublicKeys keys{{.kid = "2026a", .x = public_part(*key_)}};
  fs::create_directory(home_ / ".well-known");
  write(".well-known/jwks.json", jwks_of(keys));
  write("report.json", "{}");
  EXPECT_EQ(read_public_keys(home_), keys);
}

TEST_F(Keys, TwoKeysOfOneNameAreRefused) {
  write("a.json", jwks_of({{.kid = "2026a", .x = public_part(*key_)}}));
  write("b.json", jwks_of({{.kid = "2026a", .x = public_part(*new_ed25519())}}));
  EXPECT_THROW(read_public_keys(home_), RunError);
}

TEST_F(Keys, SetsThatAreNoneAreRefused) {
  for (
      const char* text :
      {"", "{", "{}", R"({"keys":{}})", R"({"keys":[]})", R"({"keys":[{"kty":"RSA"}]})",
       R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","x":"AA"}]})",
       R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","x":7}]})",
       R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})",
       R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","d":"AA","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})"})
    EXPECT_FALSE(read_jwks(text)) << text;
  for (const char* hex : {"", "80", "a0", "81a0", "81a301012006215820", "81a401010241612006214100"})
    EXPECT_FALSE(read_cose_key_set(from_hex(hex))) << hex;
}

TEST_F(Keys, KeysOfOtherKindsInASetArePassedOver) {
  const auto keys = read_jwks(
      R"({"keys":[{"kty":"EC","kid":"x"},{"kty":"OKP","crv":"Ed25519","kid":"a","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})");
  ASSERT_TRUE(keys) << keys.error();
  EXPECT_EQ(*keys, public_keys_of(known_key("a")));
}

TEST_F(Keys, APrivateKeyGivenForAPublicOneIsToldPlainly) {
  const fs::path file = write("2026a.pem", private_pem(*key_, {}));
  try {
    read_public_keys(file);
    FAIL();
  } catch (const RunError& error) {
    EXPECT_NE(std::string(error.what()).find("private"), std::string::npos);
  }
}

}  // namespace
}  // namespace pehchan
