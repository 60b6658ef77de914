#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "credential/key_sets.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/status_list.h"
#include "credential/wire.h"
#include "support/build_paths.h"
#include "support/drawn_code.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;
using Words = std::vector<std::string>;
using nlohmann::json;

const fs::path samples = PEHCHAN_SOURCE "/tests/corpus/credentials";

class VerifyCommand : public testing::Test {
 protected:
  static Finished verify(Words words, const fs::path& keys = samples / "keys") {
    words.insert(words.begin(), "verify");
    words.insert(words.end(), {"--keys", keys.string(), "--at", "2026-12-15"});
    return run_program(words);
  }
  static std::string sample(const std::string& name) {
    std::string text = bytes_of(samples / (name + ".txt"));
    text.pop_back();
    return text;
  }
  static json results(const Finished& run) { return json::parse(run.out)["results"]; }
  void shell(const std::string& command) const {
    ASSERT_EQ(std::system(("cd '" + home_.path().string() + "' && " + command).c_str()), 0) << command;
  }
  ScratchFolder home_;
};

TEST_F(VerifyCommand, JudgesEverySampleAsItMust) {
  const json cases = json::parse(bytes_of(samples / "cases.json"));
  Words words{"--json", "--status", samples / "status/1"};
  for (const auto& one : cases) words.push_back(samples / one["file"].get<std::string>());
  const Finished run = verify(words);
  EXPECT_EQ(run.code, 1) << run.err;
  const json judged = results(run);
  ASSERT_EQ(judged.size(), cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) EXPECT_EQ(judged[i]["result"], cases[i]["result"]) << cases[i]["file"];
}

TEST_F(VerifyCommand, EndsAsTheWorstCodeDoes) {
  EXPECT_EQ(verify({sample("standard"), sample("mosip")}).code, 0);
  EXPECT_EQ(verify({sample("standard"), sample("cut-off")}).code, 2);
  EXPECT_EQ(verify({sample("cut-off"), sample("expired"), sample("standard")}).code, 1);
}

TEST_F(VerifyCommand, TellsAValidCardInBothLanguages) {
  const Finished run = verify({sample("standard")});
  EXPECT_EQ(run.code, 0) << run.err;
  for (const char* word : {"code: valid", "not altered", "मान्य", "PHC-LKO-0000042-7", "Asha Devi Verma", "आशा देवी वर्मा",
                           "2031-11-30", "2026a", "was not asked"})
    EXPECT_NE(run.out.find(word), std::string::npos) << word << "\n" << run.out;
}

