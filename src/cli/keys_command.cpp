#include "cli/keys_command.h"

#include <fmt/format.h>

#include <ctime>
#include <filesystem>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/lies_in.h"
#include "base/run_error.h"
#include "batch/digital_folders.h"
#include "batch/verifier_page.h"
#include "cli/command_line.h"
#include "credential/key_ring.h"
#include "credential/key_sets.h"
#include "credential/validity.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan keys: the keys that cards are signed with
कार्डों पर हस्ताक्षर करने की कुंजियाँ

  new       make the first key
  list      say which keys there are
  rotate    make a new one for further cards; cards of the old one stay valid
  withdraw  a key was stolen: publish it no more, so that readers take none of its cards (rotate first)
  publish   write the public keys for readers: .well-known/jwks.json and .well-known/cose-keys.cbor

Examples:
  pehchan keys new --passphrase-file /root/passphrase
  pehchan keys list --keys /srv/keys
  pehchan keys rotate --keep-until 2031-12-31
  pehchan keys withdraw 2026a
  pehchan keys publish --out site

A passphrase comes from a file or the variable PEHCHAN_PASSPHRASE, never from the command line, which everybody on the
machine can read. The folder of keys belongs on one machine, with a copy in a safe: who has it can make cards that every
reader takes for real.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 done · 64 usage · 66 no such folder or file · 73 there is a key of that name, or it cannot be written
  75 try again · 78 a key or the list of keys is wrong, or others can read it
)";

struct KeysOptions {
  std::string action, stolen, kid, keep_until;
  fs::path folder = "keys", out, passphrase_file;
};

CommandLine keys_line(KeysOptions& o) {
  CommandLine line("keys");
  line.options.add_options()                                                                          //
      ("action", po::value(&o.action)->value_name("WHAT"), "new, list, rotate, withdraw or publish")  //
      ("key", po::value(&o.stolen)->value_name("KID"), "of withdraw: the stolen key's name")          //
      ("keys", path_value(o.folder)->value_name("DIR"), "the folder of keys (default: keys)")         //
      ("kid", po::value(&o.kid)->value_name("NAME"), "the new key's name (default: such as 2026a)")   //
      ("keep-until", po::value(&o.keep_until)->value_name("DAY"),
       "of rotate: the last day of the old key's last card, YYYY-MM-DD; until then its public part is published "
       "(default: for ever)")                                                         //
      ("out", path_value(o.out)->value_name("DIR"), "of publish: the site's folder")  //
      ("passphrase-file", path_value(o.passphrase_file)->value_name("FILE"),
       "a file whose first line encrypts the new private key, mode 0600");
  line.positional.add("action", 1);
  line.positional.add("key", 1);
  line.require("action");
  return line;
}

std::string today() { return day_of(std::time(nullptr)); }

void tell_made(const KeysOptions& o, const KeyEntry& key, bool is_encrypted) {
  const fs::path file = o.folder / (key.kid + ".pem");
  fmt::print("The key {} is made. · कुंजी {} बन गई।\n  private    {}{}\n  public     {}\n", key.kid, key.kid,
             file.string(), is_encrypted ? ", encrypted" : "", (o.folder / (key.kid + ".pub.pem")).string());
  if (!is_encrypted)
    fmt::print(
        "  It is not encrypted: whoever gets the file can sign. --passphrase-file encrypts it.\n"
        "  यह बिना पासफ़्रेज़ की है: जिसके पास यह फ़ाइल हो, वही हस्ताक्षर कर सकता है।\n");
  fmt::print("  next       pehchan keys publish --keys {} --out site\n", o.folder.string());
}

ExitCode make(const KeysOptions& o, bool is_first) {
  refuse_site(o.folder, is_first
                            ? "Private keys must not be served: give another folder with --keys."
                            : "Private keys must not be served: move the folder out of the site, then run it again.");
  const Passphrase passphrase = read_passphrase(o.passphrase_file);
  const KeyEntry key = is_first ? make_first_key(o.folder, o.kid, passphrase, today())
                                : rotate_key(o.folder, o.kid, o.keep_until, passphrase, today());
  tell_made(o, key, !passphrase.empty());
  return ExitCode::ok;
}

std::string publishing_of(const KeyEntry& key) {
  if (!key.withdrawn.empty()) return "withdrawn " + key.withdrawn;
  return key.keep_until.empty() ? "published for ever" : "published until " + key.keep_until;
}

ExitCode list(const KeysOptions& o) {
  for (const KeyEntry& key : read_key_ring(o.folder).keys) {
    const bool has_private = fs::exists(o.folder / (key.kid + ".pem"));
    fmt::print("{:<12} made {}", key.kid, key.made);
    if (key.retired.empty())
      fmt::print(", current · चालू{}\n", has_private ? "" : "; its private key is not here");
    else
      fmt::print(", retired {}, {}{}\n", key.retired, publishing_of(key),
                 has_private
                     ? fmt::format("; once no job needs it, remove {}", (o.folder / (key.kid + ".pem")).string())
                     : "");
  }
  return ExitCode::ok;
}

ExitCode withdraw(const KeysOptions& o) {
  withdraw_key(o.folder, o.stolen, today());
  fmt::print(
      "The key {0} is published no more. · कुंजी {0} अब प्रकाशित नहीं होगी।\n"
      "  next       pehchan keys publish --keys {1} --out site, and put the site online\n",
      o.stolen, o.folder.string());
  return ExitCode::ok;
}

ExitCode publish(const KeysOptions& o) {
  if (lies_in(o.folder, o.out))
    throw RunError(ExitCode::usage,
                   fmt::format("the folder of keys lies in the folder that is served: {}", o.folder.string()),
                   "Move the keys out of the site. If it was served with them, make a new key: 'pehchan keys rotate'.");
  const PublicKeys keys = published_keys(o.folder, today());
  publish_keys(keys, o.out);
  constexpr std::uintmax_t largest_page = 20'000'000;
  const fs::path page = o.out / "verify" / "index.html";
  if (fs::exists(page)) write_file(page, verifier_page(read_file(page, largest_page), jwks_of(keys)));
  fmt::print("{} public {} in {}.\n", keys.size(), keys.size() == 1 ? "key" : "keys", (o.out / ".well-known").string());
  return ExitCode::ok;
}

}  // namespace

ExitCode keys_command(const std::vector<std::string>& words) {
  KeysOptions o;
  CommandLine line = keys_line(o);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  if (!o.keep_until.empty() && !day_begins(o.keep_until))
    refuse_usage(line, "--keep-until must be a day such as 2031-12-31");
  if (!o.keep_until.empty() && o.action != "rotate") refuse_usage(line, "--keep-until belongs to 'rotate'");
  if (!o.keep_until.empty() && o.keep_until < today())
    refuse_usage(line, "--keep-until is over; of a stolen key say 'pehchan keys withdraw' after 'rotate'");
  if (o.stolen.empty() == (o.action == "withdraw"))
    refuse_usage(line, "'withdraw', and nothing else, needs a key's name");
  if (o.action == "withdraw") return withdraw(o);
  if (o.action == "new" || o.action == "rotate") return make(o, o.action == "new");
  if (o.action == "list") return list(o);
  if (o.action != "publish") refuse_usage(line, fmt::format("there is no '{}'", o.action));
  if (o.out.empty()) refuse_usage(line, "--out is missing");
  return publish(o);
}

}  // namespace pehchan
