#include "cli/signing_options.h"

#include <fmt/format.h>

namespace pehchan {

void add_signing_options(CommandLine& line, SigningOptions& signing) {
  line.options.add_options()  //
      ("key", path_value(signing.key)->value_name("PLACE"),
       "the private key that signs, such as keys/2026a.pem, or a folder of 'pehchan keys', whose current one signs")  //
      ("passphrase-file", path_value(signing.passphrase_file)->value_name("FILE"),
       "its first line opens the key (default: the variable PEHCHAN_PASSPHRASE)")  //
      ("credential", path_value(signing.credential)->value_name("FILE"),
       "credential.toml: who signs, and what may enter a signed QR code");
}

void add_wire_option(CommandLine& line, SigningOptions& signing) {
  const auto take = [&line, &signing](const std::string& typed) {
    if (typed != "standard" && typed != "mosip")
      refuse_usage(line, fmt::format("--wire: '{}' is none of standard, mosip", typed));
    signing.form = typed == "mosip" ? WireForm::mosip : WireForm::standard;
  };
  line.options.add_options()  //
      ("wire", boost::program_options::value<std::string>()->value_name("FORM")->notifier(take),
       "standard, or mosip: for MOSIP's keymanager and Inji (default: as credential.toml says)");
}

void check_signing_options(const CommandLine& line, const SigningOptions& signing) {
  if (!signing.key.empty() && signing.credential.empty())
    refuse_usage(line, "--key needs --credential FILE, which says who signs and what may enter the code");
  if (signing.key.empty() && !signing.credential.empty())
    refuse_usage(line, "--credential needs --key FILE: without a key nothing is signed");
  if (signing.key.empty() && signing.form)
    refuse_usage(line, "--wire needs --key FILE: without a key nothing is signed");
  if (signing.key.empty() && !signing.passphrase_file.empty())
    refuse_usage(line, "--passphrase-file needs --key FILE: without a key nothing is signed");
}

}  // namespace pehchan