TEST_F(VerifyCommand, SaysNothingInTheNameOfAForger) {
  for (const char* name : {"altered", "unknown-key"}) {
    const Finished run = verify({sample(name)});
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(run.out.find("Devi"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("PHC-"), std::string::npos) << run.out;
  }
}

TEST_F(VerifyCommand, ARevokedCardIsToldOnlyWhereAListIsGiven) {
  EXPECT_EQ(verify({sample("revoked")}).code, 0);
  const Finished run = verify({sample("revoked"), "--status", (samples / "status/1").string(), "--json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(results(run)[0]["status"], "revoked");
  EXPECT_EQ(results(run)[0]["claims"]["card_number"], "PHC-LKO-0000042-7");
}

TEST_F(VerifyCommand, AStatusListThatCannotBeBelievedIsRefused) {
  std::string bytes = bytes_of(samples / "status/1");
  bytes[bytes.size() - 1] = static_cast<char>(bytes.back() ^ 1);
  write_bytes(home_ / "forged", bytes);
  const Finished forged = verify({sample("standard"), "--status", (home_ / "forged").string()});
  EXPECT_EQ(forged.code, 65);
  EXPECT_NE(forged.err.find("bad_signature"), std::string::npos) << forged.err;
  EXPECT_EQ(verify({sample("standard"), "--status", (home_ / "none").string()}).code, 66);
}

TEST_F(VerifyCommand, AnOldListSaysNothingOfTheCardsThatNameIt) {
  StatusList old = empty_status_list("https://cards.example.org/status/1", 1 << 20),
             other = empty_status_list("https://cards.example.org/status/2", 1 << 20);
  old.issued_at = other.issued_at = made_issued;
  old.expires_at = made_issued + 1;
  fs::create_directory(home_ / "lists");
  write_bytes(home_ / "lists/1", encode_status_list(old, known_key()));
  write_bytes(home_ / "lists/2", encode_status_list(other, known_key()));
  CredentialClaims claims = made_claims();
  claims.status = StatusPlace{.uri = other.uri, .index = 7};
  const std::string second = to_qr_text(sign_credential(claims, known_key(), WireForm::standard));
  const Finished run = verify({sample("standard"), second, "--status", (home_ / "lists").string(), "--json"});
  ASSERT_EQ(run.code, 1) << run.err;
  EXPECT_EQ(results(run)[0]["result"], "unknown_status");
  EXPECT_NE(results(run)[0]["detail"].get<std::string>().find("too old"), std::string::npos);
  EXPECT_EQ(results(run)[1]["result"], "valid");
  old.issued_at -= 1;
  old.expires_at.reset();
  write_bytes(home_ / "lists/0", encode_status_list(old, known_key()));
  EXPECT_EQ(verify({sample("standard"), "--status", (home_ / "lists").string()}).code, 1) << "one older still";
}

TEST_F(VerifyCommand, OfTwoListsOfOneAddressTheNewerOneSpeaks) {
  fs::create_directory(home_ / "lists");
  StatusList list = empty_status_list("https://cards.example.org/status/1", 1 << 20);
  list.issued_at = made_issued + 1;
  set_invalid(list, 524'287);
  write_bytes(home_ / "lists/newer", encode_status_list(list, known_key()));
  const std::string older = samples / "status/1", newer = home_ / "lists";
  EXPECT_EQ(verify({sample("standard"), "--status", older}).code, 0);
  EXPECT_EQ(verify({sample("standard"), "--status", older, "--status", newer}).code, 1);
  EXPECT_EQ(verify({sample("standard"), "--status", newer, "--status", older}).code, 1);
}

TEST_F(VerifyCommand, TakesKeysInEveryForm) {
  for (const char* keys : {"keys", "keys/jwks.json", "keys/cose-keys.cbor", "keys/2026a.pub.pem"})
    EXPECT_EQ(verify({sample("standard")}, samples / keys).code, 0) << keys;
  EXPECT_EQ(verify({sample("standard")}, samples / "keys/2025a.pub.pem").code, 1);
  EXPECT_EQ(verify({sample("standard")}, samples / "none").code, 66);
  EXPECT_EQ(verify({sample("standard")}, samples / "cases.json").code, 78);
}

TEST_F(VerifyCommand, ReadsATextOfManyCodes) {
  write_bytes(home_ / "codes.txt", sample("standard") + "\r\n\n" + sample("mosip") + "\n" + sample("expired") + "\n");
  const Finished run = verify({(home_ / "codes.txt").string(), "--json"});
  EXPECT_EQ(run.code, 1);
  ASSERT_EQ(results(run).size(), 3U);
  EXPECT_EQ(results(run)[1]["form"], "mosip");
  EXPECT_EQ(results(run)[2]["result"], "expired");
}

TEST_F(VerifyCommand, ReadsStandardInput) {
  shell("'" PEHCHAN_PROGRAM "' verify - --at 2026-12-15 --keys '" + (samples / "keys").string() + "' < '" +
        (samples / "standard.txt").string() + "' > out.txt");
  EXPECT_NE(bytes_of(home_ / "out.txt").find("valid"), std::string::npos);
}

TEST_F(VerifyCommand, ReadsPictures) {
  draw_code_png(home_ / "good.png", sample("standard"));
  draw_code_png(home_ / "bad.png", sample("altered"));
  EXPECT_EQ(verify({(home_ / "good.png").string()}).code, 0);
  EXPECT_EQ(verify({(home_ / "bad.png").string()}).code, 1);
  draw_codes_pdf(home_ / "good.pdf", {sample("standard")});
  shell("pdftoppm -r 150 -jpeg -singlefile good.pdf photo");
  EXPECT_EQ(verify({(home_ / "photo.jpg").string()}).code, 0);
}

TEST_F(VerifyCommand, ReadsEveryPageOfAPdf) {
  draw_codes_pdf(home_ / "cards.pdf", {sample("standard"), "", sample("altered"), sample("mosip")});
  const Finished run = verify({(home_ / "cards.pdf").string(), "--json"});
  EXPECT_EQ(run.code, 1) << run.err;
  ASSERT_EQ(results(run).size(), 3U) << run.out;
  EXPECT_EQ(results(run)[0]["result"], "valid");
  EXPECT_EQ(results(run)[0]["page"], 1);
  EXPECT_EQ(results(run)[1]["result"], "bad_signature");
  EXPECT_EQ(results(run)[1]["page"], 3);
  EXPECT_EQ(results(run)[2]["form"], "mosip");
}

TEST_F(VerifyCommand, SaysHowManyCodesItReadOnEachPage) {
  draw_codes_pdf(home_ / "cards.pdf", {sample("standard"), "", sample("mosip")});
  const std::string out = verify({(home_ / "cards.pdf").string()}).out;
  for (const char* page : {"page 1: 1 code read", "page 3: 1 code read"})
    EXPECT_NE(out.find(page), std::string::npos) << out;
}

TEST_F(VerifyCommand, TheLastDayIsNotTakenForTheDayAfter) {
  const auto claims = results(verify({sample("standard"), "--json"}))[0]["claims"];
  ASSERT_TRUE(claims.contains("last_day"));
  EXPECT_LT(claims["last_day"].get<std::string>(), claims["expires_at"].get<std::string>());
}

TEST_F(VerifyCommand, TheJsonHasTheTotalsThatTheWordsTell) {
  draw_codes_pdf(home_ / "cards.pdf", {sample("standard"), "", sample("altered")});
  draw_code_png(home_ / "empty.png", "");
  const std::string pdf = home_ / "cards.pdf", empty = home_ / "empty.png";
  const Finished run = verify({pdf, empty, sample("mosip"), "--json"});
  ASSERT_EQ(run.code, 1) << run.err;
  const json totals = json::parse(run.out)["totals"];
  EXPECT_EQ(totals["codes"], 3);
  EXPECT_EQ(totals["valid"], 2);
  const json pages = {{{"source", pdf}, {"page", 1}, {"codes", 1}},
                      {{"source", pdf}, {"page", 3}, {"codes", 1}},
                      {{"source", empty}, {"page", 0}, {"codes", 0}},
                      {{"source", "code"}, {"page", 0}, {"codes", 1}}};
  EXPECT_EQ(totals["pages"], pages);
  EXPECT_EQ(results(run).size(), 4U) << "beside what was there before";
}

TEST_F(VerifyCommand, WhatHasNoCodeIsUnreadable) {
  draw_code_png(home_ / "empty.png", "");
  draw_codes_pdf(home_ / "empty.pdf", {""});
  for (const char* name : {"empty.png", "empty.pdf"}) {
    const Finished run = verify({(home_ / name).string(), "--json"});
    EXPECT_EQ(run.code, 2) << name << run.err;
    EXPECT_EQ(results(run)[0]["detail"], "no QR code was found");
  }
  EXPECT_EQ(verify({(samples / "link.txt").string()}).code, 2);
}

TEST_F(VerifyCommand, ALinkBesideASignedCodeIsPassedOver) {
  write_bytes(home_ / "both.txt", sample("link") + "\n" + sample("standard") + "\n");
  const Finished run = verify({(home_ / "both.txt").string(), "--json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(results(run).size(), 1U);
}

TEST_F(VerifyCommand, AFileThatCannotBeOpenedIsToldAsThat) {
  write_bytes(home_ / "broken.pdf", "%PDF-1.7\nnothing");
  draw_code_png(home_ / "good.png", sample("standard"));
  write_bytes(home_ / "broken.png", bytes_of(home_ / "good.png").substr(0, 300));
  EXPECT_EQ(verify({(home_ / "broken.pdf").string()}).code, 65);
  EXPECT_EQ(verify({(home_ / "broken.png").string()}).code, 65);
  EXPECT_EQ(verify({(home_ / "none.png").string()}).code, 66);
  EXPECT_EQ(run_program({"verify", sample("standard")}).code, 64) << "no keys";
  EXPECT_EQ(run_program({"verify", sample("standard"), "--keys", (samples / "keys").string(), "--at", "today"}).code,
            64);
}

}  // namespace
}  // namespace pehchan
